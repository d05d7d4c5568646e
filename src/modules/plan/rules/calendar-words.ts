import type { Season } from './seasons.ts';

/** The months as French and English write them, in full and abbreviated, without accents. */
const MONTHS: readonly (readonly string[])[] = [
  ['janvier', 'january', 'janv', 'jan'],
  ['fevrier', 'february', 'fevr', 'fev', 'feb'],
  ['mars', 'march', 'mar'],
  ['avril', 'april', 'avr', 'apr'],
  ['mai', 'may'],
  ['juin', 'june', 'jun'],
  ['juillet', 'july', 'juil', 'jul'],
  ['aout', 'august', 'aug'],
  ['septembre', 'september', 'sept', 'sep'],
  ['octobre', 'october', 'oct'],
  ['novembre', 'november', 'nov'],
  ['decembre', 'december', 'dec'],
];

const MONTH_NUMBERS: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((words, index) => words.map((word) => [word, index + 1] as const)),
);

const SEASONS: ReadonlyMap<string, Season> = new Map([
  ['printemps', 'spring'],
  ['spring', 'spring'],
  ['ete', 'summer'],
  ['summer', 'summer'],
  ['automne', 'autumn'],
  ['autumn', 'autumn'],
  ['fall', 'autumn'],
  ['hiver', 'winter'],
  ['winter', 'winter'],
]);

const ORDINALS: ReadonlyMap<string, number> = new Map([
  ...['1er', '1re', '1ere', '1st', 'premier', 'premiere', 'first'].map((w) => [w, 1] as const),
  ...['2e', '2eme', '2d', '2nd', 'second', 'deuxieme'].map((w) => [w, 2] as const),
  ...['3e', '3eme', '3rd', 'third', 'troisieme'].map((w) => [w, 3] as const),
  ...['4e', '4eme', '4th', 'fourth', 'quatrieme'].map((w) => [w, 4] as const),
]);

/** A part of a period: its first, second or last third. */
export type Part = 0 | 1 | 2;

const PARTS: ReadonlyMap<string, Part> = new Map([
  ...['debut', 'early', 'start', 'beginning'].map((word) => [word, 0] as const),
  ...['mi', 'milieu', 'mid', 'middle'].map((word) => [word, 1] as const),
  ...['fin', 'late', 'end'].map((word) => [word, 2] as const),
]);

/** Patterns that match exactly the words known here. */
export const MONTH_WORD = oneOf(MONTH_NUMBERS);
export const SEASON_WORD = oneOf(SEASONS);
export const ORDINAL_WORD = oneOf(ORDINALS);
export const PART_WORD = oneOf(PARTS);

/** The month of a word, 1 to 12; null when it is none. */
export function monthOf(word: string | undefined): number | null {
  return MONTH_NUMBERS.get(word ?? '') ?? null;
}

export function seasonOf(word: string | undefined): Season | null {
  return SEASONS.get(word ?? '') ?? null;
}

/** The rank a word gives, 1 to 4; null when it gives none. */
export function rankOf(word: string | undefined): number | null {
  return ORDINALS.get(word ?? '') ?? null;
}

export function partOf(word: string | undefined): Part | null {
  return PARTS.get(word ?? '') ?? null;
}

function oneOf(words: ReadonlyMap<string, unknown>): string {
  const longestFirst = [...words.keys()].sort((a, b) => b.length - a.length);
  return `(?:${longestFirst.join('|')})`;
}
