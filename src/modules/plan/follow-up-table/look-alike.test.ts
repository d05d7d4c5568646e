import { beforeAll, describe, expect, it } from 'vitest';
import { interpretSheets } from './interpretation/interpret.ts';
import { readSheets } from './reading/read-file.ts';
import type { FollowUpReading } from './table.ts';
import { lookAlikeWorkbook } from './testing/look-alike.ts';
import { codes, tableOf } from './testing/workbook.ts';

describe('a workbook laid out as coordinators keep it', () => {
  let reading: FollowUpReading;
  beforeAll(async () => {
    const { sheets } = await readSheets(await lookAlikeWorkbook(), 'suivi.xlsx');
    reading = interpretSheets(sheets, {
      isKnownOrganisation: (name) => name === 'Fédération des ports',
    });
  });

  it('gives its title, its date and the sheet that was read', () => {
    const table = tableOf(reading);
    expect(table.title).toBe('Plan d’action 2023-2026 de la Table du littoral');
    expect(table.asOf).toBe('2024-06-30');
    expect(codes(reading)).toEqual(['info sheet-chosen A1']);
  });

  it('gives its themes with the objectives of the second sheet', () => {
    expect(tableOf(reading).themes).toEqual([
      {
        number: '0',
        name: 'Mesures transversales',
        objective: null,
        at: { sheet: 'Suivi au 30 juin 2024', cell: 'A5' },
      },
      expect.objectContaining({
        number: '1',
        name: 'Milieux naturels',
        objective: 'Garder le littoral vivant',
      }),
      expect.objectContaining({
        number: '2',
        name: 'Accès au fleuve',
        objective: 'Rendre le fleuve à ceux qui le longent',
      }),
    ]);
  });

  it('gives its measures under their themes', () => {
    expect(tableOf(reading).measures.map(({ number, theme }) => [number, theme])).toEqual([
      ['1', '0'],
      ['2a', '1'],
      ['2b', '1'],
      ['10', '2'],
    ]);
  });

  it('tells files, one figure for several indicators, and indicators apart', () => {
    const lines = tableOf(reading).measures.flatMap((measure) =>
      measure.lines.map(({ scope, expected, indicator, label, statement, at }) => [
        at.cell,
        scope,
        expected,
        indicator?.label ?? label,
        statement?.kind === 'stated' ? statement.value : null,
      ]),
    );
    expect(lines).toEqual([
      ['F6', 'measure', false, 'Situations réglées', null],
      ['F7', 'file', true, 'Quai nord', 0.5],
      ['F8', 'file', true, 'Quai sud', 0.15],
      ['F10', 'measure', true, 'Plan de restauration', 0],
      ['F11', 'indicator', false, 'Entente signée', null],
      ['F12', 'indicator', true, 'Portrait annuel', 1],
      ['F14', 'indicator', true, 'Trois sentiers ouverts', 0.33],
    ]);
  });

  it('takes leads and collaborators apart', () => {
    const [, second] = tableOf(reading).measures;
    expect(second?.leads).toEqual([{ text: 'MEL', qualifier: 'côtier' }]);
    expect(second?.collaborators.map(({ text }) => text)).toEqual([
      'ABC',
      'DEF',
      'Fédération des ports',
      'GHI',
    ]);
  });

  it('keeps the cell of every field for the messages that come later', () => {
    expect(tableOf(reading).measures[1]?.lines[1]?.cells).toEqual({
      indicator: 'F11',
      deadline: 'G11',
    });
  });
});
