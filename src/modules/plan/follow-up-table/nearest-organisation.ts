import { distance } from 'fastest-levenshtein';
import { fold } from './text.ts';

/** A name to compare with: an organisation, or one of its former names. */
export interface KnownName {
  key: string;
  name: string;
  acronym: string | null;
}

/** The known name nearest to an unknown one, and how alike they are, from 0 to 1. */
export interface Nearest<T extends KnownName> {
  known: T;
  /** Edits between the unknown text and the nearest of the name and the acronym. */
  distance: number;
  similarity: number;
  /** Whether it is the acronym that is near, rather than the name. */
  byAcronym: boolean;
}

/** Below this the nearest name is no help; acronyms are short, half of one is chance. */
const LEAST_SIMILAR = 0.5;
const LEAST_SIMILAR_ACRONYM = 0.6;

/**
 * Proposes a known name for an unknown one. Accents, case and punctuation do not count; both the
 * full name and the acronym are compared.
 *
 * @returns null when nothing is half alike.
 */
export function nearestName<T extends KnownName>(
  text: string,
  known: readonly T[],
): (T & Omit<Nearest<T>, 'known'>) | null {
  const nearest = compareAll(text, known)
    .filter(
      ({ similarity, byAcronym }) =>
        similarity >= (byAcronym ? LEAST_SIMILAR_ACRONYM : LEAST_SIMILAR),
    )
    .reduce<Nearest<T> | null>(
      (best, one) => (best && best.similarity >= one.similarity ? best : one),
      null,
    );
  if (!nearest) return null;
  const { known: found, ...measure } = nearest;
  return { ...found, ...measure };
}

/**
 * Tells a slip of the keyboard from an organisation we do not know: one edit away from an acronym,
 * for a text of five letters or more, or nine tenths alike a full name, for twelve or more. Short
 * acronyms are one letter apart by nature (MES, MEQ, MEI): they are never slips.
 */
export function isProbablyTypo(text: string, known: readonly KnownName[]): boolean {
  const letters = fold(text).replaceAll(' ', '').length;
  return compareAll(text, known).some(({ byAcronym, distance: edits, similarity }) =>
    byAcronym ? letters >= 5 && edits === 1 : letters >= 12 && edits > 0 && similarity >= 0.9,
  );
}

function compareAll<T extends KnownName>(text: string, known: readonly T[]): Nearest<T>[] {
  const wanted = fold(text);
  return known.flatMap((one) => [
    compare(one, wanted, one.name, false),
    ...(one.acronym === null ? [] : [compare(one, wanted, one.acronym, true)]),
  ]);
}

function compare<T extends KnownName>(
  known: T,
  wanted: string,
  name: string,
  byAcronym: boolean,
): Nearest<T> {
  const folded = fold(name);
  const edits = distance(wanted, folded);
  const longest = Math.max(wanted.length, folded.length, 1);
  return { known, distance: edits, similarity: 1 - edits / longest, byAcronym };
}
