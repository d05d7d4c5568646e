import type { Actor } from '#platform/actor/actor.ts';
import type { ActorTransaction } from '#platform/database/database.ts';
import { type StepInput, takeStep } from './take-step.ts';

/**
 * Approves what an organisation handed on: the direction and the observation read it from then on.
 * No statement of the plan is written by this; an edition, once sealed, does that.
 *
 * @throws DomainError 'not-found', 'forbidden', 'conflict'
 */
export function approveUpdate(tx: ActorTransaction, actor: Actor, input: StepInput): Promise<void> {
  return takeStep(tx, actor, 'approve', input);
}
