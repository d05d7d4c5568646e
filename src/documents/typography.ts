/** Any space that may stand where one must not end a line: ordinary, thin, or already unbreakable. */
const SPACE = '[ \\u00A0\\u2009\\u202F]';
const NO_BREAK_SPACE = '\u00A0';

const MONTH =
  'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre';
const NOT_IN_WORD = '(?<![\\p{L}\\p{N}])';

/** What stands on either side of a space that French keeps from ending a line. */
const NEIGHBOURS: readonly (readonly [before: string, after: string])[] = [
  ['', '[:;!?»%‰$€]'],
  ['\\d', '[kMG]?\\$'],
  ['«', ''],
  [`${NOT_IN_WORD}(?:MM?\\.|Mmes?|Mlles?|Mes?|Dre?s?|Pre?s?)`, '\\p{Lu}'],
  [`${NOT_IN_WORD}(?:[Nn]os?|[Nn][°º]|pp?\\.|[Aa]rt\\.|a\\.|§)`, '\\p{N}'],
  [`${NOT_IN_WORD}c\\.`, '(?:[A-Z]+-)?\\p{N}'],
  [`${NOT_IN_WORD}(?:[12]?\\d|3[01]|1er)`, `(?:${MONTH})(?!\\p{L})`],
  [`${NOT_IN_WORD}[012]?\\d`, 'h(?!\\p{L})'],
  [`\\d${SPACE}h`, '[0-5]\\d(?!\\d)'],
];

const UNBROKEN = new RegExp(
  `${SPACE}(?:${NEIGHBOURS.map(([before, after]) => `(?<=${before}.)(?=${after})`).join('|')})`,
  'gu',
);

/** "2 115", "1 234 567": up to three digits, then threes. */
const NUMBER_GROUPS = new RegExp(
  `(?<![\\p{L}\\p{N}.,/-])\\d{1,3}(?:${SPACE}\\d{3})+(?![\\p{L}\\p{N}])`,
  'gu',
);

/**
 * The text with the spaces that its language does not let end a line: in French as written in Québec,
 * those inside « », before a colon or a percent sign, within a number, between a title and a name, a
 * day and its month. Only the kind of space changes. English is left as it is.
 */
export function spaced(text: string, language: 'fr' | 'en'): string {
  if (language === 'en') return text;
  return text
    .replace(NUMBER_GROUPS, (number) => number.replaceAll(/\s/g, NO_BREAK_SPACE))
    .replaceAll(UNBROKEN, NO_BREAK_SPACE);
}
