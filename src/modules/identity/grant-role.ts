import { sql } from 'kysely';
import { type Actor, personIdOf } from '#platform/actor/actor.ts';
import { recordEvent } from '#platform/audit/record-event.ts';
import type { ActorTransaction } from '#platform/database/database.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { type GivenRole, type GrantInput, grantSchema, parseInput } from './grant-input.ts';
import { demandOrganisation } from './organisation-id.ts';
import { peoplePolicy } from './policy.ts';
import { demandAccess, demandPerson } from './stored-person.ts';

/**
 * Gives somebody else a role, over a period.
 *
 * @returns the grant's id
 * @throws DomainError 'forbidden', 'invalid', 'not-found', or 'conflict' when they have it already
 */
export async function grantRole(
  tx: ActorTransaction,
  actor: Actor,
  personId: string,
  input: GrantInput,
): Promise<number> {
  const given = parseInput(grantSchema, input);
  peoplePolicy.demand(actor, 'grant-role', given.role);
  demandAccess(await demandPerson(tx, personId));
  return insertGrant(tx, actor, personId, given);
}

/** The part that inviting shares; whoever calls has asked the policy. */
export async function insertGrant(
  tx: ActorTransaction,
  actor: Actor,
  personId: string,
  { role, organisationKey, branch, measureIds, from, until }: GivenRole,
): Promise<number> {
  if (personIdOf(actor.id) === personId) {
    throw new DomainError(
      'forbidden',
      'On ne se donne pas un rôle à soi-même : demandez-le à une autre personne de l’administration.',
    );
  }
  const organisationId =
    organisationKey === null ? null : await demandOrganisation(tx, organisationKey);
  const valid = sql<string>`daterange(${from}::date, ${until}::date)`;
  const measures = [...new Set(measureIds)].toSorted((a, b) => a - b);
  await demandNew(tx, { personId, role, organisationId, branch, measures, from, until });
  const numbers = await demandMeasures(tx, measures);
  const { id } = await tx
    .insertInto('role_grant')
    .values({ person_id: personId, role, organisation_id: organisationId, branch, valid })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (measures.length > 0) {
    await tx
      .insertInto('role_grant_measure')
      .values(measures.map((measure_id) => ({ grant_id: id, measure_id })))
      .execute();
  }
  const changes = { role, organisation: organisationKey, branch, measures: numbers, from, until };
  await recordEvent(tx, {
    action: 'grant-role',
    subject: { kind: 'person', key: personId },
    organisationId,
    audience: 'people',
    personId,
    changes: Object.entries(changes)
      .filter(([, after]) => after !== null)
      .map(([field, after]) => ({ field, before: null, after })),
  });
  return id;
}

interface Sought {
  readonly personId: string;
  readonly role: string;
  readonly organisationId: number | null;
  readonly branch: string | null;
  readonly measures: readonly number[];
  readonly from: string;
  readonly until: string | null;
}

async function demandNew(tx: ActorTransaction, sought: Sought): Promise<void> {
  const { rows } = await sql`
    select from role_grant g
     where g.person_id = ${sought.personId} and g.role = ${sought.role}
       and g.organisation_id is not distinct from ${sought.organisationId}
       and g.branch is not distinct from ${sought.branch}
       and g.valid && daterange(${sought.from}::date, ${sought.until}::date)
       and array(select m.measure_id from role_grant_measure m where m.grant_id = g.id order by 1)
           = ${[...sought.measures]}::integer[]`.execute(tx);
  if (rows.length > 0) {
    throw new DomainError('conflict', 'Cette personne a déjà ce rôle à ces dates.');
  }
}

/** The numbers the record names measures by: "1, 4"; null for none. */
async function demandMeasures(
  tx: ActorTransaction,
  ids: readonly number[],
): Promise<string | null> {
  if (ids.length === 0) return null;
  const { rows } = await sql<{ number: string }>`
    select distinct on (v.measure_id) v.number
      from measure_version v
     where v.measure_id = any(${[...ids]})
     order by v.measure_id, v.valid desc`.execute(tx);
  if (rows.length < ids.length) {
    throw new DomainError('not-found', 'Une de ces mesures est introuvable.');
  }
  return rows.map(({ number }) => number).join(', ');
}
