import type { GroupHeader, PlainInline, Table } from '../document.ts';
import { CELL_GAPS, POINT } from './look.ts';

/** Where the columns of a table stand in Word’s, which may cut them to give asides their own place. */
export interface Grid {
  /** The widths of Word’s columns, in twips. */
  readonly widths: readonly number[];
  /** Of each column of the table. */
  readonly columns: readonly Column[];
  /** What stands at the end of group headers; null where nothing does. */
  readonly aside: Span | null;
}

export interface Span {
  /** In twips. */
  readonly width: number;
  /** How many of Word’s columns it takes. */
  readonly count: number;
}

export interface Column extends Span {
  /** How wide its lines are, in points. */
  readonly room: number;
  readonly last: boolean;
}

/** Of a letter of an aside, in points. */
const LETTER_WIDTH = 5.4;

/** Between a group’s title and what stands at the end of its line, in points. */
const GAP = 18;

/** The part of a table that asides may take at most. */
const MOST = 0.45;

/** @param width of the whole table, in twips */
export function gridOf({ columns, groups, dense = false }: Table, width: number): Grid {
  const whole = columns.reduce((sum, column) => sum + column.width, 0);
  const ends = columns.map((_, index) => {
    const upTo = columns.slice(0, index + 1).reduce((sum, column) => sum + column.width, 0);
    return Math.round((upTo / whole) * width);
  });
  const start = width - asideWidth(groups, width);
  const lines = [...new Set([start, ...ends])].sort((a, b) => a - b);
  const span = (from: number, to: number): Span => ({
    width: to - from,
    count: lines.filter((line) => line > from && line <= to).length,
  });
  return {
    widths: lines.map((line, index) => line - (lines[index - 1] ?? 0)),
    columns: ends.map((end, index) => {
      const column = span(ends[index - 1] ?? 0, end);
      const last = index === ends.length - 1;
      const gap = last ? 0 : dense ? CELL_GAPS.close : CELL_GAPS.ordinary;
      return { ...column, last, room: Math.max(1, (column.width - gap) / POINT) };
    }),
    aside: start === width ? null : span(start, width),
  };
}

/** Of the widest aside of a table, about, in twips; 0 where there is none. */
function asideWidth(groups: Table['groups'], width: number): number {
  const points = groups.flatMap(({ header }) =>
    header && header.aside.length > 0 ? [asidePoints(header)] : [],
  );
  if (points.length === 0) return 0;
  return Math.round(Math.min((Math.max(...points) + GAP) * POINT, width * MOST));
}

function asidePoints({ aside }: GroupHeader): number {
  return aside.reduce((sum, part) => sum + inlinePoints(part), 0);
}

function inlinePoints(inline: PlainInline): number {
  if (inline.kind === 'break') return 0;
  return inline.kind === 'graphic' ? inline.width : inline.text.length * LETTER_WIDTH;
}
