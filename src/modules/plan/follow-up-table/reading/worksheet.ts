import type { ReadLimits } from '../limits.ts';
import { refusals } from '../refusals.ts';
import {
  type CellNote,
  columnLetters,
  type Merge,
  parseCellName,
  type SheetRow,
} from '../sheet.ts';
import { type CellContext, isNote, type RawCell, readCell } from './cell-value.ts';
import { relationshipId } from './package-parts.ts';
import { readXml } from './xml.ts';

const LAST_ROW = 1_048_576;

/** How many rows and cells the whole workbook has had so far. */
export interface Tally {
  rows: number;
  cells: number;
}

export interface WorksheetContent {
  rows: SheetRow[];
  merges: Merge[];
  notes: CellNote[];
  hyperlinks: { ref: string; relationship: string }[];
}

/**
 * Reads one worksheet as it streams, keeping only filled cells. Rows and cells are counted, blank
 * ones too: past the caps nothing more is parsed, but counting goes on so that the refusal says
 * how many there are.
 *
 * @throws DomainError `too-large`, `invalid`.
 */
export async function readWorksheet(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
  context: CellContext,
  tally: Tally,
  limits: ReadLimits,
): Promise<WorksheetContent> {
  const content: WorksheetContent = { rows: [], merges: [], notes: [], hyperlinks: [] };
  let row: SheetRow | null = null;
  let rowNumber = 0;
  let column = 0;
  let cell: RawCell | null = null;
  let reading: 'stored' | 'inline' | null = null;
  let phonetic = false;

  const openRow = (attributes: Readonly<Record<string, string>>) => {
    tally.rows += 1;
    rowNumber = Number(attributes['r'] ?? rowNumber + 1);
    if (!(rowNumber >= 1 && rowNumber <= LAST_ROW)) {
      throw refusals.damaged(`ligne « ${attributes['r']} »`);
    }
    column = 0;
    row = { number: rowNumber, cells: [] };
  };
  const openCell = (attributes: Readonly<Record<string, string>>) => {
    tally.cells += 1;
    column = parseCellName(attributes['r'] ?? '')?.column ?? column + 1;
    if (column > limits.columns) {
      throw refusals.tooManyColumns(`La feuille « ${name} »`, column, limits.columns);
    }
    cell = {
      ref: `${columnLetters(column)}${rowNumber}`,
      column,
      type: attributes['t'] ?? 'n',
      style: Number(attributes['s'] ?? 0),
      formula: false,
      stored: null,
      inline: '',
    };
  };
  const closeCell = () => {
    const result = cell && readCell(cell, context);
    if (result && isNote(result)) content.notes.push(result);
    else if (result) row?.cells.push(result);
    cell = null;
  };

  await readXml(chunks, {
    open(element, attributes) {
      if (element === 'row') openRow(attributes);
      else if (element === 'c') openCell(attributes);
      else if (element === 'f' && cell) cell.formula = true;
      else if (element === 'rPh') phonetic = true;
      else if (element === 'v' && cell) {
        reading = 'stored';
        cell.stored = '';
      } else if (element === 't' && cell && !phonetic) reading = 'inline';
      else if (element === 'mergeCell') addMerge(content.merges, attributes['ref'] ?? '', limits);
      else if (element === 'hyperlink' && content.hyperlinks.length < limits.rows) {
        const ref = (attributes['ref'] ?? '').split(':')[0] ?? '';
        content.hyperlinks.push({ ref, relationship: relationshipId(attributes) });
      }
    },
    text(text) {
      if (!cell || !reading) return;
      if (reading === 'stored') cell.stored += text;
      else cell.inline += text;
    },
    close(element) {
      if (element === 'v' || element === 't') reading = null;
      else if (element === 'rPh') phonetic = false;
      else if (element === 'c') closeCell();
      else if (element === 'row' && row) {
        if (row.cells.length > 0) content.rows.push(inOrder(row));
        row = null;
      }
    },
    enough: () => tally.rows > limits.rows || tally.cells > limits.cells,
    skim(xml) {
      for (const [, element] of xml.matchAll(/<(?:[\w.-]+:)?(row|c)[\s/>]/g)) {
        if (element === 'row') tally.rows += 1;
        else tally.cells += 1;
      }
    },
  });
  if (tally.rows > limits.rows) throw refusals.tooManyRows('Le classeur', tally.rows, limits.rows);
  if (tally.cells > limits.cells) {
    throw refusals.tooManyCells('Le classeur', tally.cells, limits.cells);
  }
  return { ...content, rows: content.rows.sort((a, b) => a.number - b.number) };
}

function inOrder(row: SheetRow): SheetRow {
  row.cells.sort((a, b) => a.column - b.column);
  return row;
}

function addMerge(merges: Merge[], reference: string, limits: ReadLimits): void {
  const [from, to] = reference.split(':');
  const start = parseCellName(from ?? '');
  const end = parseCellName(to ?? '');
  if (!start || !end || merges.length >= limits.rows) return;
  merges.push({
    top: Math.min(start.row, end.row),
    left: Math.min(start.column, end.column),
    bottom: Math.max(start.row, end.row),
    right: Math.max(start.column, end.column),
  });
}
