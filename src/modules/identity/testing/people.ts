import type { Actor, OrganisationRole, PlatformRole, Role, Seat } from '#platform/actor/actor.ts';
import { personActor, SYSTEM } from '#platform/actor/actor.ts';
import { type Database, transact } from '#platform/database/database.ts';
import type { GrantInput } from '../grant-input.ts';
import { invitePerson } from '../invite-person.ts';
import { isOrganisationRole } from '../policy.ts';

/** A role that holds whatever the day of the test, where it does not say otherwise. */
export function role(given: Role, more: Partial<GrantInput> = {}): GrantInput {
  return {
    role: given,
    organisationKey: null,
    branch: null,
    measureIds: [],
    from: '2020-01-01',
    until: null,
    ...more,
  };
}

/** Where the site of tests is reached. */
export const BASE = 'https://passerelle.example';

let people = 0;

/** Makes somebody known with these roles. @returns their id */
export async function addPerson(
  db: Database,
  grants: readonly GrantInput[],
  name = `Personne ${++people}`,
): Promise<string> {
  const email = `personne-${++people}@exemple.ca`;
  const { personId } = await transact(db, SYSTEM, (tx) =>
    invitePerson(tx, SYSTEM, { name, email, language: 'fr', grants: [...grants] }, BASE),
  );
  return personId;
}

/** Somebody as a signed-in request finds them: with the roles the database says hold today. */
export async function actorOf(db: Database, personId: string): Promise<Actor> {
  const rows = await transact(db, SYSTEM, (tx) =>
    tx.selectFrom('grant_in_force').selectAll().where('person_id', '=', personId).execute(),
  );
  return personActor({
    personId,
    platformRoles: rows.flatMap(({ role }) =>
      isOrganisationRole(role as Role) ? [] : [role as PlatformRole],
    ),
    seats: rows.flatMap((row): Seat[] =>
      row.organisation_id === null
        ? []
        : [
            {
              role: row.role as OrganisationRole,
              organisationId: row.organisation_id,
              branch: row.branch,
              measureIds: row.measures?.length ? row.measures : null,
              standsIn: row.stands_in ?? false,
            },
          ],
    ),
    requestId: null,
  });
}

/** Makes somebody known with these roles, and acts as them. */
export async function addActor(db: Database, grants: readonly GrantInput[]): Promise<Actor> {
  return actorOf(db, await addPerson(db, grants));
}
