import { sql } from 'kysely';
import { z } from 'zod';
import type { Actor } from '#platform/actor/actor.ts';
import { recordEvent } from '#platform/audit/record-event.ts';
import type { ActorTransaction } from '#platform/database/database.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { day, parseInput } from './grant-input.ts';
import { revokeOpenInvitations } from './issue-invitation.ts';
import { peoplePolicy } from './policy.ts';
import { demandPerson, readManaged, type StoredPerson } from './stored-person.ts';

const inputSchema = z.object({
  personId: z.string(),
  /** The first day without access: from then on no role of theirs counts. */
  on: day('Fin de l’accès'),
});

export type EndAccessInput = z.input<typeof inputSchema>;

/**
 * Ends somebody's access on a day. What they wrote stays under their name. Their open invitations lead
 * nowhere any more; what they have open ends with their access, at once when that is today.
 *
 * @throws DomainError 'forbidden', 'invalid', 'not-found', 'conflict' once erased
 */
export async function endAccess(
  tx: ActorTransaction,
  actor: Actor,
  input: EndAccessInput,
): Promise<void> {
  const { personId, on } = parseInput(inputSchema, input);
  const person = await demandPerson(tx, personId);
  peoplePolicy.demand(actor, 'end-access', await readManaged(tx, person));
  await writeEnd(tx, person, on);
  await revokeOpenInvitations(tx, personId);
  await sql`select end_sessions(${personId}) where ${on}::date <= local_day()`.execute(tx);
}

/**
 * Gives somebody their access back: the roles that are still in force hold again.
 *
 * @throws DomainError 'forbidden', 'not-found', 'conflict' once erased
 */
export async function restoreAccess(
  tx: ActorTransaction,
  actor: Actor,
  personId: string,
): Promise<void> {
  const person = await demandPerson(tx, personId);
  const { onPlatform } = person;
  peoplePolicy.demand(actor, 'end-access', { onPlatform, lastAdministrator: false });
  await writeEnd(tx, person, null);
}

async function writeEnd(
  tx: ActorTransaction,
  { id, isErased, leavesOn }: StoredPerson,
  on: string | null,
): Promise<void> {
  if (isErased) throw new DomainError('conflict', 'L’identité de cette personne est effacée.');
  if (leavesOn === on) return;
  await tx
    .updateTable('person')
    .set({ leaves_on: on, updated_at: sql`now()` })
    .where('id', '=', id)
    .execute();
  await recordEvent(tx, {
    action: on === null ? 'restore-access' : 'end-access',
    subject: { kind: 'person', key: id },
    audience: 'people',
    personId: id,
    changes: [{ field: 'leavesOn', before: leavesOn, after: on }],
  });
}
