import { JSON_FORMAT } from '../json-format.ts';
import type { PlainTable } from '../table.ts';
import { layOut } from './layout.ts';

/**
 * Writes a table as JSON: one object a line of the table, under the same field names as `--map`
 * takes, and shares from 0 to 1.
 */
export function writeFollowUpJson(table: PlainTable): string {
  const { columns, rows } = layOut(table);
  const lines = rows.flatMap((row) =>
    row.kind === 'line'
      ? [Object.fromEntries(columns.map(({ field }) => [field, row.values[field] ?? null]))]
      : [],
  );
  const { title, asOf, sheet, themes } = table;
  const written = {
    format: JSON_FORMAT,
    title,
    asOf,
    sheet,
    themes: themes.map(({ number, name, objective }) => ({ number, name, objective })),
    lines,
  };
  return `${JSON.stringify(written, null, 2)}\n`;
}
