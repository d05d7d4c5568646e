import type { Actor } from '#platform/actor/actor.ts';
import { DomainError } from '#platform/errors/domain-error.ts';

/**
 * Who may write the annual report, or say what it is made of.
 *
 * @throws DomainError 'forbidden'
 */
export function demandReportEditor(actor: Actor): void {
  if (actor.role === 'coordinator' || actor.role === 'system') return;
  throw new DomainError('forbidden', 'Seule la coordination peut écrire le rapport annuel.');
}
