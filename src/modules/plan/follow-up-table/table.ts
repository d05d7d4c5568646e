/**
 * The follow-up table: what a coordinator's workbook says, once read, free of its layout.
 *
 * Everything here is data that may cross a thread or be written as JSON: no functions, no dates
 * (days are ISO 8601 text), shares from 0 to 1.
 */

/** What a column can hold. `…-and-…` is one column that holds two things, one above the other. */
export const FIELDS = [
  'number',
  'theme',
  'objective',
  'name',
  'lead',
  'collaborators',
  'lead-and-collaborators',
  'indicator',
  'indicator-target',
  'deadline',
  'indicator-and-deadline',
  'percent',
  'narrative',
  'follow-up',
  'scope',
] as const;

export type Field = (typeof FIELDS)[number];

/** Where something stands in the file: `{ sheet: 'Suivi', cell: 'H24' }`. */
export interface At {
  sheet: string;
  cell: string;
}

/** One thing to tell the person who gave the file, in French, on one line. */
export interface Message {
  severity: 'error' | 'warning' | 'info';
  code: string;
  sheet: string | null;
  cell: string | null;
  text: string;
}

/** A share stated (0 to 1), or one of the two ways of saying that there is none to state. */
export type Statement =
  | { kind: 'stated'; value: number }
  | { kind: 'not-applicable' }
  | { kind: 'nothing-to-report' };

/** An organisation or a group as written, its qualifier apart: `MES`, `collégial`. */
export interface TableParty {
  text: string;
  qualifier: string | null;
}

/** A theme; number `0` is the cross-cutting one. */
export interface PlainTheme {
  number: string;
  name: string;
  objective: string | null;
}

/** What a line is about: the whole measure, one of its indicators, or one file such as OPTMQ. */
export type LineScope = 'measure' | 'indicator' | 'file';

/** One row of a measure. */
export interface PlainLine {
  scope: LineScope;
  indicator: { label: string; deadline: string | null } | null;
  /** The file's name when `scope` is `file`. */
  label: string | null;
  /** Whether a figure is expected of this line; coverage counts these. */
  expected: boolean;
  /** `null` is missing: nobody stated anything. */
  statement: Statement | null;
  narrative: string | null;
  /** The lead of this line, only where it differs from the measure's. */
  leadText: string | null;
}

/** One measure without the places it was read at: what the writers need. */
export interface PlainMeasure {
  number: string;
  name: string;
  /** The number of its theme. */
  theme: string | null;
  leadText: string | null;
  collaboratorText: string | null;
  followUpText: string | null;
  lines: PlainLine[];
}

/** A table to write: the plan's state on one date. `sheet` names the sheet that is written. */
export interface PlainTable {
  title: string | null;
  /** ISO day. */
  asOf: string | null;
  sheet: string;
  themes: PlainTheme[];
  measures: PlainMeasure[];
}

export interface TableTheme extends PlainTheme {
  at: At;
}

export interface TableLine extends PlainLine {
  at: At;
  /** The cell of each field on this row, for messages that come later. */
  cells: Partial<Record<Field, string>>;
}

export interface TableMeasure extends PlainMeasure {
  leads: TableParty[];
  collaborators: TableParty[];
  lines: TableLine[];
  at: At;
}

/** A table as read. */
export interface FollowUpTable extends PlainTable {
  themes: TableTheme[];
  measures: TableMeasure[];
}

/** How the columns were understood; shown to the person, and the start of a mapping form. */
export interface Recognition {
  sheet: string;
  /** The (last) heading row, as the file numbers it. */
  headingRow: number;
  columns: { field: Field; letter: string; heading: string }[];
  unrecognised: { letter: string; heading: string }[];
}

/** A column's letter or heading → the field it holds, or `ignore`. */
export type ColumnMapping = Readonly<Record<string, Field | 'ignore'>>;

/** The outcome of reading a file: `table` is null where errors leave nothing to read. */
export interface FollowUpReading {
  table: FollowUpTable | null;
  recognition: Recognition | null;
  messages: Message[];
}
