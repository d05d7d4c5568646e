import Papa from 'papaparse';
import { restore } from '#platform/workbook/neutralise.ts';
import type { ReadLimits } from '../limits.ts';
import { headingScore } from '../recognition/headings.ts';
import { refusals } from '../refusals.ts';
import { columnLetters, type SheetRow, textCell } from '../sheet.ts';
import { tidy } from '../text.ts';
import { decodeText } from './decode-text.ts';
import type { FileContent } from './read-workbook.ts';

const SEPARATORS = [';', ',', '\t'] as const;
const PREVIEW_ROWS = 60;

/**
 * Reads a text file of separated values, named after the file. Cells are named as a spreadsheet
 * that opens it would: `D14`.
 *
 * @throws DomainError `too-large`; `invalid` where a quotation mark leaves cells in doubt.
 */
export function readCsv(bytes: Uint8Array, fileName: string, limits: ReadLimits): FileContent {
  const text = decodeText(bytes);
  const declared = /^sep=([;,\t])\r?\n/i.exec(text);
  const separator = declared?.[1] ?? guessSeparator(text);
  const rows: SheetRow[] = [];
  let number = 0;
  let cells = 0;
  Papa.parse<string[]>(text, {
    delimiter: separator,
    step: ({ data, errors }) => {
      number += 1;
      if (errors.some(({ type }) => type === 'Quotes')) throw refusals.unclosedQuote(number);
      cells += data.length;
      if (data.length > limits.columns) {
        throw refusals.tooManyColumns(`La ligne ${number}`, data.length, limits.columns);
      }
      if (number > limits.rows || cells > limits.cells) return;
      if (declared && number === 1) return;
      const row = toRow(data, number);
      if (row.cells.length > 0) rows.push(row);
    },
  });
  // A final line break ends the last row; it does not begin one more.
  const count = /[\r\n]$/.test(text) ? number - 1 : number;
  if (count > limits.rows) throw refusals.tooManyRows('Le fichier', count, limits.rows);
  if (cells > limits.cells) throw refusals.tooManyCells('Le fichier', cells, limits.cells);
  const name = fileName.replace(/\.[^.]*$/, '') || fileName;
  return { sheets: [{ name, hidden: false, rows, merges: [], notes: [] }], messages: [] };
}

/** The separator under which some row looks most like headings; failing that, the commonest. */
function guessSeparator(text: string): string {
  const scored = SEPARATORS.map((separator) => {
    const { data } = Papa.parse<string[]>(text, { delimiter: separator, preview: PREVIEW_ROWS });
    return {
      separator,
      headings: Math.max(0, ...data.map((row) => headingScore(row))),
      several: data.filter((row) => row.length > 1).length,
    };
  });
  scored.sort((a, b) => b.headings - a.headings || b.several - a.several);
  return scored[0]?.separator ?? ';';
}

function toRow(values: readonly string[], number: number): SheetRow {
  const row: SheetRow = { number, cells: [] };
  values.forEach((value, index) => {
    const text = restore(tidy(value));
    if (text !== '') {
      row.cells.push(textCell(`${columnLetters(index + 1)}${number}`, index + 1, text));
    }
  });
  return row;
}
