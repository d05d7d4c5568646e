import { DomainError } from '#platform/errors/domain-error.ts';
import { isIsoDate } from '../rules/iso-date.ts';
import { isPlanKey } from '../rules/plan-key.ts';

/** @throws DomainError 'invalid' when what a table is imported as cannot be a plan's key and a date */
export function demandTarget(target: {
  readonly planKey: string;
  readonly asOf: string | null;
}): void {
  if (!isPlanKey(target.planKey)) {
    throw new DomainError(
      'invalid',
      `« ${target.planKey} » ne peut pas être la clé d’un plan : lettres minuscules sans accent, chiffres et traits d’union, comme « pole-2019-2024 ».`,
    );
  }
  demandDay(target.asOf);
}

/** @throws DomainError 'invalid' for a date that does not exist; none at all is fine */
export function demandDay(asOf: string | null): void {
  if (asOf === null || isIsoDate(asOf)) return;
  throw new DomainError('invalid', `« ${asOf} » n’est pas une date : écrivez AAAA-MM-JJ.`);
}
