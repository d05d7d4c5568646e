import * as z from 'zod';
import { JSON_FORMAT } from '../json-format.ts';
import type { ReadLimits } from '../limits.ts';
import { refusals } from '../refusals.ts';
import { type Cell, type Sheet, type SheetRow, textCell } from '../sheet.ts';
import { tidy } from '../text.ts';
import { decodeText } from './decode-text.ts';
import type { FileContent } from './read-workbook.ts';

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const row = z.record(z.string(), value);
const ownExport = z.object({
  format: z.literal(JSON_FORMAT),
  title: z.string().nullable(),
  asOf: z.iso.date().nullable(),
  sheet: z.string(),
  themes: z.array(row),
  lines: z.array(row),
});
const rowList = z.array(row);

/**
 * Reads our own export, or a plain list of objects whose keys are headings. Either becomes sheets,
 * so that the same rules read every format.
 *
 * @throws DomainError `invalid`, `too-large`.
 */
export function readJson(bytes: Uint8Array, fileName: string, limits: ReadLimits): FileContent {
  const parsed = unwrap(parse(decodeText(bytes)));
  if (Array.isArray(parsed)) {
    const rows = check(rowList, parsed);
    return { sheets: [toSheet(nameOf(fileName), [], rows, '', limits)], messages: [] };
  }
  const own = check(ownExport, parsed);
  const titles = [own.title ?? '', own.asOf === null ? '' : `État d’avancement au ${own.asOf}`];
  return {
    sheets: [
      toSheet(own.sheet, titles, own.lines, 'lines', limits),
      toSheet('themes', [], own.themes, 'themes', limits),
    ],
    messages: [],
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw refusals.json(syntaxError(error instanceof Error ? error.message : ''));
  }
}

/** The parser speaks English: only the place is kept of what it says. */
function syntaxError(message: string): string {
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? [];
  if (line && column) return `erreur de syntaxe à la ligne ${line}, colonne ${column}`;
  return /end of JSON/i.test(message) ? 'il s’arrête avant sa fin' : 'erreur de syntaxe';
}

/** A list wrapped in an object, `{ "data": [ … ] }`, is that list where it is the only one. */
function unwrap(parsed: unknown): unknown {
  if (parsed === null || typeof parsed !== 'object' || Array.isArray(parsed)) return parsed;
  if ('format' in parsed) return parsed;
  const lists = Object.values(parsed).filter((value) => Array.isArray(value));
  return lists.length === 1 ? lists[0] : parsed;
}

function check<T>(schema: z.ZodType<T>, parsed: unknown): T {
  const result = schema.safeParse(parsed);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const path = issue?.path.join('.') || 'racine';
  throw refusals.json(`« ${path} » n’est pas de la forme attendue`);
}

/** The headings are all the keys met, in the order they are first met. */
function toSheet(
  name: string,
  titles: readonly string[],
  objects: readonly z.infer<typeof row>[],
  path: string,
  limits: ReadLimits,
): Sheet {
  const columns = new Map<string, number>();
  const rows: SheetRow[] = [];
  let cells = 0;
  if (objects.length > limits.rows) {
    throw refusals.tooManyRows('Le fichier', objects.length, limits.rows);
  }
  objects.forEach((object, index) => {
    const filled: Cell[] = [];
    for (const [key, content] of Object.entries(object)) {
      const column = columns.get(key) ?? columns.size + 1;
      columns.set(key, column);
      cells += 1;
      const cell = toCell(`${path}[${index}].${key}`, column, content);
      if (cell) filled.push(cell);
    }
    rows.push({
      number: titles.length + 2 + index,
      cells: filled.sort((a, b) => a.column - b.column),
    });
  });
  if (cells > limits.cells) throw refusals.tooManyCells('Le fichier', cells, limits.cells);
  if (columns.size > limits.columns) {
    throw refusals.tooManyColumns('Le fichier', columns.size, limits.columns);
  }
  const headings = [...columns].map(([key, column]) => textCell(key, column, key));
  const above = titles.map((title, index) => ({
    number: index + 1,
    cells: title === '' ? [] : [textCell('title', 1, title)],
  }));
  return {
    name,
    hidden: false,
    rows: [...above, { number: titles.length + 1, cells: headings }, ...rows].filter(
      ({ cells: some }) => some.length > 0,
    ),
    merges: [],
    notes: [],
  };
}

function toCell(ref: string, column: number, content: z.infer<typeof value>): Cell | null {
  if (content === null) return null;
  if (typeof content === 'string') {
    const text = tidy(content);
    return text === '' ? null : textCell(ref, column, text);
  }
  const kind = typeof content === 'number' ? 'number' : 'boolean';
  return { ref, column, kind, value: content, text: String(content), percent: false };
}

function nameOf(fileName: string): string {
  return fileName.replace(/\.[^.]*$/, '') || fileName;
}
