import { sql } from 'kysely';
import type { Actor } from '#platform/actor/actor.ts';
import type { ActorTransaction } from '#platform/database/database.ts';
import { findOrganisationId } from './organisation-id.ts';
import type { Member } from './people-reader.ts';
import { peoplePolicy } from './policy.ts';
import { readAbsences, readGrants } from './read-grants.ts';
import { type Moment, readPersons } from './read-people.ts';
import { isNotOver } from './rules/period.ts';

export interface OrganisationPeople {
  readonly organisationId: number;
  readonly members: readonly Member[];
}

/**
 * Who acts for an organisation, now or soon.
 *
 * @returns null for an unknown organisation, and for one whose people the actor may not see
 */
export async function readOrganisationPeople(
  tx: ActorTransaction,
  actor: Actor,
  key: string,
  { today, now }: Moment,
): Promise<OrganisationPeople | null> {
  const organisationId = await findOrganisationId(tx, key);
  if (organisationId === null) return null;
  if (!peoplePolicy.may(actor, 'read-organisation-people', organisationId)) return null;
  const about = { organisationId };
  const grants = await readGrants(tx, about, today);
  const absences = await readAbsences(tx, about, today);
  const people = await readPersons(
    tx,
    sql`p.id = any(${[...grants.keys()]}::uuid[]) and p.erased_at is null`,
    today,
    now,
  );
  const members = people
    .filter(({ state }) => state !== 'left')
    .map(({ id, name, email, state }) => ({
      id,
      name,
      email,
      state,
      grants: (grants.get(id) ?? []).filter(isNotOver),
      absences: (absences.get(id) ?? []).filter(isNotOver),
    }))
    .filter((member) => member.grants.length > 0);
  return { organisationId, members };
}
