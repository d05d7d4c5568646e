import { sql } from 'kysely';
import { z } from 'zod';
import type { Actor, Role } from '#platform/actor/actor.ts';
import { recordEvent } from '#platform/audit/record-event.ts';
import type { ActorTransaction } from '#platform/database/database.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { day, parseInput } from './grant-input.ts';
import { peoplePolicy } from './policy.ts';
import { demandPerson, readManaged } from './stored-person.ts';

const inputSchema = z.object({
  grantId: z.int(),
  /** The first day without the role. Before it begins, it never holds. */
  on: day('Fin du rôle'),
});

export type EndRoleInput = z.input<typeof inputSchema>;

/**
 * Ends a role on a day; at once, when the day is today or before.
 *
 * @returns whose it was
 * @throws DomainError 'forbidden', 'invalid', 'not-found', or 'conflict' when it ends sooner already
 */
export async function endRole(
  tx: ActorTransaction,
  actor: Actor,
  input: EndRoleInput,
): Promise<{ readonly personId: string }> {
  const { grantId, on } = parseInput(inputSchema, input);
  const grant = await readGrant(tx, grantId);
  const isAdministration = grant.role === 'administration';
  peoplePolicy.demand(actor, 'end-role', {
    role: grant.role,
    lastAdministrator:
      isAdministration &&
      (await readManaged(tx, await demandPerson(tx, grant.personId))).lastAdministrator,
  });
  if (grant.from === null || (grant.until !== null && grant.until <= on)) {
    throw new DomainError('conflict', 'Ce rôle prend déjà fin à cette date, ou avant.');
  }
  await sql`
    update role_grant
       set valid = case when lower(valid) < ${on}::date then daterange(lower(valid), ${on}::date)
                        else 'empty' end
     where id = ${grantId}`.execute(tx);
  await recordEvent(tx, {
    action: 'end-role',
    subject: { kind: 'person', key: grant.personId },
    organisationId: grant.organisationId,
    audience: 'people',
    personId: grant.personId,
    changes: [{ field: 'until', before: grant.until, after: on }],
    details: { role: grant.role, organisation: grant.organisationKey },
  });
  return { personId: grant.personId };
}

interface StoredGrant {
  readonly personId: string;
  readonly role: Role;
  readonly organisationId: number | null;
  readonly organisationKey: string | null;
  readonly from: string | null;
  readonly until: string | null;
}

async function readGrant(tx: ActorTransaction, id: number): Promise<StoredGrant> {
  const { rows } = await sql<StoredGrant>`
    select g.person_id as "personId", g.role, g.organisation_id as "organisationId",
           o.key as "organisationKey", lower(g.valid) as "from", upper(g.valid) as "until"
      from role_grant g left join organisation o on o.id = g.organisation_id
     where g.id = ${id}`.execute(tx);
  const [grant] = rows;
  if (!grant) throw new DomainError('not-found', 'Ce rôle est introuvable.');
  return grant;
}
