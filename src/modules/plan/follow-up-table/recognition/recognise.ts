import { messages } from '../messages.ts';
import { parseCellName, type Sheet } from '../sheet.ts';
import type { ColumnMapping, Field, Message, Recognition } from '../table.ts';
import { assignColumns } from './columns.ts';
import {
  findHeadingRow,
  type HeadingColumn,
  type HeadingRow,
  likelyHeadings,
} from './heading-row.ts';
import { headingKey } from './headings.ts';
import { readThemesSheet, type ThemeEntry } from './themes-sheet.ts';
import { readCover, readTitles } from './titles.ts';

/** A follow-up table found in a file, ready to be interpreted. */
export interface RecognisedTable {
  sheet: Sheet;
  headingRow: number;
  columns: ReadonlyMap<Field, HeadingColumn>;
  headings: readonly HeadingColumn[];
  title: string | null;
  asOf: string | null;
  themes: ThemeEntry[];
}

export interface RecognitionOutcome {
  /** Null when no sheet holds a table with a column for the measures' names. */
  table: RecognisedTable | null;
  recognition: Recognition | null;
  messages: Message[];
}

interface Candidate {
  sheet: Sheet;
  heading: HeadingRow;
  columns: Map<Field, HeadingColumn>;
  unrecognised: HeadingColumn[];
  title: string | null;
  asOf: string | null;
}

/**
 * Chooses the sheet that looks most like a follow-up table and names its columns.
 *
 * A visible sheet comes before a hidden one; then the one whose headings name the most fields;
 * then the latest as-of date (one sheet a year is a common habit); then the longest.
 *
 * @param mapping settles what the vocabulary cannot: a column's letter or heading → its field.
 */
export function recognise(sheets: readonly Sheet[], mapping: ColumnMapping): RecognitionOutcome {
  const candidates = sheets.flatMap((sheet) => candidate(sheet, mapping)).sort(byLikeness);
  const chosen = candidates.find(({ columns }) => columns.has('name')) ?? candidates[0];
  if (!chosen) {
    const headings = sheets.map(likelyHeadings).sort((a, b) => b.length - a.length)[0] ?? [];
    return {
      table: null,
      recognition: null,
      messages: [messages.noHeadings(sheets[0]?.name ?? null, headings)],
    };
  }
  const { sheet, heading, columns, title, asOf } = chosen;
  const recognition = describe(chosen);
  const said = [
    ...aboutChoice(sheets, candidates, chosen),
    ...aboutColumns(chosen),
    ...aboutMapping(chosen, mapping),
  ];
  if (!columns.has('name')) {
    const seen = heading.columns.map((column) => column.heading);
    return {
      table: null,
      recognition,
      messages: [messages.noNameColumn(sheet.name, heading.row, seen), ...said],
    };
  }
  const themes = readThemesSheet(sheets.filter((other) => other !== sheet));
  const cover = readCover(sheets.filter((other) => !candidates.some((one) => one.sheet === other)));
  return {
    table: {
      sheet,
      headingRow: heading.row,
      columns,
      headings: heading.columns,
      title: title ?? cover.title,
      asOf: asOf ?? cover.asOf,
      themes,
    },
    recognition,
    messages: said,
  };
}

function candidate(sheet: Sheet, mapping: ColumnMapping): Candidate[] {
  const heading = findHeadingRow(sheet, mapping);
  if (!heading) return [];
  const { columns, unrecognised } = assignColumns(sheet, heading);
  return [{ sheet, heading, columns, unrecognised, ...readTitles(sheet, heading, columns) }];
}

function byLikeness(a: Candidate, b: Candidate): number {
  return (
    Number(a.sheet.hidden) - Number(b.sheet.hidden) ||
    b.columns.size - a.columns.size ||
    (b.asOf ?? '').localeCompare(a.asOf ?? '') ||
    b.sheet.rows.length - a.sheet.rows.length
  );
}

function describe({ sheet, heading, columns, unrecognised }: Candidate): Recognition {
  return {
    sheet: sheet.name,
    headingRow: heading.row,
    columns: [...columns]
      .map(([field, { letter, heading: text }]) => ({ field, letter, heading: text }))
      .sort((a, b) => a.letter.length - b.letter.length || a.letter.localeCompare(b.letter)),
    unrecognised: unrecognised.map(({ letter, heading: text }) => ({ letter, heading: text })),
  };
}

function aboutChoice(
  sheets: readonly Sheet[],
  candidates: readonly Candidate[],
  chosen: Candidate,
): Message[] {
  const others = candidates.filter(
    (other) => other !== chosen && other.columns.has('name') && followsUp(other.columns),
  );
  const filled = sheets.filter(({ rows }) => rows.length > 0);
  return [
    ...(filled.length > 1 ? [messages.sheetChosen(chosen.sheet.name)] : []),
    ...(chosen.sheet.hidden ? [messages.sheetHidden(chosen.sheet.name)] : []),
    ...others.map((other) => messages.otherTable(other.sheet.name)),
  ];
}

/** A list of themes or of contacts has names too: only a table that follows up has these. */
function followsUp(columns: ReadonlyMap<Field, HeadingColumn>): boolean {
  return columns.has('percent') || columns.has('narrative');
}

function aboutColumns({ sheet, heading, columns, unrecognised }: Candidate): Message[] {
  const ignored = unrecognised.map(({ letter, heading: text, matches }) => {
    const at = { sheet: sheet.name, cell: `${letter}${heading.row}` };
    const other = matches[0] && columns.get(matches[0].field);
    return other
      ? messages.columnDoubled(at, letter, text, other)
      : messages.columnIgnored(at, letter, text);
  });
  const figures = columns.has('percent')
    ? []
    : [messages.noPercentColumn({ sheet: sheet.name, cell: `A${heading.row}` })];
  return [...ignored, ...figures];
}

/** A mapping that names a column the sheet does not have is a slip worth telling. */
function aboutMapping({ heading }: Candidate, mapping: ColumnMapping): Message[] {
  const letters = new Set(heading.columns.map(({ letter }) => letter));
  const headings = new Set(heading.columns.map((column) => headingKey(column.heading)));
  return Object.keys(mapping)
    .filter((name) => !letters.has(name.toUpperCase()) && !headings.has(headingKey(name)))
    .map((name) =>
      messages.mappingUnused(name, parseCellName(`${name.toUpperCase()}1`) ? 'colonne' : 'titre'),
    );
}
