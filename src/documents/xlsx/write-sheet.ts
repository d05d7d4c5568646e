import type ExcelJS from 'exceljs';
import { CELL_LIMIT, cellLength, cellText } from '#platform/workbook/cell-text.ts';
import { shareFormat } from '#platform/workbook/share-format.ts';
import type { Document, SheetValue } from '../document.ts';
import type { Sheet, SheetRow } from './collect-sheets.ts';
import { columnWidth, lineCount, narrowed } from './column-widths.ts';
import { type CellPlace, refusals } from './refusals.ts';

const WRAPPED: Partial<ExcelJS.Alignment> = { vertical: 'top', wrapText: true };
const FIGURE: Partial<ExcelJS.Alignment> = { vertical: 'top', horizontal: 'right', indent: 1 };
const FONT: Partial<ExcelJS.Font> = { name: 'Calibri', family: 2, size: 11 };
const BOLD: Partial<ExcelJS.Font> = { ...FONT, bold: true };
const HAIRLINE: Partial<ExcelJS.Border> = { style: 'thin', color: { argb: 'FFCFD7E1' } };
const RULE: Partial<ExcelJS.Border> = { style: 'thin', color: { argb: 'FF434F60' } };
const SECTION_FILL: ExcelJS.Fill = {
  type: 'pattern',
  pattern: 'solid',
  fgColor: { argb: 'FFE9EDF2' },
};

/** Of a line of text, in points, and of the tallest row that Excel can show. */
const LINE_HEIGHT = 15;
const TALLEST = 409;
const SECTION_HEIGHT = 21;

/**
 * Writes a sheet: titles, one heading row, and below it the tables. Made to be printed: landscape, as
 * wide as the page, headings on every page.
 *
 * @throws DomainError `unsupported` for a text that no cell can hold
 */
