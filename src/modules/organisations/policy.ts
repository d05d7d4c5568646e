import type { Actor } from '#platform/actor/actor.ts';
import { DomainError } from '#platform/errors/domain-error.ts';

/**
 * Who may add organisations.
 *
 * @throws DomainError 'forbidden'
 */
export function demandOrganisationEditor(actor: Actor): void {
  if (actor.role === 'coordinator' || actor.role === 'system') return;
  throw new DomainError('forbidden', 'Seule la coordination peut ajouter des organisations.');
}
