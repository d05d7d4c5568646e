/**
 * A limit set by the words around a date. `by` includes all of the date named ("d'ici l'automne"),
 * `before` stops the day before it begins ("avant 2026"); `rest` is the date.
 */
export type Limit = { readonly kind: 'none' | 'by' | 'before'; readonly rest: string };

const BY =
  /^(?:d'ici(?: au plus tard)?|au plus tard|pas plus tard que|jusqu'|jusque|le ou avant|by|until|no later than|not later than|at the latest by|on or before)\b ?(?<rest>.+)$/;
const BY_AFTERWARDS =
  /^(?<rest>.+?),? (?:au plus tard|ou avant|at the latest|or earlier|or before)$/;
const BEFORE = /^(?:avant|before|prior to) (?<rest>.+)$/;

/** "La fin de 2026", after one of these words, is the last day of 2026 and not its last months. */
const END = /^(?:(?:a|au|at|la|the) )*(?:fin|end) (?:(?:de|du|of) |d')?(?<rest>.+)$/;

/** Separates the limit from the date in a normalised text. */
export function readLimit(text: string): Limit {
  const beforeLastWords = restOf(BY_AFTERWARDS, text);
  const named = restOf(BY, beforeLastWords ?? text) ?? beforeLastWords;
  if (named !== null) return { kind: 'by', rest: restOf(END, named) ?? named };
  const excluded = restOf(BEFORE, text);
  if (excluded === null) return { kind: 'none', rest: text };
  const end = restOf(END, excluded);
  return end === null ? { kind: 'before', rest: excluded } : { kind: 'by', rest: end };
}

/** What the pattern leaves under the name `rest`; null when it does not match. */
export function restOf(pattern: RegExp, text: string): string | null {
  return pattern.exec(text)?.groups?.['rest'] ?? null;
}
