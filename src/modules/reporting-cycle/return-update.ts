import { tidy } from '#modules/plan/index.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { ActorTransaction } from '#platform/database/database.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { formatNumber } from '#platform/i18n/numbers.ts';
import { type StepInput, takeStep } from './take-step.ts';

/** In characters. */
const LONGEST_REASON = 2_000;

export interface ReturnInput extends StepInput {
  readonly reason: string;
}

/**
 * Returns an update to those who prepare it, with a reason: what waits for validation, by whoever
 * validates; what was handed on, by the coordination.
 *
 * @throws DomainError 'not-found', 'forbidden', 'invalid' without a reason, 'conflict'
 */
export function returnUpdate(
  tx: ActorTransaction,
  actor: Actor,
  input: ReturnInput,
): Promise<void> {
  const reason = tidy(input.reason);
  if (reason.length > LONGEST_REASON) {
    throw new DomainError(
      'invalid',
      `La raison a ${formatNumber('fr', reason.length)} caractères, pour ${formatNumber('fr', LONGEST_REASON)} au plus.`,
    );
  }
  return takeStep(tx, actor, 'return', input, reason === '' ? null : reason);
}
