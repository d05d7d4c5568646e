import type { Actor } from '#platform/actor/actor.ts';
import type { ActorTransaction } from '#platform/database/database.ts';
import { type StepInput, takeStep } from './take-step.ts';

/**
 * Validates an update for its organisation: the coordination has it from then on.
 *
 * @throws DomainError 'not-found', 'forbidden', 'conflict'
 */
export function validateUpdate(
  tx: ActorTransaction,
  actor: Actor,
  input: StepInput,
): Promise<void> {
  return takeStep(tx, actor, 'validate', input);
}
