import { type FileChild, Paragraph, TableCell, TableRow } from 'docx';
import type { Column, Table } from '../document.ts';
import { plainFlow } from '../inlines.ts';
import { type Place, placeCells } from '../place-cells.ts';
import { captionParagraph } from './caption.ts';
import { CaptionedTable } from './captioned-table.ts';
import { flowParagraphs, textParagraph } from './flow.ts';
import { type Grid, gridOf } from './grid.ts';
import { groupRow } from './group-row.ts';
import { STYLES } from './style-ids.ts';
import type { Writing } from './writing.ts';

/** Its caption where it has one above it, the table, and what keeps two tables from becoming one. */
export function tableChildren(table: Table, writing: Writing, width: number): FileChild[] {
  const grid = gridOf(table, width);
  return [
    ...(table.captioned ? [captionParagraph('table', table.caption, writing)] : []),
    new CaptionedTable({
      caption: table.caption,
      columnWidths: grid.widths,
      close: table.dense ?? false,
      rowHeaders: hasRowHeaders(table),
      rows: () => rowsOf(table, grid, writing),
    }),
    new Paragraph({ style: STYLES.afterTable }),
  ];
}

function hasRowHeaders({ groups }: Table): boolean {
  const rows = groups.flatMap((group) => group.rows);
  return rows.length > 0 && rows.every(([first]) => first?.rowHeader ?? false);
}

function* rowsOf(table: Table, grid: Grid, writing: Writing): Generator<TableRow> {
  const { columns, groups, dense = false } = table;
  yield headerRow(columns, grid, writing);
  for (const { header, rows } of groups) {
    if (header !== null)
      yield groupRow(header, writing, grid, { close: dense, alone: rows.length === 0 });
    const placed = placeCells(rows, columns.length);
    const whole = header === null && groups.length === 1 && isSmall(placed, grid);
    for (const [index, places] of placed.entries()) {
      yield bodyRow(places, table, grid, writing, whole && index < rows.length - 1);
    }
  }
}

/** Word repeats it at the head of each page. */
function headerRow(columns: readonly Column[], grid: Grid, writing: Writing): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ header, align }, index) => {
      const style = align === 'end' ? STYLES.figureHeader : STYLES.columnHeader;
      return new TableCell({
        verticalAlign: 'bottom',
        ...placeOf(index, grid),
        children: [textParagraph(style, header, writing, roomOf(index, grid))],
      });
    }),
  });
}

function bodyRow(
  places: readonly Place[],
  { columns, dense = false }: Table,
  grid: Grid,
  writing: Writing,
  keepNext: boolean,
): TableRow {
  const cells = places.map((place, index) => {
    const kind = columns[index]?.align === 'end' ? 'figure-cell' : 'cell';
    const where = dense ? (`close-${kind}` as const) : kind;
    const content =
      place.kind === 'cell'
        ? flowParagraphs(place.cell.content, writing, where, roomOf(index, grid))
        : [];
    return new TableCell({
      ...placeOf(index, grid),
      ...mergeOf(place),
      children:
        content.length > 0
          ? content
          : [new Paragraph({ style: dense ? STYLES.closeText : STYLES.tableText })],
    });
  });
  return new TableRow({
    children: cells,
    ...(linesOf(places, grid) <= SHORT_ROW && { cantSplit: true }),
    ...(keepNext && { keepNext }),
  });
}

/** A cell’s width; the text of the last column ends where the table does. */
function placeOf(index: number, { columns }: Grid) {
  const { width = 0, count = 1, last = false } = columns[index] ?? {};
  return {
    width: { size: width, type: 'dxa' },
    ...(count > 1 && { columnSpan: count }),
    ...(last && { margins: { right: 0 } }),
  } as const;
}

function roomOf(index: number, { columns }: Grid) {
  return { room: columns[index]?.room ?? 1 };
}

function mergeOf(place: Place) {
  if (place.kind === 'continued') return { verticalMerge: 'continue' } as const;
  return place.kind === 'cell' && place.rows > 1 ? ({ verticalMerge: 'restart' } as const) : {};
}

/** Lines up to which a row is kept whole: a longer one would leave a hole at the foot of a page. */
const SHORT_ROW = 14;

/** Lines up to which a table is. */
const SMALL_TABLE = 24;

function isSmall(rows: readonly (readonly Place[])[], grid: Grid): boolean {
  if (rows.length > SMALL_TABLE) return false;
  return rows.reduce((sum, places) => sum + linesOf(places, grid), 0) <= SMALL_TABLE;
}

/** Of a letter of a table’s text, in points. */
const LETTER_WIDTH = 4.7;

/** How many lines a row takes, about. */
function linesOf(places: readonly Place[], { columns }: Grid): number {
  const heights = places.map((place, index) => {
    if (place.kind !== 'cell') return 1;
    const letters = Math.max(1, (columns[index]?.room ?? 1) / LETTER_WIDTH);
    return plainFlow(place.cell.content)
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / letters)), 0);
  });
  return Math.max(...heights);
}
