import type { LineScope } from '../table.ts';
import { fold } from '../text.ts';

/** The words our exports write in the column that tells what a line is about. */
const WORDS: Readonly<Record<LineScope, string>> = {
  measure: 'mesure',
  indicator: 'indicateur',
  file: 'dossier',
};

const NOT_EXPECTED = 'aucun pourcentage attendu';

/** @returns what the scope column says of a line: `mesure (aucun pourcentage attendu)`. */
export function writeScope(scope: LineScope, expected: boolean): string {
  return expected ? WORDS[scope] : `${WORDS[scope]} (${NOT_EXPECTED})`;
}

/** The inverse of {@link writeScope}; `null` for words that are not ours. */
export function readScope(text: string): { scope: LineScope; expected: boolean } | null {
  const words = fold(text);
  for (const scope of ['measure', 'indicator', 'file'] as const) {
    if (words === WORDS[scope]) return { scope, expected: true };
    if (words === `${WORDS[scope]} ${NOT_EXPECTED}`) return { scope, expected: false };
  }
  return null;
}
