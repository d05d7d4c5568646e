import type { Sheet } from '../sheet.ts';
import type { Field } from '../table.ts';
import { fold, oneLine } from '../text.ts';
import { findDay } from './as-of-date.ts';
import type { HeadingColumn, HeadingRow } from './heading-row.ts';

/** Tells the line under the title ("État d'avancement… au 31 mars 2022") from the title. */
const STATUS_LINE =
  /^(?:etat (?:d avancement|de situation|au)|situation|state of progress|status|progress|mis(?:e)? a jour|derniere mise a jour|actualisation|version|updated?|last updated?|as of|au) ?/;

/** What a plan calls itself, or its years: such a line is its title, above or below an emblem. */
const NAMES_A_PLAN =
  /\b(?:plans?|feuille de route|roadmap|strateg(?:ie|y|ique)|programme?|politique|policy|schema)\b|\b20\d\d 20\d\d\b/;

/** "…, au 31 mars 2022", "… – État d'avancement au 31 mars 2022": a day is no part of a title. */
const DATED_TAIL =
  /(?:\s*[,;:(–—-]\s*|\s+)(?:[ée]tat|situation|suivi|bilan|mise? [àa] jour|status|progress|as of|as at|au|en date du)\b.*$/i;

/** How far down a cover sheet says what the workbook is. */
const COVER_ROWS = 30;

export interface Titles {
  title: string | null;
  asOf: string | null;
}

/**
 * What stands above the headings: the plan's title, and the day the figures hold for. The day is
 * looked for in the headings first (the column that holds the figures, then the others), then in
 * the rows above, nearest first, then in the sheet's name.
 */
export function readTitles(
  sheet: Sheet,
  heading: HeadingRow,
  columns: ReadonlyMap<Field, HeadingColumn>,
): Titles {
  const lines = linesOf(sheet, heading.top);
  const places = [
    columns.get('percent')?.heading ?? '',
    columns.get('narrative')?.heading ?? '',
    ...heading.columns.map((column) => column.heading),
    ...lines.toReversed(),
    sheet.name,
  ];
  return { title: titleAmong(lines), asOf: firstDay(places) };
}

/** What the other sheets say of the workbook when the table itself does not: a cover sheet. */
export function readCover(sheets: readonly Sheet[]): Titles {
  const lines = sheets
    .filter(({ hidden }) => !hidden)
    .flatMap((sheet) => linesOf(sheet, COVER_ROWS + 1));
  return { title: titleAmong(lines.filter(namesAPlan)), asOf: firstDay(lines) };
}

function linesOf(sheet: Sheet, before: number): string[] {
  return sheet.rows
    .filter(({ number }) => number < before)
    .map((row) => oneLine(row.cells.map(({ text }) => text).join(' ')));
}

function titleAmong(lines: readonly string[]): string | null {
  const named = lines.filter((line) => !STATUS_LINE.test(fold(line)) && /\p{L}/u.test(line));
  const title = named.find(namesAPlan) ?? named[0] ?? null;
  const tail = title === null ? null : DATED_TAIL.exec(title);
  return title !== null && tail && tail.index > 0 && findDay(tail[0]) !== null
    ? title.slice(0, tail.index)
    : title;
}

function namesAPlan(line: string): boolean {
  return NAMES_A_PLAN.test(fold(line));
}

function firstDay(texts: readonly string[]): string | null {
  return texts.map(findDay).find((day) => day !== null) ?? null;
}
