import type { Actor } from '#platform/actor/actor.ts';
import type { ActorTransaction } from '#platform/database/database.ts';
import { type StepInput, takeStep } from './take-step.ts';

/**
 * Submits an update to whoever validates for the organisation; without anybody, it goes straight to
 * the coordination, marked as not validated.
 *
 * @throws DomainError 'not-found', 'forbidden', 'invalid' when it says nothing, 'conflict'
 */
export function submitUpdate(tx: ActorTransaction, actor: Actor, input: StepInput): Promise<void> {
  return takeStep(tx, actor, 'submit', input);
}
