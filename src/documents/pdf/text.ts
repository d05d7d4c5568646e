import { spaced } from '../typography.ts';

/** A word without hyphens: an address, a reference. */
export interface Solid {
  readonly solid: string;
}

/**
 * A text ready for Typst: one string, or pieces where it holds words too long for a line. In pieces, a
 * zero-width space is where the line may end; it does not become a character of the PDF.
 */
export type Pieces = string | readonly (string | Solid)[];

const ZERO_WIDTH_SPACE = '\u200B';

/** What may be too long for the column it is in, in characters. */
const LONG = 21;
/** What the dictionary of hyphens is trusted with, in letters. */
const LONGEST_OF_LETTERS = 60;
/** Where nothing better is found, a cut comes after as many characters. */
const CUT_EVERY = 12;
/** Words held together by no-break spaces are let go when their chain is longer, in characters. */
const LONGEST_CHAIN = 60;

const LONG_WORD = new RegExp(`[^\\s\\u200B]{${LONG},}`, 'gu');
const LONG_CHAIN = new RegExp(`[^ \\n\\u200B]{${LONGEST_CHAIN},}`, 'gu');
const ADDRESS = /:\/\/|^www\.|@/;
/** A part of a word, and the punctuation that ends it, after which it may be cut. */
const PART = /[^/?&=_.,:;@#%+-]*[/?&=_.,:;@#%+-]+|[^/?&=_.,:;@#%+-]+/gu;
const OF_LETTERS = new RegExp(`^\\p{P}*[\\p{L}\\p{M}]{1,${LONGEST_OF_LETTERS}}\\p{P}*$`, 'u');

const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' });

/**
 * The text without what no format can hold: control characters, halves of characters, characters that
 * Unicode reserves. Every sort of line end becomes one, every sort of space ordinary or no-break.
 */
export function cleaned(text: string): string {
  return (
    text
      .replaceAll(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
      .replaceAll('\t', ' ')
      .replaceAll(/(?!\n)\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}|\uFEFF/gu, '')
      // What turns the direction of all that follows, links and marks included: letters tell their own.
      .replaceAll(/[\u202A-\u202E\u2066-\u2069]/g, '')
      // At the end of a line, what is only a place to cut a word would show as a hyphen.
      .replaceAll(/\u00AD(?!\p{L})/gu, '')
      .replaceAll(/[\u2007\u202F]/g, '\u00A0')
      .replaceAll(/(?!\u00A0)\p{Zs}/gu, ' ')
      .normalize('NFC')
  );
}

/** The same on one line, for titles. */
export function onOneLine(text: string): string {
  return cleaned(text).replaceAll('\n', ' ');
}

/** A run of text as it is set. */
export function prepared(text: string, language: 'fr' | 'en'): Pieces {
  return inPieces(spaced(cleaned(text), language));
}

/** The words of a link: an address is left as it is. */
export function preparedLink(text: string, language: 'fr' | 'en'): Pieces {
  const words = cleaned(text);
  return /\s/.test(words) ? inPieces(spaced(words, language)) : [{ solid: cut(words) }];
}

/** Whether it is read from right to left: its first letter says so. */
export function isRightToLeft(text: string): boolean {
  const [letter] = /\p{L}/u.exec(text) ?? [];
  return letter !== undefined && /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(letter);
}

/** At most `length` characters, cut between words. */
export function shortened(text: string, length: number): string {
  const line = onOneLine(text).trim();
  if (line.length <= length) return line;
  const kept = line.slice(0, length).replace(/\s+\S*$/u, '');
  return `${kept.replace(/[\s,;:.]+$/u, '')}…`;
}

function inPieces(text: string): Pieces {
  const eased = text.replaceAll(LONG_CHAIN, (chain) =>
    chain.replaceAll('\u00A0', `\u00A0${ZERO_WIDTH_SPACE}`),
  );
  const pieces: (string | Solid)[] = [];
  let end = 0;
  for (const { 0: word, index } of eased.matchAll(LONG_WORD)) {
    if (OF_LETTERS.test(word)) continue;
    pieces.push(eased.slice(end, index), ...wordInPieces(word));
    end = index + word.length;
  }
  if (pieces.length === 0 && eased === text) return text;
  return [...pieces, eased.slice(end)].filter((piece) => piece !== '');
}

function wordInPieces(word: string): (string | Solid)[] {
  if (ADDRESS.test(word)) return [{ solid: cut(word) }];
  const parts = partsOf(word);
  return parts.map((part, index) => {
    const cutAfter = index < parts.length - 1 ? ZERO_WIDTH_SPACE : '';
    return OF_LETTERS.test(part) ? part + cutAfter : { solid: cut(part) + cutAfter };
  });
}

/** The word with a zero-width space wherever it may be cut. */
function cut(word: string): string {
  return partsOf(word)
    .flatMap((part) => (part.length < LONG ? [part] : cutEvenly(part)))
    .join(ZERO_WIDTH_SPACE);
}

function partsOf(word: string): readonly string[] {
  return word.match(PART) ?? [];
}

function cutEvenly(part: string): string[] {
  const characters = Array.from(graphemes.segment(part), ({ segment }) => segment);
  return Array.from({ length: Math.ceil(characters.length / CUT_EVERY) }, (_, index) =>
    characters.slice(index * CUT_EVERY, (index + 1) * CUT_EVERY).join(''),
  );
}
