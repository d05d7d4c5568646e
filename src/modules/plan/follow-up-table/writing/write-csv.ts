import Papa from 'papaparse';
import { neutralise } from '#platform/workbook/neutralise.ts';
import type { PlainTable } from '../table.ts';
import { type LayoutRow, type LayoutValue, layOut } from './layout.ts';

/**
 * Writes a table as CSV for a spreadsheet set to French: semicolons, decimal percentages with
 * their sign, UTF-8 with a byte order mark. Themes' objectives have a column of their own here,
 * for want of a second sheet.
 */
export function writeFollowUpCsv(table: PlainTable): string {
  const { titles, columns, rows } = layOut(table);
  const withObjectives = table.themes.some(({ objective }) => objective !== null);
  const headings = columns.map(({ heading }) => heading);
  if (withObjectives) headings.push('Objectif du thème');
  const cells = (row: LayoutRow): string[] => {
    if (row.kind === 'line') return columns.map(({ field }) => display(row.values[field] ?? null));
    const blanks = columns.slice(1).map(() => '');
    return [row.text, ...blanks, ...(withObjectives ? [row.objective ?? ''] : [])];
  };
  const grid = [...titles.map((title) => [title]), headings, ...rows.map(cells)];
  const safe = grid.map((row) => row.map(neutralise));
  return `\ufeff${Papa.unparse(safe, { delimiter: ';', newline: '\r\n' })}\r\n`;
}

/** A share as a percentage with its sign: nothing is left to guess. */
function display(value: LayoutValue): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  return `${String(Number((value * 100).toFixed(4))).replace('.', ',')} %`;
}
