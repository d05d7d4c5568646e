import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '#platform/actor/actor.ts';
import { recordEvent } from '#platform/audit/record-event.ts';
import type { ActorTransaction } from '#platform/database/database.ts';
import type { Locale } from '#platform/i18n/locale.ts';
import type { Invitation, PeopleFilter, PersonRecord, PersonSummary } from './people-reader.ts';
import { peoplePolicy } from './policy.ts';
import { readAbsences, readGrants } from './read-grants.ts';
import { KEPT_YEARS } from './retention.ts';
import { invitationState, personState } from './rules/person-state.ts';
import { demandPerson } from './stored-person.ts';

/**
 * The people one looks for, in alphabetical order. Reading them is recorded.
 *
 * @param now instant, ISO
 * @throws DomainError 'forbidden'
 */
export async function listPeople(
  tx: ActorTransaction,
  actor: Actor,
  filter: PeopleFilter,
  { today, now }: Moment,
): Promise<readonly PersonSummary[]> {
  peoplePolicy.demand(actor, 'read-people');
  const people = await readPersons(tx, sql`true`, today, now);
  const grants = await readGrants(tx, {}, today);
  const found = people
    .map((person) => ({
      ...person,
      grants: (grants.get(person.id) ?? []).filter(
        ({ when }) => when === 'now' || when === 'future',
      ),
    }))
    .filter((person) => matches(person, filter));
  await recordEvent(tx, {
    action: 'list-people',
    subject: { kind: 'person', key: '*' },
    audience: 'people',
    details: { people: found.length },
  });
  return found;
}

export interface Moment {
  /** The day it is in Québec, ISO. */
  readonly today: string;
  /** Instant, ISO. */
  readonly now: string;
}

/**
 * Everything that is kept about somebody. Reading it is recorded.
 *
 * @throws DomainError 'forbidden', 'not-found'
 */
export async function readPerson(
  tx: ActorTransaction,
  actor: Actor,
  personId: string,
  { today, now }: Moment,
): Promise<PersonRecord> {
  peoplePolicy.demand(actor, 'read-people');
  const { id, language, onPlatform } = await demandPerson(tx, personId);
  const [person] = await readPersons(tx, sql`p.id = ${id}`, today, now);
  if (!person) throw new Error(`person ${id} was read and is gone`);
  const about = { personIds: [id] };
  const grants = (await readGrants(tx, about, today)).get(id) ?? [];
  const absences = (await readAbsences(tx, about, today)).get(id) ?? [];
  const invitations = await readInvitations(tx, id, now);
  const { rows: bounced } = await sql`
    select from bounced_address where person_id = ${id}`.execute(tx);
  await recordEvent(tx, {
    action: 'read-person',
    subject: { kind: 'person', key: id },
    audience: 'people',
    personId: id,
  });
  return {
    ...person,
    language,
    onPlatform,
    grants,
    absences,
    invitations,
    bounced: bounced.length > 0,
  };
}

interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: Locale;
  readonly last_sign_in_at: Date | null;
  readonly leaves_on: string | null;
  readonly is_erased: boolean;
  readonly is_due: boolean;
  readonly expires_at: Date | null;
  readonly accepted_at: Date | null;
  readonly revoked_at: Date | null;
}

/** People without their roles; the latest invitation says whether they are expected. */
export async function readPersons(
  tx: ActorTransaction,
  which: RawBuilder<unknown>,
  today: string,
  now: string,
): Promise<readonly Omit<PersonSummary, 'grants'>[]> {
  const { rows } = await sql<PersonRow>`
    select p.id, p.name, p.email, p.language, p.last_sign_in_at, p.leaves_on,
           p.erased_at is not null as is_erased,
           p.erased_at is null
             and coalesce(p.leaves_on + make_interval(years => ${KEPT_YEARS}) <= ${today}::date, false)
             as is_due,
           i.expires_at, i.accepted_at, i.revoked_at
      from person p
      left join lateral (
        select * from (
          select expires_at, accepted_at, revoked_at, recorded_at from invitation
           where person_id = p.id) one
         order by recorded_at desc limit 1) i on true
     where ${which}
     order by p.name collate "fr-x-icu", p.email`.execute(tx);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    email: row.email,
    lastSignInAt: row.last_sign_in_at?.toISOString() ?? null,
    leavesOn: row.leaves_on,
    isDueForErasure: row.is_due,
    state: personState(
      {
        isErased: row.is_erased,
        leavesOn: row.leaves_on,
        hasSignedIn: row.last_sign_in_at !== null,
        invitation:
          row.expires_at === null
            ? null
            : invitationState(
                {
                  expiresAt: row.expires_at.toISOString(),
                  acceptedAt: row.accepted_at?.toISOString() ?? null,
                  revokedAt: row.revoked_at?.toISOString() ?? null,
                },
                now,
              ),
      },
      today,
    ),
  }));
}

async function readInvitations(
  tx: ActorTransaction,
  personId: string,
  now: string,
): Promise<readonly Invitation[]> {
  const rows = await tx
    .selectFrom('invitation')
    .select(['id', 'recorded_at', 'expires_at', 'accepted_at', 'revoked_at'])
    .where('person_id', '=', personId)
    .orderBy('recorded_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    sentAt: row.recorded_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    state: invitationState(
      {
        expiresAt: row.expires_at.toISOString(),
        acceptedAt: row.accepted_at?.toISOString() ?? null,
        revokedAt: row.revoked_at?.toISOString() ?? null,
      },
      now,
    ),
  }));
}

function matches(
  person: PersonSummary,
  { text, organisation, role, state }: PeopleFilter,
): boolean {
  const holds = person.grants.some(
    (grant) =>
      (!organisation || grant.organisation?.key === organisation) && (!role || grant.role === role),
  );
  const sought = text ? fold(text) : null;
  return (
    (!(organisation || role) || holds) &&
    (!state || person.state === state) &&
    (sought === null || fold(`${person.name} ${person.email}`).includes(sought))
  );
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
