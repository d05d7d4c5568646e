import type { DomainError } from '#platform/errors/domain-error.ts';
import type { Cell, Table } from '../document.ts';
import { plainFlow } from '../inlines.ts';
import { type FlowData, flowData, type Setting } from './inline-data.ts';
import { refusals } from './refusals.ts';
import { contentLines, LONGEST_UNBROKEN, needsHyphens, rowLines } from './row-height.ts';
import { shortened } from './text.ts';

export interface CellData {
  /** How many rows it stands in. */
  readonly rows: number;
  readonly rowHeader: boolean;
  /** Whether it may continue on the next page. */
  readonly breakable: boolean;
  /** Whether words may be cut by hyphens: only where one does not fit its column. */
  readonly hyphenate: boolean;
  /** Whether a rule parts it from the cell above. */
  readonly ruled: boolean;
  readonly content: readonly FlowData[];
}

interface Placed {
  readonly cell: Cell;
  readonly row: number;
  readonly column: number;
  readonly span: number;
  /** How many rows it is let stand in: all of them, or the first. */
  readonly kept: number;
  readonly lines: number;
}

/** The size of a table's text against that of the document's; as in `tokens.typ`. */
const SCALE = 9 / 10.5;
const DENSE_SCALE = 7.9 / 10.5;

const NO_CELL: Cell = { content: [] };
/** How much of a text is quoted to name it, in characters. */
const QUOTED = 80;

/**
 * The rows of a group, each with its cells from start to end; one that is short of cells gets empty ones.
 *
 * @param widths of the columns' text, in points
 * @throws DomainError `invalid` for a row with more cells than there are columns left to it
 */
export function rowsData(
  table: Table,
  rows: readonly (readonly Cell[])[],
  widths: readonly number[],
  setting: Setting,
): CellData[][] {
  const placed = place(table, rows, widths, setting);
  const heights = heightsOf(placed, rows.length);
  const grid = rows.map(() => widths.map((): CellData | null => null));
  for (const { cell, row, column, span, kept, lines } of placed) {
    const height = heights.slice(row, row + kept).reduce((total, one) => total + one, 0);
    const width = widths[column] ?? 0;
    const data: CellData = {
      rows: kept,
      rowHeader: cell.rowHeader ?? false,
      breakable: Math.max(lines, height) > LONGEST_UNBROKEN,
      hyphenate: needsHyphens(cell.content, width),
      ruled: true,
      content: cell.content.map((flow) =>
        flowData(flow, { ...setting, width: drawingWidth(table, width) }),
      ),
    };
    grid[row]?.splice(column, 1, data);
    for (const below of grid.slice(row + kept, row + span)) {
      below.splice(column, 1, { ...data, breakable: true, ruled: false, content: [] });
    }
  }
  return grid.map((row) => row.filter((cell) => cell !== null));
}

/** Drawings follow the size of the text they stand in: how wide one may be before that. In points. */
export function drawingWidth({ dense }: Table, width: number): number {
  return width / (dense ? DENSE_SCALE : SCALE);
}

/** Gives each cell its column: the first that no cell from a row above still stands in. */
function place(
  table: Table,
  rows: readonly (readonly Cell[])[],
  widths: readonly number[],
  { notes }: Setting,
): Placed[] {
  const reached = widths.map(() => 0);
  const tallest = rows.map((cells) => rowLines(cells, widths));
  return rows.flatMap((cells, row) => {
    const columns = [...reached.keys()].filter((column) => (reached[column] ?? 0) <= row);
    if (cells.length > columns.length) throw tooManyCells(table, cells);
    return columns.map((column, index): Placed => {
      const cell = cells[index] ?? NO_CELL;
      const span = Math.min(cell.rowSpan ?? 1, rows.length - row);
      reached[column] = row + span;
      const spanned = tallest.slice(row, row + span).reduce((total, one) => total + one, 0);
      // A cell over several rows and pages, or beside notes, may make Typst panic: it keeps to its first row.
      const kept = notes !== null || spanned > LONGEST_UNBROKEN ? 1 : span;
      const lines = contentLines(cell.content, widths[column] ?? 0);
      return { cell, row, column, span, kept, lines };
    });
  });
}

/** In lines: what the cells that stand in one row only need. */
function heightsOf(placed: readonly Placed[], rows: number): number[] {
  const heights = Array.from({ length: rows }, () => 0);
  for (const { row, kept, lines } of placed) {
    if (kept === 1) heights[row] = Math.max(heights[row] ?? 0, lines);
  }
  return heights;
}

function tooManyCells({ caption, columns }: Table, row: readonly Cell[]): DomainError {
  const words = row.map(({ content }) => plainFlow(content)).join(' ');
  return refusals.tooManyCells(
    shortened(caption, QUOTED),
    shortened(words, QUOTED),
    columns.length,
  );
}
