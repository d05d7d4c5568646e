import { InvalidArgumentError } from 'commander';
import { isIsoDate } from '#modules/plan/rules/iso-date.ts';

/** A day given on the command line. */
export function parseDay(text: string): string {
  if (!isIsoDate(text)) throw new InvalidArgumentError('une date AAAA-MM-JJ est attendue.');
  return text;
}
