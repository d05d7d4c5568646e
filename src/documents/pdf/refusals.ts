import { DomainError } from '#platform/errors/domain-error.ts';
import type { Document } from '../document.ts';
import { foundIn } from './places.ts';

/** What Typst says of a text that it could not show. */
const UNSHOWN = /the text `\\?"(?<text>.+?)\\?"`/;

/** Why a document cannot be a PDF. Each message says where, and what to do. */
export const refusals = {
  undrawn: (place: readonly string[], character: string) => {
    const codes = Array.from(character, codeOf).join(' ');
    return new DomainError(
      'unsupported',
      `${place.join(', ')} : le caractère « ${character} » (${codes}) n’a pas de dessin dans les polices du PDF. Remplacez-le, ou prenez un autre format.`,
      { place, character, codes },
    );
  },

  unreadableDrawing: (place: readonly string[], reason: string) =>
    new DomainError(
      'unsupported',
      `${place.join(', ')} : le dessin n’est pas une image SVG lisible. Refaites-le, ou prenez un autre format.`,
      { place, reason },
    ),

  tooManyCells: (caption: string, row: string, columns: number) =>
    new DomainError(
      'invalid',
      `Tableau « ${caption} » : la ligne « ${row} » a plus de cellules que le tableau n’a de colonnes (${columns}).`,
      { caption, row, columns },
    ),

  /** @param diagnostics what Typst says, in English */
  uncomposed: (document: Document, diagnostics: readonly string[]) => {
    const text = diagnostics
      .map((diagnostic) => UNSHOWN.exec(diagnostic)?.groups?.['text'])
      .find((found) => found !== undefined);
    const place = text === undefined ? null : placeOf(document, text);
    if (text !== undefined && place !== null) return refusals.undrawn(place, text);
    return new DomainError(
      'unsupported',
      `Le PDF de « ${document.title} » n’a pas pu être composé : quelque chose, dans ce document, ne tient pas dans un PDF accessible (${diagnostics[0] ?? 'sans autre précision'}). Prenez un autre format, et signalez-le.`,
      { diagnostics },
    );
  },
};

function placeOf(document: Document, text: string): readonly string[] | null {
  for (const { value, place } of foundIn(document)) if (value.includes(text)) return place;
  return null;
}

function codeOf(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return `U+${code.padStart(4, '0')}`;
}
