import type { Cell, Column, Flow, GroupHeader, Inline, Table } from '../document.ts';
import { plainText } from '../inlines.ts';

/*
 * How many lines a text will take, from the number of its characters: what decides whether a row may
 * break between two pages. It errs on the long side; Typst alone measures.
 */

/** In points, for the text of tables. */
const CHARACTER_WIDTH = 4.6;
const LINE_HEIGHT = 12.5;
/** Its letters and its lines are half as large again. */
const LEDE_SCALE = 2.3;

/** Up to this, a table stays on one page. */
const LONGEST_TABLE = 16;

/** Above this, a row may break between pages: moved whole, it would leave too large a blank. */
export const LONGEST_UNBROKEN = 11;
/** Above this, a heading is not repeated on each page, nor kept whole. */
const LONGEST_HEADING = 14;

/** Whether a table without groups stays on one page. @param widths of its columns' text, in points */
export function isShortTable({ groups }: Table, widths: readonly number[]): boolean {
  const rows = groups.flatMap((group) => (group.header ? [] : group.rows));
  if (groups.some(({ header }) => header) || rows.length > LONGEST_TABLE) return false;
  return rows.reduce((total, row) => total + rowLines(row, widths), 0) <= LONGEST_TABLE;
}

/** Whether a cell needs its words cut. @param width of its text, in points */
export function needsHyphens(content: readonly Flow[], width: number): boolean {
  const longest = content
    .flatMap((flow) => (flow.kind === 'paragraph' ? [flow.content] : flow.items))
    .flatMap((inlines) => plainText(inlines).split(/[\s-]+/))
    .reduce((length, word) => Math.max(length, word.length), 0);
  return longest * CHARACTER_WIDTH * 1.2 > width;
}

export function isShortGroupHeader(header: GroupHeader, width: number): boolean {
  const details = header.details.map(({ label, content }) =>
    inlineLines([{ kind: 'text', text: label }, ...content], width),
  );
  const title = inlineLines(header.title, width * 0.6) + inlineLines(header.aside, width * 0.4);
  return details.reduce((total, lines) => total + lines, title) <= LONGEST_HEADING;
}

/** @param widths of the columns' text, in points */
export function isShortHeaderRow(columns: readonly Column[], widths: readonly number[]): boolean {
  return columns.every(
    ({ header }, index) => inlineLines(header, widths[index] ?? 0) <= LONGEST_HEADING,
  );
}

/** How wide a text would be on one line, in points. */
export function widthOf(inlines: readonly Inline[]): number {
  const drawings = inlines.reduce(
    (total, inline) => total + (inline.kind === 'graphic' ? inline.width : 0),
    0,
  );
  return plainText(inlines).length * CHARACTER_WIDTH + drawings;
}

/** @param widths of the cells' text, in points */
export function rowLines(cells: readonly Cell[], widths: readonly number[]): number {
  return cells.reduce(
    (most, { content }, index) => Math.max(most, contentLines(content, widths[index] ?? 0)),
    0,
  );
}

/** @param width of a cell's text, in points */
export function contentLines(content: readonly Flow[], width: number): number {
  return content.reduce((total, flow) => total + flowLines(flow, width), 0);
}

function flowLines(flow: Flow, width: number): number {
  if (flow.kind === 'paragraph') {
    return inlineLines(flow.content, width) * (flow.role === 'lede' ? LEDE_SCALE : 1);
  }
  return flow.items.reduce((total, item) => total + inlineLines(item, width - 10), 0);
}

function inlineLines(inlines: readonly Inline[], columnWidth: number): number {
  const width = Math.max(columnWidth, CHARACTER_WIDTH);
  const tallest = inlines.reduce(
    (height, inline) => (inline.kind === 'graphic' ? Math.max(height, inline.height) : height),
    LINE_HEIGHT,
  );
  const lines = plainText(inlines).split('\n');
  const drawings = widthOf(inlines.filter(({ kind }) => kind === 'graphic'));
  const text = lines.reduce(
    (total, line) => total + Math.max(1, Math.ceil((line.length * CHARACTER_WIDTH) / width)),
    0,
  );
  return (text + Math.floor(drawings / width)) * (tallest / LINE_HEIGHT);
}
