import { fold, oneLine } from '../text.ts';

export interface ThemeLabel {
  number: string | null;
  /** The empty string when the label is a number alone. */
  name: string;
}

const WORD =
  'th[eè]mes?|axes?|axis|orientations?|volets?|piliers?|pillars?|chantiers?|objectifs? strat[ée]giques?|priorit[ée]s?|priority|goals?|sections?|parties?';
const NUMBER = '\\d{1,3}(?:\\.\\d{1,3})*[a-z]?|[IVX]{1,5}|[A-Z]';
const SEPARATED = new RegExp(`^(${NUMBER})\\s*(?:[.):]|\\s?[–—]|\\s-)\\s*(\\S.*)$`, 's');
const INTRODUCED = new RegExp(
  `^(?:${WORD})\\s+(?:n[o°º]\\.?\\s*)?(\\d{1,3}(?:\\.\\d{1,3})*[a-z]?|[IVX]{1,5}|[A-Z])(?:\\s*[.):–—-]\\s*|\\s+|$)(.*)$`,
  'is',
);
const CONTINUED =
  /\s*(?:\((?:suite(?: et fin)?|cont(?:inued|['’]d|\.)?)\)|[–—-]\s*(?:suite(?: et fin)?|continued))$/i;

/**
 * Reads a theme as a section row or a column names it: `2. Reconnaissance des compétences (suite)`,
 * `Axe 1 – Information`, `Information`, `1`. Cross-cutting measures are theme 0.
 */
export function readThemeLabel(text: string): ThemeLabel {
  const label = oneLine(text).replace(CONTINUED, '');
  const numbered = SEPARATED.exec(label) ?? INTRODUCED.exec(label);
  if (numbered?.[1]) {
    return { number: numbered[1], name: (numbered[2] ?? '').trim() };
  }
  if (/^\d{1,3}[.)]?$/.test(label)) return { number: label.replace(/\D/g, ''), name: '' };
  const words = fold(label);
  const crossCutting = /^(?:mesures? )?transversa(?:les?|ux|l)\b|^cross cutting/.test(words);
  return { number: crossCutting ? '0' : null, name: label };
}

/** @returns whether a text announces a theme by its form alone: numbered, introduced, continued. */
export function announcesTheme(text: string): boolean {
  const label = oneLine(text);
  return SEPARATED.test(label) || INTRODUCED.test(label) || CONTINUED.test(label);
}

/** @returns whether a section is the continuation of one already named. */
export function sameTheme(a: string, b: string): boolean {
  return fold(a) === fold(b);
}
