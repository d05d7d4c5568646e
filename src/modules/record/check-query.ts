import { isOrganisationKey } from '#modules/organisations/rules.ts';
import { isIsoDate } from '#modules/plan/rules/iso-date.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import type { RecordQuery } from './record-reader.ts';

const ACTION = /^[a-z]+(-[a-z]+)*$/;
const PERSON = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * What was typed, or came in an address, before it is asked of the database.
 *
 * @throws DomainError 'invalid' or 'not-found', saying what
 */
export function checkQuery({ from, to, action, organisationKey, personId }: RecordQuery): void {
  for (const day of [from, to]) {
    if (day && !isIsoDate(day)) {
      throw new DomainError('invalid', `« ${day} » n’est pas une date : écrivez AAAA-MM-JJ.`);
    }
  }
  if (from && to && from > to) {
    throw new DomainError('invalid', `La période finit le ${to}, avant de commencer le ${from}.`);
  }
  if (action && !ACTION.test(action)) {
    throw new DomainError('invalid', `« ${action} » n’est pas une action du registre.`);
  }
  if (organisationKey && !isOrganisationKey(organisationKey)) {
    throw new DomainError('not-found', `Aucune organisation n’a la clé « ${organisationKey} ».`);
  }
  if (personId && !PERSON.test(personId)) {
    throw new DomainError('not-found', 'Personne n’a cet identifiant.');
  }
}
