import type { Cell } from './document.ts';

/** What stands where a row and a column meet. */
export type Place =
  | {
      readonly kind: 'cell';
      readonly cell: Cell;
      /** How many rows it stands in, as far as its group goes. */
      readonly rows: number;
    }
  /** A cell of an earlier row stands there too. */
  | { readonly kind: 'continued'; readonly cell: Cell }
  | { readonly kind: 'empty' };

/**
 * Gives the cells of a group's rows their columns: one that stands in several rows takes its column in
 * each, and the cells of those rows fill the columns that are left.
 *
 * @param columns how many the table has
 * @throws Error for a row with more cells than columns left: a defect of who made the table
 */
export function placeCells(rows: readonly (readonly Cell[])[], columns: number): Place[][] {
  const held: { cell: Cell; rows: number }[] = [];
  return rows.map((row, index) => {
    const waiting = [...row];
    const places = Array.from({ length: columns }, (_, column): Place => {
      const holder = held[column];
      if (holder && holder.rows > 0) {
        holder.rows -= 1;
        return { kind: 'continued', cell: holder.cell };
      }
      const cell = waiting.shift();
      if (!cell) return { kind: 'empty' };
      const span = Math.min(cell.rowSpan ?? 1, rows.length - index);
      held[column] = { cell, rows: span - 1 };
      return { kind: 'cell', cell, rows: span };
    });
    if (waiting.length > 0) throw new Error('a row has more cells than its table has columns');
    return places;
  });
}
