/** A piece of a text, and whether it is what was searched for. */
export interface ExcerptPart {
  readonly text: string;
  readonly matched: boolean;
}

const MATCH = /\uE000([^\uE000\uE001]*)\uE001/g;

/** Cuts an excerpt at the marks, U+E000 and U+E001, that stand around what matched; says where it was cut off. */
export function excerptParts(excerpt: string): ExcerptPart[] {
  const before = /^\p{Lu}/u.test(withoutMarks(excerpt)) ? '' : '… ';
  const after = /[.!?…]$/.test(withoutMarks(excerpt)) ? '' : ' …';
  return parts(`${before}${excerpt}${after}`.split(MATCH));
}

/** Marks in a whole text what an excerpt of it says matched. */
export function markLike(text: string, excerpt: string): ExcerptPart[] {
  const words = [...excerpt.matchAll(MATCH)].flatMap(([, word]) => (word ? [escaped(word)] : []));
  if (words.length === 0) return [{ text, matched: false }];
  return parts(text.split(new RegExp(`(${words.join('|')})`, 'g')));
}

/** Whether the excerpt says nothing that the text does not. */
export function isPartOf(excerpt: string, text: string): boolean {
  return text.includes(withoutMarks(excerpt));
}

function parts(pieces: readonly string[]): ExcerptPart[] {
  return pieces
    .map((text, index) => ({ text: withoutMarks(text), matched: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}

function withoutMarks(text: string): string {
  return text.replace(/[\uE000\uE001]/g, '');
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
