import { DomainError } from '#platform/errors/domain-error.ts';
import type { PlanStateResult } from './plan-reader.ts';

/** Why a plan cannot be shown: no plan has this key, or the date is outside its versions. */
export function planRefusal(
  result: Exclude<PlanStateResult, { readonly kind: 'found' }>,
  key: string,
): DomainError {
  if (result.kind === 'unknown-plan') {
    return new DomainError('not-found', `Aucun plan n’a la clé « ${key} ».`);
  }
  const since = result.from === null ? '' : `; il l’est depuis le ${result.from}`;
  return new DomainError('not-found', `Le plan n’est pas en vigueur à cette date${since}.`);
}
