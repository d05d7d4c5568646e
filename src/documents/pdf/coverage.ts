import { SaxesParser } from 'saxes';
import type { Document } from '../document.ts';
import { type Found, foundIn } from './places.ts';
import { refusals } from './refusals.ts';
import { cleaned } from './text.ts';

/** Characters that leave no mark: no font has to draw them. */
const UNSEEN = /^[\p{Default_Ignorable_Code_Point}\n]$/u;

const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' });

/**
 * Refuses a document that the fonts cannot draw whole. Typst takes the glyphs of one character (an
 * emoji of several, a letter with its accents) from one font; a missing one would fail PDF/UA, which
 * does not say where.
 *
 * @param families the code points that each family draws, the commonest family first
 * @throws DomainError `unsupported`, names the character, its place and what to do
 */
export function checkCoverage(document: Document, families: readonly ReadonlySet<number>[]): void {
  for (const { kind, value, place } of foundIn(document)) {
    const texts = kind === 'text' ? [value] : textsOfDrawing(value, place);
    for (const text of texts) {
      const character = firstUndrawn(cleaned(text), families);
      if (character !== null) throw refusals.undrawn(place, character);
    }
  }
}

/** The first character of a text that no font draws; null when all are drawn. */
function firstUndrawn(text: string, families: readonly ReadonlySet<number>[]): string | null {
  if (isDrawnBy(families[0], text)) return null;
  for (const { segment } of graphemes.segment(text)) {
    const drawn = families.some((family) =>
      [segment, segment.normalize('NFD')].some((form) => isDrawnBy(family, form)),
    );
    if (!drawn) return segment;
  }
  return null;
}

function isDrawnBy(family: ReadonlySet<number> | undefined, text: string): boolean {
  for (const character of text) {
    const drawn = family?.has(character.codePointAt(0) ?? 0) ?? false;
    if (!drawn && !UNSEEN.test(character)) return false;
  }
  return true;
}

/** The words that a drawing shows. @throws DomainError `unsupported` when it is not well-formed */
function textsOfDrawing(svg: string, place: Found['place']): string[] {
  const texts: string[] = [];
  let depth = 0;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    depth += name === 'text' ? 1 : 0;
  });
  parser.on('closetag', ({ name }) => {
    depth -= name === 'text' ? 1 : 0;
  });
  parser.on('text', (text) => {
    if (depth > 0) texts.push(text);
  });
  parser.on('cdata', (text) => {
    if (depth > 0) texts.push(text);
  });
  try {
    parser.write(svg).close();
  } catch (error) {
    throw refusals.unreadableDrawing(place, error instanceof Error ? error.message : String(error));
  }
  return texts;
}
