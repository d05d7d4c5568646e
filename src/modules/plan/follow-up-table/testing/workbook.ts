import ExcelJS from 'exceljs';
import { type InterpretOptions, interpretSheets } from '../interpretation/interpret.ts';
import { readSheets } from '../reading/read-file.ts';
import type { FollowUpReading, FollowUpTable } from '../table.ts';

export type TestRow = readonly ExcelJS.CellValue[];

export interface TestSheet {
  rows: readonly TestRow[];
  merges?: readonly string[];
  /** Number formats by cell. */
  formats?: Readonly<Record<string, string>>;
  hidden?: boolean;
}

/** Makes a workbook by the library people's own tools resemble: one entry a sheet. */
export async function workbookOf(sheets: Readonly<Record<string, TestSheet>>): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  for (const [name, { rows, merges = [], formats = {}, hidden }] of Object.entries(sheets)) {
    const sheet = workbook.addWorksheet(name, { state: hidden ? 'hidden' : 'visible' });
    for (const row of rows) sheet.addRow([...row]);
    for (const merge of merges) sheet.mergeCells(merge);
    for (const [cell, format] of Object.entries(formats)) sheet.getCell(cell).numFmt = format;
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** Reads a workbook of one sheet named "Suivi", in this thread. */
export async function readRows(
  rows: readonly TestRow[],
  options: InterpretOptions & Omit<TestSheet, 'rows'> = {},
): Promise<FollowUpReading> {
  return readBook({ Suivi: { ...options, rows } }, options);
}

export async function readBook(
  sheets: Readonly<Record<string, TestSheet>>,
  options: InterpretOptions = {},
): Promise<FollowUpReading> {
  const content = await readSheets(await workbookOf(sheets), 'suivi.xlsx');
  return interpretSheets(content.sheets, options);
}

/** The table of a reading that must have one. */
export function tableOf(reading: FollowUpReading): FollowUpTable {
  if (!reading.table) throw new Error(reading.messages.map(({ text }) => text).join('\n'));
  return reading.table;
}

/** Messages as `severity code cell`, to compare at a glance. */
export function codes({ messages }: FollowUpReading): string[] {
  return messages.map(({ severity, code, cell }) => `${severity} ${code} ${cell ?? '-'}`);
}

/** A table without the places it was read at: what a round trip must keep. */
export function withoutPlaces(table: FollowUpTable): unknown {
  const { themes, measures } = table;
  return {
    title: table.title,
    asOf: table.asOf,
    themes: themes.map(({ at: _, ...theme }) => theme),
    measures: measures.map(({ at: _, lines, ...measure }) => ({
      ...measure,
      lines: lines.map(({ at: _place, cells: _cells, ...line }) => line),
    })),
  };
}
