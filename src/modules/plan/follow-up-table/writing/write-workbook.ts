import type ExcelJS from 'exceljs';
import { cellText } from '#platform/workbook/cell-text.ts';
import { fixZipDates } from '#platform/workbook/fixed-zip-dates.ts';
import { shareFormat } from '#platform/workbook/share-format.ts';
import { sheetName } from '#platform/workbook/sheet-name.ts';
import type { Field, PlainTable, PlainTheme } from '../table.ts';
import { type Layout, type LayoutValue, layOut, themeLabel } from './layout.ts';

const WIDTHS: Partial<Record<Field, number>> = {
  number: 10,
  theme: 22,
  name: 48,
  lead: 28,
  collaborators: 32,
  indicator: 42,
  deadline: 20,
  percent: 14,
  narrative: 110,
  'follow-up': 22,
  scope: 22,
};

/** Workbooks say when they were made; the same table must give the same bytes. */
const MADE_ON = new Date(Date.UTC(2000, 0, 1));

const WRAPPED: Partial<ExcelJS.Alignment> = { vertical: 'top', wrapText: true };
const SECTION_FILL: ExcelJS.Fill = {
  type: 'pattern',
  pattern: 'solid',
  fgColor: { argb: 'FFE9EDF2' },
};

/**
 * Writes a table as the workbook that coordinators keep: titles, headings, a merged row for each
 * theme, continuation rows left blank, percentages as numbers; the themes' objectives on a second
 * sheet. Made to be printed: landscape, as wide as the page, headings on every page.
 *
 * @returns the bytes of an `.xlsx` file, the same for the same table.
 */
export async function writeFollowUpWorkbook(table: PlainTable): Promise<Buffer> {
  // Loaded when first needed: it would cost every start of the server a third of a second.
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  workbook.creator = 'Passerelle';
  workbook.created = MADE_ON;
  workbook.modified = MADE_ON;
  const layout = layOut(table);
  const names = sheetNames(table.sheet);
  writeTable(workbook.addWorksheet(names.table, pageOf(layout)), layout);
  writeThemes(workbook.addWorksheet(names.themes), table.themes);
  return fixZipDates(Buffer.from(await workbook.xlsx.writeBuffer()));
}

function writeTable(sheet: ExcelJS.Worksheet, layout: Layout): void {
  const width = layout.columns.length;
  sheet.columns = layout.columns.map(({ field }) => ({ width: WIDTHS[field] ?? 20 }));
  layout.titles.forEach((title, index) => {
    const row = sheet.addRow([safe(title)]);
    row.font = index === 0 ? { bold: true, size: 14 } : { bold: true };
    sheet.mergeCells(row.number, 1, row.number, width);
  });
  const headings = sheet.addRow(layout.columns.map(({ heading }) => safe(heading)));
  headings.font = { bold: true };
  headings.alignment = WRAPPED;
  for (const row of layout.rows) {
    if (row.kind === 'section') {
      const section = sheet.addRow([safe(row.text)]);
      section.font = { bold: true };
      section.getCell(1).fill = SECTION_FILL;
      sheet.mergeCells(section.number, 1, section.number, width);
    } else {
      const line = sheet.addRow(layout.columns.map(({ field }) => safe(row.values[field] ?? null)));
      line.alignment = WRAPPED;
      layout.columns.forEach(({ field }, index) => {
        if (field !== 'percent') return;
        const share = row.values[field];
        line.getCell(index + 1).numFmt = shareFormat(typeof share === 'number' ? share : 0);
      });
    }
  }
}

function writeThemes(sheet: ExcelJS.Worksheet, themes: readonly PlainTheme[]): void {
  sheet.columns = [{ width: 40 }, { width: 110 }];
  sheet.addRow(['Thème', 'Objectif']).font = { bold: true };
  for (const theme of themes) {
    if (theme.objective === null) continue;
    sheet.addRow([safe(themeLabel(theme)), safe(theme.objective)]).alignment = WRAPPED;
  }
}

function pageOf(layout: Layout): Partial<ExcelJS.AddWorksheetOptions> {
  const headingRow = layout.titles.length + 1;
  return {
    views: [{ state: 'frozen', ySplit: headingRow }],
    pageSetup: {
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${headingRow}:${headingRow}`,
    },
  };
}

function safe(value: LayoutValue): LayoutValue {
  return typeof value === 'string' ? cellText(value) : value;
}

function sheetNames(wanted: string): { table: string; themes: string } {
  const table = sheetName(wanted, [], 'Suivi');
  const themes = 'Thèmes et objectifs';
  return { table, themes: table.toLowerCase() === themes.toLowerCase() ? 'Objectifs' : themes };
}
