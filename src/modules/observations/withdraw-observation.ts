import { tidy } from '#modules/plan/index.ts';
import type { Actor } from '#platform/actor/actor.ts';
import { recordEvent } from '#platform/audit/record-event.ts';
import type { ActorTransaction } from '#platform/database/database.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { formatNumber } from '#platform/i18n/numbers.ts';
import { observationPolicy } from './policy.ts';
import { demandObservation } from './read-observations.ts';

/** In characters. */
const LONGEST_REASON = 2_000;

/**
 * Withdraws a published text. Its title stays where everyone read it, with the date and the reason; its
 * versions stay in the observer's hands.
 *
 * @throws DomainError 'not-found', 'forbidden', or 'invalid' without a reason
 */
export async function withdrawObservation(
  tx: ActorTransaction,
  actor: Actor,
  input: { readonly id: number; readonly reason: string },
): Promise<void> {
  observationPolicy.demand(actor, 'withdraw-observation', 'published');
  const { id, state, publishedVersion, kind } = await demandObservation(tx, actor, input.id);
  observationPolicy.demand(actor, 'withdraw-observation', state);
  const reason = tidy(input.reason);
  if (publishedVersion === null || reason === '') {
    throw new DomainError(
      'invalid',
      'Dites pourquoi vous retirez ce texte : la raison est publique.',
    );
  }
  if (reason.length > LONGEST_REASON) {
    throw new DomainError(
      'invalid',
      `La raison a ${formatNumber('fr', reason.length)} caractères, pour ${formatNumber('fr', LONGEST_REASON)} au plus.`,
    );
  }
  await tx
    .insertInto('observer_text_step')
    .values({ text_id: id, version: publishedVersion, action: 'withdraw', reason })
    .execute();
  await recordEvent(tx, {
    action: 'withdraw-observation',
    subject: { kind: 'observation', key: String(id) },
    changes: [{ field: 'state', before: 'published', after: 'withdrawn' }],
    reason,
    details: { kind },
  });
}
