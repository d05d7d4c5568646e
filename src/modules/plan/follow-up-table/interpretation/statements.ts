import { messages } from '../messages.ts';
import type { Cell } from '../sheet.ts';
import type { Message, Statement } from '../table.ts';
import { at } from './cells.ts';
import type { FieldRow } from './rows.ts';
import { percentScale, readPercent, saysNothingToReport, toShare } from './statement.ts';

export interface ColumnStatements {
  /** What each row states; rows that state nothing are absent. */
  statements: ReadonlyMap<FieldRow, Statement>;
  messages: Message[];
}

/**
 * Reads the column of percentages of a whole table, for whether 50 means 50 % or 5 000 % only the
 * column tells.
 */
export function columnStatements(rows: readonly FieldRow[], sheet: string): ColumnStatements {
  const read = rows.map((row) => ({
    row,
    cell: row.fields.percent,
    reading: readPercent(row.fields.percent),
  }));
  const scale = percentScale(read.map(({ reading }) => reading));
  const statements = new Map<FieldRow, Statement>();
  const said: Message[] = [];

  const state = (row: FieldRow, cell: Cell, share: number) => {
    if (share >= 0 && share <= 1) statements.set(row, { kind: 'stated', value: share });
    else said.push(messages.percentOutOfRange(at(sheet, cell), cell.text));
  };
  for (const { row, cell, reading } of read) {
    if (reading.kind === 'missing') {
      const narrative = row.fields.narrative?.text;
      if (narrative !== undefined && saysNothingToReport(narrative)) {
        statements.set(row, { kind: 'nothing-to-report' });
      }
    } else if (reading.kind === 'not-applicable' || reading.kind === 'nothing-to-report') {
      statements.set(row, { kind: reading.kind });
    } else if (cell && reading.kind === 'unreadable') {
      said.push(messages.percentUnreadable(at(sheet, cell), cell.text));
    } else if (cell && reading.kind === 'share') {
      state(row, cell, toShare(reading.value, 1));
    } else if (cell && reading.kind === 'bare') {
      const share = toShare(reading.value, scale.divisorOf(reading.value));
      if (scale.uncertain(reading.value)) {
        said.push(messages.percentUncertain(at(sheet, cell), cell.text, share));
      }
      state(row, cell, share);
    }
  }
  return { statements, messages: said };
}
