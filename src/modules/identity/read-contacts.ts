import { sql } from 'kysely';
import { ORGANISATION_ROLES, type OrganisationRole } from '#platform/actor/actor.ts';
import type { ActorTransaction } from '#platform/database/database.ts';
import type { Moment } from './read-people.ts';
import type { Contact } from './rules/contact-alarms.ts';
import { invitationState } from './rules/person-state.ts';

interface Row {
  readonly key: string;
  readonly person_id: string;
  readonly name: string;
  readonly role: OrganisationRole;
  readonly from: string;
  readonly until: string | null;
  readonly has_signed_in: boolean;
  readonly invitation_expires_at: Date | null;
  readonly bounced: boolean;
}

/**
 * Who can be reached in these organisations, now and later, by organisation's key: one query, of what
 * the actor may see.
 */
export async function readContacts(
  tx: ActorTransaction,
  organisationKeys: readonly string[],
  { today, now }: Moment,
): Promise<ReadonlyMap<string, readonly Contact[]>> {
  const { rows } = await sql<Row>`
    select o.key, p.id as person_id, p.name, g.role, lower(g.valid) as "from",
           least(upper(g.valid), p.leaves_on) as "until",
           p.last_sign_in_at is not null as has_signed_in,
           (select max(i.expires_at) from invitation i
             where i.person_id = p.id and i.accepted_at is null and i.revoked_at is null)
             as invitation_expires_at,
           exists (select from bounced_address b where b.person_id = p.id) as bounced
      from role_grant g
      join organisation o on o.id = g.organisation_id
      join person p on p.id = g.person_id
     where o.key = any(${[...organisationKeys]})
       and g.role = any(${[...ORGANISATION_ROLES]})
       and not isempty(g.valid)
       and (upper_inf(g.valid) or upper(g.valid) > ${today}::date)
       and p.erased_at is null
       and (p.leaves_on is null or p.leaves_on > greatest(lower(g.valid), ${today}::date))
     order by o.key, p.name collate "fr-x-icu", g.id`.execute(tx);
  const contacts = rows.map((row) => ({
    key: row.key,
    contact: {
      personId: row.person_id,
      name: row.name,
      role: row.role,
      valid: { from: row.from, until: row.until },
      reached: reachedOf(row, now),
      bounced: row.bounced,
    },
  }));
  return new Map(
    [...Map.groupBy(contacts, ({ key }) => key)].map(([key, own]) => [
      key,
      own.map(({ contact }) => contact),
    ]),
  );
}

function reachedOf({ has_signed_in, invitation_expires_at }: Row, now: string): Contact['reached'] {
  if (has_signed_in) return 'signed-in';
  if (invitation_expires_at === null) return 'not-invited';
  const expiresAt = invitation_expires_at.toISOString();
  const state = invitationState({ expiresAt, acceptedAt: null, revokedAt: null }, now);
  return state === 'pending' ? 'invited' : 'invitation-expired';
}
