import type { Actor } from '#platform/actor/actor.ts';
import { DomainError } from '#platform/errors/domain-error.ts';

/** Who may bring a follow-up table in, or change a plan's texts. */
function mayEditPlan(actor: Actor): boolean {
  return actor.role === 'coordinator' || actor.role === 'system';
}

/** @throws DomainError 'forbidden' */
export function demandPlanEditor(actor: Actor): void {
  if (mayEditPlan(actor)) return;
  throw new DomainError('forbidden', 'Seule la coordination peut modifier un plan d’action.');
}
