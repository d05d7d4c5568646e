import { cellIn, columnLetters, type Sheet, type SheetRow } from '../sheet.ts';
import type { ColumnMapping, Field } from '../table.ts';
import { oneLine } from '../text.ts';
import { type HeadingMatch, headingKey, matchHeading } from './headings.ts';

/** How far down a heading row is looked for. */
const SEARCHED_ROWS = 50;

/** And how far to the right: no follow-up table is wider. */
const SEARCHED_COLUMNS = 256;

/** One column under the heading row, and what its heading may mean. */
export interface HeadingColumn {
  column: number;
  letter: string;
  heading: string;
  matches: HeadingMatch[];
  /** What the person said it is. */
  mapped: Field | 'ignore' | null;
}

export interface HeadingRow {
  /** The last row of the headings; data begin below. */
  row: number;
  /** The first row of the headings; titles stand above. */
  top: number;
  columns: HeadingColumn[];
  /** How many different fields it names. */
  score: number;
}

/**
 * Finds the headings of a sheet: the row among its first fifty that names the most fields, alone
 * or as the second line of a two-line heading. The highest wins a tie, headings being repeated
 * further down by some.
 *
 * @returns null when no row names two fields.
 */
export function findHeadingRow(sheet: Sheet, mapping: ColumnMapping): HeadingRow | null {
  const rows = searchedRows(sheet);
  let best: HeadingRow | null = null;
  rows.forEach((row, index) => {
    const single = singleHeading(row, mapping);
    const next = rows[index + 1];
    const double =
      next?.number === row.number + 1 ? doubleHeading(sheet, row, next, mapping) : null;
    const nextScore = next ? singleHeading(next, mapping).score : 0;
    const better = double && double.score > Math.max(single.score, nextScore) ? double : single;
    if (better.score >= 2 && better.score > (best?.score ?? 0)) best = better;
  });
  return best;
}

/** @returns the texts of the row that looks most like headings, to show when none is recognised. */
export function likelyHeadings(sheet: Sheet): string[] {
  const rows = searchedRows(sheet);
  const texts = rows.map((row) =>
    row.cells
      .filter(({ kind, text }) => kind === 'text' && text.length < 60)
      .map(({ text }) => text),
  );
  return texts.reduce((fullest, row) => (row.length > fullest.length ? row : fullest), []);
}

function searchedRows(sheet: Sheet): SheetRow[] {
  return sheet.rows
    .filter(({ number }) => number <= SEARCHED_ROWS)
    .map(({ number, cells }) => ({
      number,
      cells: cells.filter(({ column }) => column <= SEARCHED_COLUMNS),
    }));
}

function singleHeading(row: SheetRow, mapping: ColumnMapping): HeadingRow {
  const columns = row.cells.map((cell) => headingColumn(cell.column, [cell.text], mapping));
  return { row: row.number, top: row.number, columns, score: score(columns) };
}

/** A group above and its parts below: the part alone, or the two together, whichever is known. */
function doubleHeading(
  sheet: Sheet,
  top: SheetRow,
  bottom: SheetRow,
  mapping: ColumnMapping,
): HeadingRow {
  const numbers = new Set([...top.cells, ...bottom.cells].map(({ column }) => column));
  const columns = [...numbers]
    .sort((a, b) => a - b)
    .map((column) => {
      const upper = groupAbove(sheet, top, column);
      const lower = cellIn(bottom, column)?.text ?? '';
      const both = `${upper} ${lower}`.trim();
      return headingColumn(column, lower === '' ? [upper] : [lower, both], mapping);
    });
  return { row: bottom.number, top: top.number, columns, score: score(columns) };
}

/** The text above a column, found through the merge that spreads it. */
function groupAbove(sheet: Sheet, row: SheetRow, column: number): string {
  const own = cellIn(row, column);
  if (own) return own.text;
  const merge = sheet.merges.find(
    ({ top, left, right }) => top === row.number && left <= column && column <= right,
  );
  return (merge && cellIn(row, merge.left)?.text) ?? '';
}

function headingColumn(
  column: number,
  candidates: readonly string[],
  mapping: ColumnMapping,
): HeadingColumn {
  const letter = columnLetters(column);
  const known = candidates.find((text) => matchHeading(text).length > 0);
  const heading = oneLine(known ?? candidates.at(-1) ?? '');
  return {
    column,
    letter,
    heading,
    matches: matchHeading(heading),
    mapped: mappedField(mapping, letter, heading),
  };
}

function mappedField(
  mapping: ColumnMapping,
  letter: string,
  heading: string,
): Field | 'ignore' | null {
  const key = headingKey(heading);
  const entry = Object.entries(mapping).find(
    ([name]) => name.toUpperCase() === letter || (key !== '' && headingKey(name) === key),
  );
  return entry?.[1] ?? null;
}

function score(columns: readonly HeadingColumn[]): number {
  const fields = new Set<Field>();
  for (const { mapped, matches } of columns) {
    if (mapped === 'ignore') continue;
    const field = mapped ?? matches.find((match) => !fields.has(match.field))?.field;
    if (field) fields.add(field);
  }
  return fields.size;
}
