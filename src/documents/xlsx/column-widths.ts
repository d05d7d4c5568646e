import type { SheetValue } from '../document.ts';

/* Widths are in characters, as Excel counts them. */

const NARROWEST = 10;
const SHARE_WIDTH = 11;

/** Past this a text is read on several lines. */
const ONE_LINE = 16;

/** How wide all the columns of a document’s table are together. */
const PAGE = 140;

/** The widest column of names, and what a column of text may always have. */
const WIDEST_NAME = 36;
const WIDE = 26;

/**
 * How wide a column is: enough for its short values and for the longest word of its heading, several
 * lines for long texts.
 *
 * @param share of the document’s table that the column takes, from 0 to 1; null when its table has no
 *   such column
 */
export function columnWidth(
  heading: string,
  values: readonly SheetValue[],
  share: number | null,
): number {
  const texts = values.filter((value) => typeof value === 'string');
  const longest = texts.reduce((most, text) => Math.max(most, longestLine(text)), 0);
  const needed =
    longest <= ONE_LINE
      ? Math.ceil(longest) + 2
      : ONE_LINE + 2 + Math.round((longest - ONE_LINE) * 0.4);
  const most = share === null ? WIDEST_NAME : Math.max(WIDE, Math.round(share * PAGE));
  const word = heading.split(/\s+/).reduce((most, part) => Math.max(most, part.length), 0) + 2;
  const figures = texts.length < values.length && values.some(isShare) ? SHARE_WIDTH : 0;
  return Math.max(NARROWEST, Math.min(needed, most), Math.min(word, WIDE), figures);
}

/** How wide a sheet may be for its print to stay legible, and what each column keeps of it. */
const WIDEST_SHEET = 240;
const KEPT = 18;

/** The widths, less wide where they are too much together: the widest give most. */
export function narrowed(widths: readonly number[]): number[] {
  const excess = widths.reduce((sum, width) => sum + width, 0) - WIDEST_SHEET;
  if (excess <= 0) return [...widths];
  const spare = widths.reduce((sum, width) => sum + Math.max(0, width - KEPT), 0);
  const left = Math.max(0, 1 - excess / spare);
  return widths.map((width) => (width <= KEPT ? width : Math.round(KEPT + (width - KEPT) * left)));
}

/** Letters of Calibri in the width of one of its digits, by which Excel counts: rather fewer than more. */
const LETTERS = 1.12;

/** How many lines a text takes in a column, about. */
export function lineCount(text: string, width: number): number {
  const letters = Math.max(1, Math.floor(width * LETTERS));
  return text.split('\n').reduce((sum, line) => sum + wrappedLines(line, letters), 0);
}

function wrappedLines(line: string, width: number): number {
  let lines = 1;
  let filled = 0;
  for (const word of line.split(' ')) {
    const after = filled === 0 ? word.length : filled + 1 + word.length;
    if (after <= width) {
      filled = after;
      continue;
    }
    // A word longer than a line is cut wherever it must be.
    lines += (filled === 0 ? 0 : 1) + Math.ceil(word.length / width) - 1;
    filled = word.length % width || width;
  }
  return lines;
}

/** Capitals take more room: sigles are all capitals. */
function longestLine(text: string): number {
  return text
    .split('\n')
    .reduce((most, line) => Math.max(most, line.length + capitals(line) * 0.3), 0);
}

function capitals(line: string): number {
  return line.match(/\p{Lu}/gu)?.length ?? 0;
}

function isShare(value: SheetValue): boolean {
  return typeof value === 'object' && value !== null;
}