export function writeSheet(workbook: ExcelJS.Workbook, sheet: Sheet, document: Document): void {
  const titles = titlesOf(document);
  const headingRow = titles.length + 1;
  const written = workbook.addWorksheet(sheet.name, {
    views: [{ state: 'frozen', ySplit: headingRow }],
    pageSetup: {
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${headingRow}:${headingRow}`,
      // In inches.
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: `&R${pageNumber(document)}` },
  });
  const widths = widthsOf(sheet);
  written.columns = widths.map((width) => ({ width }));
  titles.forEach((title, index) => {
    const row = writeAcross(written, title, widths);
    row.font = index === 0 ? { ...BOLD, size: 14 } : index === 1 ? BOLD : FONT;
  });
  writeHeadings(written, sheet, widths);
  for (const row of sheet.rows) writeRow(written, sheet, row, widths);
  if (sheet.rows.every(({ kind }) => kind === 'line') && hasNoGroups(sheet)) {
    written.autoFilter = {
      from: { row: headingRow, column: 1 },
      to: { row: headingRow + sheet.rows.length, column: widths.length },
    };
  }
}

/** What the document is, above the headings of each sheet. */
function titlesOf({ title, subtitle, body, dateline, draft }: Document): string[] {
  const said = (...parts: (string | null)[]) => parts.filter((part) => part !== null).join(' · ');
  return [title, said(subtitle, body), said(dateline, draft)].filter((text) => text !== '');
}

/** "Page 3 de 12", whose numbers Excel counts. */
function pageNumber({ words }: Document): string {
  return cellText(words.page)
    .replaceAll('&', '&&')
    .replace('{page}', '&P')
    .replace('{pages}', '&N');
}

/** Sorting or filtering would part the rows of a group from the one that names them. */
function hasNoGroups({ shares }: Sheet): boolean {
  return shares.every((share) => share !== null);
}

function widthsOf({ headings, shares, rows }: Sheet): number[] {
  const lines = rows.flatMap((row) => (row.kind === 'line' ? [row.values] : []));
  const wanted = headings.map((heading, index) =>
    columnWidth(
      heading,
      lines.map((values) => values[index] ?? null),
      shares[index] ?? null,
    ),
  );
  return narrowed(wanted);
}

/** A row that is one text over all the columns. */
function writeAcross(
  sheet: ExcelJS.Worksheet,
  text: string,
  widths: readonly number[],
): ExcelJS.Row {
  const row = sheet.addRow([]);
  const place = { sheet: sheet.name, row: row.number, heading: null, about: text };
  row.getCell(1).value = checked(text, place);
  row.getCell(1).alignment = WRAPPED;
  if (widths.length > 1) sheet.mergeCells(row.number, 1, row.number, widths.length);
  const width = widths.reduce((sum, column) => sum + column, 0);
  fitHeight(row, lineCount(text, width));
  return row;
}

function writeHeadings(
  sheet: ExcelJS.Worksheet,
  { headings, rows }: Sheet,
  widths: readonly number[],
): void {
  const row = sheet.addRow([]);
  const place = { sheet: sheet.name, row: row.number, heading: null };
  row.values = headings.map((heading) => checked(heading, { ...place, about: heading }));
  row.font = BOLD;
  row.alignment = { ...WRAPPED, vertical: 'bottom' };
  row.eachCell((cell, column) => {
    cell.border = { top: RULE, bottom: RULE };
    if (hasShares(rows, column - 1)) cell.alignment = { ...FIGURE, vertical: 'bottom' };
  });
  fitHeight(row, tallest(headings, widths));
}

function hasShares(rows: readonly SheetRow[], column: number): boolean {
  return rows.some(
    (row) => row.kind === 'line' && typeof row.values[column] === 'object' && row.values[column],
  );
}

function writeRow(
  sheet: ExcelJS.Worksheet,
  { name, headings }: Sheet,
  row: SheetRow,
  widths: readonly number[],
): void {
  if (row.kind === 'section') {
    const section = writeAcross(sheet, row.text, widths);
    section.font = BOLD;
    section.getCell(1).fill = SECTION_FILL;
    section.getCell(1).alignment = { ...WRAPPED, vertical: 'middle' };
    section.height = Math.max(section.height ?? 0, SECTION_HEIGHT);
    return;
  }
  if (row.kind === 'group') {
    const group = sheet.addRow([]);
    const place = { sheet: name, row: group.number, heading: null, about: row.text };
    group.values = [checked(row.text, place)];
    group.font = BOLD;
    return;
  }
  const written = sheet.addRow([]);
  row.values.forEach((value, index) => {
    const cell = written.getCell(index + 1);
    const heading = headings[index] ?? '';
    cell.alignment = WRAPPED;
    cell.border = { top: row.opens ? RULE : HAIRLINE };
    writeValue(cell, value, { sheet: name, row: written.number, heading, about: row.place });
  });
  fitHeight(written, tallest(row.values, widths));
}

function writeValue(cell: ExcelJS.Cell, value: SheetValue, place: CellPlace): void {
  if (value === null || value === '') return;
  if (typeof value === 'string') {
    cell.value = checked(value, place);
    return;
  }
  cell.value = value.share;
  cell.numFmt = shareFormat(value.share);
  cell.alignment = FIGURE;
}

/** @throws DomainError `unsupported` for a text that no cell can hold */
function checked(text: string, place: CellPlace): string {
  const length = cellLength(text);
  if (length > CELL_LIMIT) throw refusals.tooLong(length, place);
  return cellText(text);
}

/** How many lines the longest of a row’s texts takes. */
function tallest(values: readonly SheetValue[], widths: readonly number[]): number {
  return values.reduce<number>(
    (most, value, index) =>
      typeof value === 'string' ? Math.max(most, lineCount(value, widths[index] ?? 1)) : most,
    1,
  );
}

/** Excel would fit a row without merged cells by itself; other programs would not. */
function fitHeight(row: ExcelJS.Row, lines: number): void {
  if (lines > 1) row.height = Math.min(TALLEST, lines * LINE_HEIGHT + 2);
}
