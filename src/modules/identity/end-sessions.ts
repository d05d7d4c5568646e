import { sql } from 'kysely';
import type { Actor } from '#platform/actor/actor.ts';
import { recordEvent } from '#platform/audit/record-event.ts';
import type { ActorTransaction } from '#platform/database/database.ts';
import { peoplePolicy } from './policy.ts';
import { demandPerson } from './stored-person.ts';

/**
 * Ends everything somebody has open, and nothing else: they may sign in again. For a machine that was
 * lost, or left open somewhere.
 *
 * @throws DomainError 'forbidden', 'not-found'
 */
export async function endPersonSessions(
  tx: ActorTransaction,
  actor: Actor,
  personId: string,
): Promise<void> {
  const { onPlatform } = await demandPerson(tx, personId);
  peoplePolicy.demand(actor, 'end-access', { onPlatform, lastAdministrator: false });
  await sql`select end_sessions(${personId})`.execute(tx);
  await recordEvent(tx, {
    action: 'revoke-session',
    subject: { kind: 'person', key: personId },
    audience: 'people',
    personId,
  });
}
