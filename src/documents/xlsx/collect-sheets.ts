import type { Cell, Column, Document, GroupHeader, SheetValue, Table } from '../document.ts';
import { plainFlow, plainText } from '../inlines.ts';
import { type Place, placeCells } from '../place-cells.ts';

/** A row of a sheet, below its heading row. */
export type SheetRow =
  /** Opens a table’s part of the sheet. */
  | { readonly kind: 'section'; readonly text: string }
  /** Names the rows below it, where no column of the sheet does. */
  | { readonly kind: 'group'; readonly text: string }
  | {
      readonly kind: 'line';
      /** One for each heading. */
      readonly values: readonly SheetValue[];
      /** Whether it is the first of its group. */
      readonly opens: boolean;
      /** The name of its group, or of its table. */
      readonly place: string;
    };

/** A sheet as the document wants it: what becomes of its name is the workbook’s matter. */
export interface Sheet {
  readonly name: string;
  readonly headings: readonly string[];
  /** Of each column, the share from 0 to 1 that the document’s table gives it; null for those that group headers fill. */
  readonly shares: readonly (number | null)[];
  readonly rows: readonly SheetRow[];
}

type SheetTable = Table & { readonly sheet: NonNullable<Table['sheet']> };

/**
 * The sheets of a document, in the order they first come: the tables that go to one stand one under
 * the other.
 *
 * @throws Error for tables of one sheet that have other headings, and values that are not as many as
 *   the headings: defects of who made the document
 */
export function collectSheets(document: Document): Sheet[] {
  const byName = Map.groupBy(sheetTables(document), ({ sheet }) => sheet.name);
  return [...byName].map(([name, tables]) => {
    const [headings = [], ...others] = tables.map(headingsOf);
    if (others.some((other) => JSON.stringify(other) !== JSON.stringify(headings))) {
      throw new Error(`the tables of the sheet « ${name} » have different headings`);
    }
    const [first] = tables;
    return {
      name,
      headings,
      shares: first ? sharesOf(first) : [],
      rows: tables.flatMap(rowsOf),
    };
  });
}

function sheetTables({ sections }: Document): SheetTable[] {
  return sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => {
      const table = block.kind === 'figure' ? block.data : block;
      return table.kind === 'table' ? [table] : [];
    })
    .filter((table): table is SheetTable => table.sheet !== null);
}

function columnHeadings({ sheet, header }: Column): readonly string[] {
  return sheet ?? [plainText(header)];
}

function headingsOf({ sheet, columns }: SheetTable): readonly string[] {
  return [...sheet.groupSheet, ...columns.flatMap(columnHeadings)];
}

function sharesOf({ sheet, columns }: SheetTable): (number | null)[] {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  return [
    ...sheet.groupSheet.map(() => null),
    ...columns.flatMap((column) => columnHeadings(column).map(() => column.width / whole)),
  ];
}

function rowsOf(table: SheetTable): SheetRow[] {
  const { sheet, columns, groups, caption } = table;
  const section: SheetRow[] =
    sheet.section === null ? [] : [{ kind: 'section', text: sheet.section }];
  return [
    ...section,
    ...groups.flatMap(({ header, rows, continued = [] }) => {
      const place = header ? groupName(header) : caption;
      const named = groupValues(header, sheet.groupSheet);
      const title: SheetRow[] =
        header && sheet.groupSheet.length === 0 ? [{ kind: 'group', text: place }] : [];
      // A group without rows still has one, unless its title alone says all there is.
      const filled = rows.length > 0 || sheet.groupSheet.length === 0 ? rows : [[]];
      const lines = placeCells(filled, columns.length).map(
        (places, index): SheetRow => ({
          kind: 'line',
          opens: index === 0,
          place,
          values: [
            ...(index === 0 ? named : besides(continued[index - 1], sheet.groupSheet, place)),
            ...places.flatMap((at, rank) => cellValues(at, columns[rank])),
          ],
        }),
      );
      return [...title, ...lines];
    }),
  ];
}

function groupName({ number, title }: GroupHeader): string {
  return number === null ? plainText(title) : `${number}. ${plainText(title)}`;
}

function groupValues(
  header: GroupHeader | null,
  headings: readonly string[],
): readonly SheetValue[] {
  if (header === null || headings.length === 0) return headings.map(() => null);
  return asMany(header.values ?? [], headings, groupName(header));
}

function besides(
  values: readonly SheetValue[] | undefined,
  headings: readonly string[],
  where: string,
): readonly SheetValue[] {
  return values ? asMany(values, headings, where) : headings.map(() => null);
}

/** Blank below a cell that stands in several rows: it is said once. */
function cellValues(place: Place, column: Column | undefined): readonly SheetValue[] {
  const headings = column ? columnHeadings(column) : [];
  if (place.kind !== 'cell') return headings.map(() => null);
  const { values, content }: Cell = place.cell;
  if (values) return asMany(values, headings, plainFlow(content));
  return headings.map((_, index) => (index === 0 ? plainFlow(content) : null));
}

function asMany(
  values: readonly SheetValue[],
  headings: readonly string[],
  where: string,
): readonly SheetValue[] {
  if (values.length === headings.length) return values;
  throw new Error(`${values.length} values for ${headings.length} headings: « ${where} »`);
}
