import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  hasReferenceWorkbook,
  referenceWorkbook,
} from '../../../../tests/support/reference-workbook.ts';
import { parseFollowUpFile } from './parse-in-worker.ts';
import { tableOf } from './testing/workbook.ts';

describe.skipIf(!hasReferenceWorkbook)('the Pôle’s follow-up workbook at 31 March 2022', () => {
  it('reads as it is: 16 measures, 5 sections, 26 lines, 20 stated percentages', async () => {
    const reading = await parseFollowUpFile({
      bytes: readFileSync(referenceWorkbook),
      fileName: 'suivi-2022-03-31.xlsx',
      knownNames: ['Fédération des cégeps'],
    });
    const table = tableOf(reading);
    const lines = table.measures.flatMap((measure) => measure.lines);
    expect({
      measures: table.measures.length,
      themes: table.themes.map(({ number }) => number),
      objectives: table.themes.filter(({ objective }) => objective !== null).length,
      lines: lines.length,
      stated: lines.filter(({ statement }) => statement?.kind === 'stated').length,
      expected: lines.filter(({ expected }) => expected).length,
      asOf: table.asOf,
      problems: reading.messages.filter(({ severity }) => severity !== 'info'),
    }).toEqual({
      measures: 16,
      themes: ['0', '1', '2', '3', '4'],
      objectives: 4,
      lines: 26,
      stated: 20,
      expected: 20,
      asOf: '2022-03-31',
      problems: [],
    });
  });

  it('tells the files of measure 1 and the one figure of measures 6, 14 and 16', async () => {
    const reading = await parseFollowUpFile({
      bytes: readFileSync(referenceWorkbook),
      fileName: 'suivi-2022-03-31.xlsx',
    });
    const scopes = Object.fromEntries(
      tableOf(reading).measures.map(({ number, lines }) => [
        number,
        lines.map(({ scope, expected }) => `${scope}${expected ? '' : ' (not expected)'}`),
      ]),
    );
    const oneFigure = ['measure', 'indicator (not expected)', 'indicator (not expected)'];
    expect(scopes['1']).toEqual(['measure (not expected)', 'file', 'file']);
    expect(scopes['2']).toEqual(['indicator', 'indicator', 'indicator']);
    expect(scopes['6']).toEqual(oneFigure);
    expect(scopes['14']).toEqual(oneFigure.slice(0, 2));
    expect(scopes['16']).toEqual(oneFigure);
  });
});
