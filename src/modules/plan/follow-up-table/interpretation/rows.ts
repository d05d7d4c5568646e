import type { RecognisedTable } from '../recognition/recognise.ts';
import { type Cell, cellIn, type Merge, type Sheet, type SheetRow } from '../sheet.ts';
import type { Field } from '../table.ts';

/** A row seen through the recognised columns, each field with the cell that holds it. */
export interface FieldRow {
  row: SheetRow;
  fields: Partial<Record<Field, Cell>>;
  /** The row's only cell, when it has just one (a theme's objective apart). */
  alone: Cell | null;
  /** How many columns that cell is merged over. */
  span: number;
}

/** A cell merged down several rows speaks for each of them in these columns only. */
const REPEATED: ReadonlySet<Field> = new Set(['theme', 'deadline', 'lead', 'collaborators']);

/** @returns the filled rows below the headings, through the recognised columns. */
export function fieldRows(table: RecognisedTable): FieldRow[] {
  const below = table.sheet.rows.filter(({ number }) => number > table.headingRow);
  const columns = [...table.columns].map(([field, { column }]) => ({ field, column }));
  const repeated = columns
    .filter(({ field }) => REPEATED.has(field))
    .map(({ field, column }) => ({ field, cells: spreadDown(table.sheet, below, column) }));
  const spans = spansByRow(table.sheet);
  return below.map((row) => {
    const fields: Partial<Record<Field, Cell>> = {};
    for (const { field, column } of columns) {
      const cell = cellIn(row, column);
      if (cell) fields[field] = cell;
    }
    const filled = row.cells.filter((cell) => cell !== fields.objective);
    const alone = filled.length === 1 ? (filled[0] ?? null) : null;
    const span = (alone && spans.get(row.number)?.get(alone.column)) ?? 1;
    for (const { field, cells } of repeated) {
      const cell = cells.get(row.number);
      if (cell) fields[field] ??= cell;
    }
    return { row, fields, alone, span };
  });
}

/** The rows that a vertically merged cell of this column covers, with the cell that fills them. */
function spreadDown(
  sheet: Sheet,
  rows: readonly SheetRow[],
  column: number,
): ReadonlyMap<number, Cell> {
  const merges = sheet.merges
    .filter(({ left, top, bottom }) => left === column && bottom > top)
    .sort((a, b) => a.top - b.top);
  const spread = new Map<number, Cell>();
  let next = 0;
  let open: { merge: Merge; cell: Cell | undefined } | null = null;
  for (const row of rows) {
    for (let merge = merges[next]; merge && merge.top <= row.number; merge = merges[next]) {
      open = { merge, cell: merge.top === row.number ? cellIn(row, column) : undefined };
      next += 1;
    }
    if (open?.cell && row.number <= open.merge.bottom) spread.set(row.number, open.cell);
  }
  return spread;
}

function spansByRow(sheet: Sheet): ReadonlyMap<number, ReadonlyMap<number, number>> {
  const spans = new Map<number, Map<number, number>>();
  for (const { top, left, right } of sheet.merges) {
    const row = spans.get(top) ?? new Map<number, number>();
    row.set(left, right - left + 1);
    spans.set(top, row);
  }
  return spans;
}
