import { DomainError } from '../errors/domain-error.ts';

const ADDRESS = /^[^\s@<>",;:\\()[\]\p{C}]{1,64}@[^\s@<>",;:\\()[\]\p{C}]{1,253}$/u;
const LINE = /^[^\p{Cc}\u2028\u2029]*$/u;

/** Whether a text is one address, without a name, that nothing can hide in. */
export function isMailAddress(text: string): boolean {
  return ADDRESS.test(text);
}

/** Whether a text stays on the line of the header it is put in. */
export function isHeaderSafe(text: string): boolean {
  return LINE.test(text);
}

/** @throws DomainError 'invalid' */
export function demandMailAddress(text: string): void {
  if (isMailAddress(text)) return;
  throw new DomainError('invalid', `« ${oneLine(text)} » n’est pas une adresse de courriel.`);
}

/** @throws DomainError 'invalid' */
export function demandSubject(text: string): void {
  if (text.trim() !== '' && isHeaderSafe(text)) return;
  throw new DomainError(
    'invalid',
    `L’objet d’un message est écrit, et tient sur une ligne : « ${oneLine(text)} ».`,
  );
}

function oneLine(text: string): string {
  return text.replace(/[\p{C}\s]+/gu, ' ').trim();
}
