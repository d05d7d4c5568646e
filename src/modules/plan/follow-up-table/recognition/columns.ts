import { readPercent } from '../interpretation/statement.ts';
import { type Cell, cellIn, type Sheet } from '../sheet.ts';
import type { Field } from '../table.ts';
import type { HeadingColumn, HeadingRow } from './heading-row.ts';
import { type HeadingMatch, RANK } from './headings.ts';

/** How many rows of values help tell two columns apart. */
const SAMPLED_ROWS = 300;

/** Which column holds each field, and the columns that hold none we know. */
export interface ColumnAssignment {
  columns: Map<Field, HeadingColumn>;
  unrecognised: HeadingColumn[];
}

/**
 * Gives each column at most one field and each field at most one column: what the person mapped
 * first, then the surest headings. Of two as sure, one that holds values wins, then the one of the
 * latest year ("% 2022", "% 2023": one column a year is a common habit), then the leftmost. Headings that may mean two things
 * ("Avancement": a percentage or a narrative; "Mesure": a number or a name) are settled by the
 * values under them.
 */
export function assignColumns(sheet: Sheet, heading: HeadingRow): ColumnAssignment {
  const columns = new Map<Field, HeadingColumn>();
  const taken = new Set<HeadingColumn>();
  const assign = (field: Field, column: HeadingColumn) => {
    if (columns.has(field) || taken.has(column)) return;
    columns.set(field, column);
    taken.add(column);
  };
  for (const column of heading.columns) {
    if (column.mapped === 'ignore') taken.add(column);
    else if (column.mapped) assign(column.mapped, column);
  }
  heading.columns
    .filter(({ mapped }) => mapped === null)
    .flatMap((column) => {
      const values = valuesUnder(sheet, heading, column);
      const tie = { filled: values.length > 0, year: latestYear(column.heading) };
      return weigh(column.matches, values).map((match) => ({ column, ...tie, ...match }));
    })
    .sort((a, b) => a.rank - b.rank || Number(b.filled) - Number(a.filled) || b.year - a.year)
    .forEach(({ field, column }) => {
      assign(field, column);
    });
  const unrecognised = heading.columns.filter((column) => !taken.has(column));
  return { columns, unrecognised };
}

/** Lets the values move a plausible meaning up, or out. */
function weigh(matches: readonly HeadingMatch[], values: readonly Cell[]): HeadingMatch[] {
  const figures = share(values, (cell) => readPercent(cell).kind !== 'unreadable');
  const numbers = share(values, (cell) => cell.text.length <= 12 && /\d/.test(cell.text));
  const ambiguous = matches.length > 1;
  return matches.flatMap((match) => {
    const { field, rank } = match;
    if (rank === RANK.sure && !(ambiguous && field === 'narrative')) return [match];
    if (field === 'percent') {
      return figures === null || figures >= 0.5 ? [{ field, rank: RANK.usual }] : [];
    }
    if (field === 'narrative' && figures !== null && figures >= 0.5) {
      return [{ field, rank: RANK.weak }];
    }
    if (field === 'number') {
      return numbers === null || numbers < 0.8 ? [] : [{ field, rank: RANK.usual - 0.5 }];
    }
    // A lone "Objectif" beside the measures is the measure's own, which a table has no place for.
    if (field === 'objective') return [];
    return [match];
  });
}

function latestYear(heading: string): number {
  return Math.max(0, ...[...heading.matchAll(/\b(?:19|20)\d\d\b/g)].map(([year]) => Number(year)));
}

function valuesUnder(sheet: Sheet, heading: HeadingRow, column: HeadingColumn): Cell[] {
  if (column.matches.length === 0) return [];
  return sheet.rows
    .filter(({ number }) => number > heading.row)
    .slice(0, SAMPLED_ROWS)
    .flatMap((row) => {
      // A row with one filled cell is a section or a note: it tells nothing of its column.
      const cell = row.cells.length > 1 ? cellIn(row, column.column) : undefined;
      return cell ? [cell] : [];
    });
}

function share(values: readonly Cell[], test: (cell: Cell) => boolean): number | null {
  return values.length === 0 ? null : values.filter(test).length / values.length;
}
