import type { GroupHeader, PlainInline, Table } from '../document.ts';
import { type InlineData, inlineData, type Setting } from './inline-data.ts';
import { isShortGroupHeader, isShortHeaderRow, isShortTable, widthOf } from './row-height.ts';
import { type CellData, drawingWidth, rowsData } from './table-rows.ts';
import { type Pieces, prepared } from './text.ts';

/** What stands in a table from top to bottom, ready for `tables.typ`. */
export type TablePart =
  | { readonly kind: 'row'; readonly cells: readonly CellData[] }
  | {
      readonly kind: 'group';
      readonly number: Pieces | null;
      readonly title: readonly InlineData[];
      readonly aside: readonly InlineData[];
      /** What it takes at the end of the title's line, in points; null where it needs lines of its own. */
      readonly asideWidth: number | null;
      readonly details: readonly {
        readonly label: Pieces;
        readonly content: readonly InlineData[];
      }[];
      /** Whether it heads what follows; one too tall to be kept whole is a row like others. */
      readonly heading: boolean;
      /** Whether each page that it continues on has it again. */
      readonly repeats: boolean;
      /** Whether no row follows. */
      readonly empty: boolean;
    };

export interface TableData {
  /** Above it: "Tableau 2", and what it shows. */
  readonly caption: { readonly label: string; readonly text: Pieces } | null;
  readonly columns: readonly { readonly width: number; readonly align: 'start' | 'end' }[];
  /** Null where no column has a heading. */
  readonly header: readonly (readonly InlineData[])[] | null;
  /** Whether they head what follows; too tall to be kept whole, they are a row like others. */
  readonly headerHeads: boolean;
  readonly headerRepeats: boolean;
  /** Whether it is set close and small. */
  readonly dense: boolean;
  /** Whether it may stand on several pages. */
  readonly breakable: boolean;
  /** Where the titles of groups begin, after their numbers, in points. */
  readonly indent: number;
  readonly parts: readonly TablePart[];
}

/** In points, of a cell; as in `tables.typ`. */
const INSETS = 12;
const ASIDE_SHARE = 0.4;
/** How much wider its letters may be than those of the table. */
const BOLDER = 1.25;

/**
 * @param setting of the page: its width is the table's
 * @throws DomainError `invalid` for a row with more cells than the table has columns
 */
export function tableData(
  table: Table,
  caption: TableData['caption'],
  setting: Setting,
): TableData {
  const total = table.columns.reduce((sum, { width }) => sum + width, 0);
  const widths = table.columns.map(({ width }) => (width / total) * setting.width - INSETS);
  const indent = indentOf(table);
  const parts = table.groups.flatMap(({ header, rows }): TablePart[] => [
    ...(header
      ? [groupPart(header, rows.length === 0, { ...setting, width: setting.width - indent })]
      : []),
    ...rowsData(table, rows, widths, setting).map((cells): TablePart => ({ kind: 'row', cells })),
  ]);
  return {
    caption,
    columns: table.columns.map(({ width, align }) => ({ width, align })),
    header: table.columns.some(({ header }) => header.length > 0)
      ? table.columns.map(({ header }, index) =>
          inlineData(header, { ...setting, width: drawingWidth(table, widths[index] ?? 0) }),
        )
      : null,
    headerHeads: isShortHeaderRow(table.columns, widths),
    headerRepeats: table.columns.every(({ header }) => repeats(header)),
    dense: table.dense === true,
    breakable: !isShortTable(table, widths),
    indent,
    parts,
  };
}

function indentOf({ groups }: Table): number {
  const longest = groups.reduce(
    (length, { header }) => Math.max(length, header?.number?.length ?? 0),
    0,
  );
  return longest === 0 ? 0 : Math.min(60, 8 + longest * 7);
}

function groupPart(header: GroupHeader, empty: boolean, setting: Setting): TablePart {
  return {
    kind: 'group',
    number: header.number === null ? null : prepared(header.number, setting.language),
    title: inlineData(header.title, setting),
    aside: inlineData(header.aside, { ...setting, width: setting.width * ASIDE_SHARE }),
    asideWidth: asideWidth(header.aside, setting.width * ASIDE_SHARE),
    details: header.details.map(({ label, content }) => ({
      label: prepared(label, setting.language),
      content: inlineData(content, setting),
    })),
    heading: isShortGroupHeader(header, setting.width),
    repeats:
      !setting.plain &&
      [header.title, header.aside, ...header.details.map(({ content }) => content)].every(repeats),
    empty,
  };
}

function asideWidth(aside: readonly PlainInline[], most: number): number | null {
  const width = widthOf(aside) * BOLDER;
  return width > most || aside.some(({ kind }) => kind === 'break') ? null : width;
}

/** What is repeated is decoration for PDF/UA, which allows no link in it. */
function repeats(inlines: readonly PlainInline[]): boolean {
  return inlines.every(({ kind }) => kind !== 'link');
}
