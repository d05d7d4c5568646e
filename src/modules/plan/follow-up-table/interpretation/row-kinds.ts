import { headingKey } from '../recognition/headings.ts';
import type { RecognisedTable } from '../recognition/recognise.ts';
import type { Cell } from '../sheet.ts';
import { fold } from '../text.ts';
import type { FieldRow } from './rows.ts';
import { announcesTheme } from './theme-labels.ts';

/** What a row is there for. */
export type RowKind = 'blank' | 'data' | 'section' | 'headings' | 'total' | 'note';

const TOTAL =
  /^(?:(?:grand |sous )?tota(?:l|ux)(?: (?:general|global|du plan|des mesures|of measures|\d+))*|(?:moyenne|average|mean|overall)(?: (?:generale|globale|du plan|des mesures|progress|of measures))*|ensemble(?: du plan| des mesures)?)$/;
const NOTE =
  /^\s*(?:[*†‡¹²³]|\(\d{1,2}\)|(?:notes?(?:\s*\d{1,2})?|l[ée]gende|legend|sources?|n\.?\s?b\.?|remarques?|mise? [àa] jour|derni[èe]re mise [àa] jour|last updated?)\s*(?:[:.–—-]|$))/i;
/** What follows explains colours and signs, until a measure's number. */
const LEGEND = /^\s*(?:l[ée]gende|legend|key)\s*[:.–—-]?\s*$/i;

/** A section's name is short and is no sentence; what is longer is a note under the table. */
const LONGEST_SECTION = 160;

/**
 * Makes the function that tells what each row of a table is, to be asked from top to bottom.
 *
 * A section is a row with one filled cell that is merged across, or announces a theme by its form
 * ("2. …", "Axe 1", "… (suite)"), or stands where a measure's number is expected without being
 * one. Without a column of numbers a lone name is a measure, not a section.
 */
export function rowClassifier(table: RecognisedTable): (row: FieldRow) => RowKind {
  const headings = new Map(table.headings.map((one) => [one.column, headingKey(one.heading)]));
  const numbered = table.columns.has('number');
  let inLegend = false;
  return (row) => {
    if (row.row.cells.length === 0) return 'blank';
    inLegend = (inLegend && !row.fields.number) || LEGEND.test(row.alone?.text ?? '');
    if (inLegend) return 'note';
    if (repeatsHeadings(row, headings)) return 'headings';
    if (isTotal(row)) return 'total';
    if (!row.alone) return 'data';
    if (row.alone.kind !== 'text') return 'data';
    return kindOfLoneText(row, row.alone, numbered, table.columns);
  };
}

function kindOfLoneText(
  row: FieldRow,
  cell: Cell,
  numbered: boolean,
  columns: RecognisedTable['columns'],
): RowKind {
  const { text, column } = cell;
  const announced = announcesTheme(text);
  const first = Math.min(...[...columns.values()].map((one) => one.column));
  const places = [row.fields.number, row.fields.name, row.fields.theme];
  if (!places.includes(cell) && column > first && row.span < 3) return 'data';
  if (NOTE.test(text) && !(cell === row.fields.number && /^\(\d{1,2}\)$/.test(text))) return 'note';
  const sentence = text.length > LONGEST_SECTION || /[.!]$/.test(text);
  if (sentence && !announced && cell !== row.fields.name) return 'note';
  if (row.span >= 3) return 'section';
  if (cell === row.fields.theme) return 'section';
  // Beside a column of numbers, a name with nothing else on its row names a group of measures.
  if (cell === row.fields.name) return numbered && !sentence ? 'section' : 'data';
  if (cell === row.fields.number) return announced || !looksLikeNumber(text) ? 'section' : 'data';
  return 'section';
}

/** @returns whether a text can be a measure's number: `3`, `2a`, `1.10`, `M-4`, `Mesure 12`. */
function looksLikeNumber(text: string): boolean {
  return (
    text.length <= 20 && /^(?:\p{L}+[\s.°º-]*)?\d[\p{L}\d]*(?:[.\-/][\p{L}\d]+)*[.):]?$/u.test(text)
  );
}

function repeatsHeadings(row: FieldRow, headings: ReadonlyMap<number, string>): boolean {
  const known = row.row.cells.filter(({ column }) => headings.has(column));
  return (
    known.length >= 2 &&
    known.every(
      (cell) => cell.kind === 'text' && headings.get(cell.column) === headingKey(cell.text),
    )
  );
}

function isTotal({ row, fields }: FieldRow): boolean {
  const first = row.cells[0];
  if (first?.kind !== 'text' || !TOTAL.test(fold(first.text.slice(0, 80)))) return false;
  const inNumber = fields.number === undefined || fields.number === first;
  return inNumber && first !== fields.indicator && first !== fields.narrative;
}
