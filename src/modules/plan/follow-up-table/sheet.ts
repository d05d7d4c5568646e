/** One filled cell, whatever the file's format. Blank cells are not kept. */
export interface Cell {
  /** How the file names the cell: `D14`, or `[2].deadline` in JSON. */
  ref: string;
  /** 1 is column A. */
  column: number;
  kind: 'text' | 'number' | 'boolean' | 'date';
  /** A date is its ISO text, as precise as it is displayed: `2023-03-01`, `2023-03`. */
  value: string | number | boolean;
  /** The value as displayed: `1.10`, `50 %`. */
  text: string;
  /** A number displayed as a percentage: 0.5 shown `50 %`. */
  percent: boolean;
  /** The http(s) address behind the text, when there is one. */
  link?: string;
}

/** One row that has at least one filled cell, its cells from left to right. */
export interface SheetRow {
  /** As the file numbers it, from 1. */
  number: number;
  cells: Cell[];
}

/** A merged rectangle, bounds included, from 1. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** A cell that could not be read as it stands. */
export interface CellNote {
  ref: string;
  problem: 'formula-without-value' | 'error-value';
  detail: string;
}

export interface Sheet {
  name: string;
  hidden: boolean;
  /** Filled rows only, in order. */
  rows: SheetRow[];
  merges: Merge[];
  notes: CellNote[];
}

/** @returns the letters of a column: 1 → `A`, 28 → `AB`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** @returns the column and row of a cell name such as `$AB$12`, or null when it is not one. */
export function parseCellName(name: string): { column: number; row: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(name);
  if (!match?.[1] || !match[2]) return null;
  let column = 0;
  for (const letter of match[1]) column = column * 26 + letter.charCodeAt(0) - 64;
  return { column, row: Number(match[2]) };
}

/** @returns the filled cell of a row in a column. */
export function cellIn(row: SheetRow, column: number): Cell | undefined {
  return row.cells.find((cell) => cell.column === column);
}

/** A cell that holds plain text, as CSV and JSON give it. */
export function textCell(ref: string, column: number, text: string): Cell {
  return { ref, column, kind: 'text', value: text, text, percent: false };
}
