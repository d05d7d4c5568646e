import { messages } from '../messages.ts';
import type { At, Message } from '../table.ts';
import { fold } from '../text.ts';
import { at, type RowTexts, rowTexts } from './cells.ts';
import type { FieldRow } from './rows.ts';

/** A row of a measure with its texts. */
export interface MeasureRowTexts {
  row: FieldRow;
  texts: RowTexts;
}

/** The rows of one measure, the first being the one that names it. */
export interface MeasureRows {
  number: string;
  name: string;
  /** The label of its theme, from its column or the section above; `null` for none. */
  themeLabel: string | null;
  at: At;
  rows: MeasureRowTexts[];
}

/** A data row and the section it stands under. */
export interface PlacedRow {
  row: FieldRow;
  section: string | null;
}

/** Says "no theme" in a theme column, where a blank means "as above". */
export const NO_THEME = '—';

/**
 * Groups data rows by measure. A row without number nor name carries the measure above on; so
 * does one that repeats them, as tables kept for filtering do.
 *
 * Without a column of numbers, the numbers that begin the names are taken when every name has one
 * of its own; failing that, measures are numbered from 1, and that is said.
 */
export function groupMeasures(
  placed: readonly PlacedRow[],
  sheet: string,
  numbered: boolean,
): { measures: MeasureRows[]; messages: Message[] } {
  const measures: MeasureRows[] = [];
  const said: Message[] = [];
  const seen = new Map<string, MeasureRows>();
  let current: MeasureRows | null = null;
  let section: string | null = null;
  let theme: string | null = null;

  for (const { row, section: above } of placed) {
    const texts = rowTexts(row);
    if (above !== section) {
      section = above;
      theme = above;
    }
    if (texts.theme !== null) theme = isNoTheme(texts.theme) ? null : texts.theme;
    const continues =
      current !== null &&
      (texts.number === null || texts.number === current.number) &&
      (texts.name === null || fold(texts.name) === fold(current.name));
    if (current && continues) {
      current.rows.push({ row, texts });
      continue;
    }
    const place = at(sheet, row.fields.number ?? row.fields.name ?? firstCell(row));
    if (texts.number === null && texts.name === null) {
      said.push(messages.orphanRow(place));
      continue;
    }
    const problem = whatIsWrong(row, texts, sheet, numbered, seen);
    current = {
      number: texts.number ?? '',
      name: texts.name ?? '',
      themeLabel: theme,
      at: place,
      rows: [{ row, texts }],
    };
    // A measure in error still takes its rows, lest they be given to the one before.
    if (problem) {
      said.push(problem);
      continue;
    }
    measures.push(current);
    if (numbered) seen.set(current.number, current);
  }
  if (!numbered) said.push(...numberMeasures(measures));
  return { measures, messages: said };
}

function whatIsWrong(
  row: FieldRow,
  texts: RowTexts,
  sheet: string,
  numbered: boolean,
  seen: ReadonlyMap<string, MeasureRows>,
): Message | null {
  const { number, name } = row.fields;
  if (!numbered) return null;
  if (!number || texts.number === null) {
    return messages.nameWithoutNumber(at(sheet, name ?? firstCell(row)), texts.name ?? '');
  }
  if (number.kind === 'date') return messages.numberIsDate(at(sheet, number), number.text);
  if (texts.name === null) return messages.numberWithoutName(at(sheet, number), texts.number);
  const same = seen.get(texts.number);
  return same ? messages.duplicateNumber(at(sheet, number), texts.number, same.at) : null;
}

const LEADING_NUMBER =
  /^(?:(?:mesure|measure|action)\s+)?(?:n[o°º]\.?\s*)?(\d{1,3}(?:\.\d{1,3})*[a-z]?)\s*(?:[.):–—]|\s-)\s*(\S.*)$/i;

function numberMeasures(measures: readonly MeasureRows[]): Message[] {
  const leading = measures.map(({ name }) => LEADING_NUMBER.exec(name));
  const numbers = leading.map((match) => match?.[1] ?? '');
  const usable = !numbers.includes('') && new Set(numbers).size === numbers.length;
  measures.forEach((measure, index) => {
    measure.number = usable ? (numbers[index] ?? '') : String(index + 1);
    if (usable) measure.name = leading[index]?.[2] ?? measure.name;
  });
  const first = measures[0];
  if (!first) return [];
  return [
    usable
      ? messages.numbersFromNames(first.at)
      : messages.numbersAssigned(first.at, measures.length),
  ];
}

function isNoTheme(label: string): boolean {
  return /^[-–—]$/.test(label);
}

function firstCell(row: FieldRow) {
  const [cell] = row.row.cells;
  if (!cell) throw new TypeError('a data row has at least one cell');
  return cell;
}
