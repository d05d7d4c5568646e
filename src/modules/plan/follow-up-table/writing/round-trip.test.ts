import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interpretSheets } from '../interpretation/interpret.ts';
import { readSheets } from '../reading/read-file.ts';
import type { FollowUpTable, PlainTable } from '../table.ts';
import { arbitraryTable } from '../testing/arbitrary-table.ts';
import { lookAlikeWorkbook } from '../testing/look-alike.ts';
import { tableOf, withoutPlaces } from '../testing/workbook.ts';
import { writeFollowUpCsv } from './write-csv.ts';
import { writeFollowUpJson } from './write-json.ts';
import { writeFollowUpWorkbook } from './write-workbook.ts';

const FORMATS: readonly [string, (table: PlainTable) => Promise<Uint8Array>][] = [
  ['suivi.xlsx', writeFollowUpWorkbook],
  ['suivi.csv', async (table) => Buffer.from(writeFollowUpCsv(table))],
  ['suivi.json', async (table) => Buffer.from(writeFollowUpJson(table))],
];

async function read(bytes: Uint8Array, fileName: string): Promise<FollowUpTable> {
  return tableOf(interpretSheets((await readSheets(bytes, fileName)).sheets));
}

/** What was given, as far as a table read from a file also has it. */
function plain(table: FollowUpTable): PlainTable {
  return {
    title: table.title,
    asOf: table.asOf,
    sheet: 'Suivi',
    themes: table.themes.map(({ at: _, ...theme }) => theme),
    measures: table.measures.map(
      ({ at: _, leads: _leads, collaborators: _others, ...measure }) => ({
        ...measure,
        lines: measure.lines.map(({ at: _place, cells: _cells, ...line }) => line),
      }),
    ),
  };
}

describe.each(FORMATS)('%s', (fileName, write) => {
  it('gives back a coordinator’s table, parties included', async () => {
    const table = await read(await lookAlikeWorkbook(), 'suivi.xlsx');
    expect(withoutPlaces(await read(await write(table), fileName))).toEqual(withoutPlaces(table));
  });

  it('gives back any table', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryTable, async (table) => {
        expect(plain(await read(await write(table), fileName))).toEqual(table);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same bytes for the same table', async () => {
    const table = await read(await lookAlikeWorkbook(), 'suivi.xlsx');
    expect(Buffer.from(await write(table)).equals(Buffer.from(await write(table)))).toBe(true);
  });
});
