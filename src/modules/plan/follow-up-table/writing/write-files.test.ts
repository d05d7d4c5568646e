import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { PlainLine, PlainMeasure, PlainTable } from '../table.ts';
import { writeFollowUpCsv } from './write-csv.ts';
import { writeFollowUpJson } from './write-json.ts';
import { writeFollowUpWorkbook } from './write-workbook.ts';

const LINE: PlainLine = {
  scope: 'indicator',
  indicator: { label: '- Plan', deadline: '2024' },
  label: null,
  expected: true,
  statement: { kind: 'stated', value: 0.5 },
  narrative: '=HYPERLINK("http://example.org")',
  leadText: null,
};
const MEASURE: PlainMeasure = {
  number: '1',
  name: 'Créer',
  theme: '1',
  leadText: '@MES',
  collaboratorText: null,
  followUpText: null,
  lines: [LINE],
};
const TABLE: PlainTable = {
  title: '+Plan 2020-2025',
  asOf: '2022-04-01',
  sheet: 'Suivi: au [1er/4]',
  themes: [{ number: '1', name: 'Eau', objective: 'Boire' }],
  measures: [MEASURE],
};

function withLines(lines: PlainLine[]): PlainTable {
  return { ...TABLE, measures: [{ ...MEASURE, lines }] };
}

async function sheetsOf(table: PlainTable): Promise<ExcelJS.Worksheet[]> {
  const workbook = new ExcelJS.Workbook();
  const bytes = await writeFollowUpWorkbook(table);
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  return workbook.worksheets;
}

describe('the workbook written', () => {
  it('is laid out as coordinators keep it', async () => {
    const [sheet, themes] = await sheetsOf(TABLE);
    expect(sheet?.name).toBe('Suivi  au  1er 4');
    expect(sheet?.getRow(3).values).toEqual([
      undefined,
      'Numéro',
      'Thème',
      'Nom de la mesure',
      'M/O en charge',
      'M/O collaborateurs',
      'Indicateurs, cibles',
      'Échéances',
      '%',
      'État d’avancement des mesures au 1er avril 2022',
    ]);
    expect(sheet?.model.merges).toEqual(['A1:I1', 'A2:I2', 'A4:I4']);
    expect(sheet?.getCell('A4').value).toBe('1. Eau');
    expect(sheet?.getCell('H5')).toMatchObject({ value: 0.5, numFmt: '0 %' });
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 });
    expect(sheet?.pageSetup).toMatchObject({
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    });
    expect(themes?.name).toBe('Thèmes et objectifs');
    expect(themes?.getRow(2).values).toEqual([undefined, '1. Eau', 'Boire']);
  });

  it('holds no text that a spreadsheet could take for a formula', async () => {
    const [sheet] = await sheetsOf(TABLE);
    expect(['A1', 'D5', 'F5', 'I5'].map((cell) => sheet?.getCell(cell).value)).toEqual([
      "'+Plan 2020-2025",
      "'@MES",
      "'- Plan",
      '\'=HYPERLINK("http://example.org")',
    ]);
  });

  it('adds a column only where the table needs it', async () => {
    const followed = { ...TABLE, measures: [{ ...MEASURE, followUpText: 'MIFI' }] };
    const [sheet] = await sheetsOf(followed);
    expect([sheet?.getCell('J3').value, sheet?.getCell('J5').value]).toEqual([
      'Suivi assuré par',
      'MIFI',
    ]);
    const silent: PlainLine = { ...LINE, scope: 'measure', expected: false };
    const [scoped] = await sheetsOf(withLines([silent]));
    expect([scoped?.getCell('J3').value, scoped?.getCell('J5').value]).toEqual([
      'Portée de la ligne',
      'mesure (aucun pourcentage attendu)',
    ]);
  });

  it('announces a theme again, as its continuation, when measures come back to it', async () => {
    const air = { number: '2', name: 'Air', objective: null };
    const measures = ['1', '2', '1'].map(
      (theme, index): PlainMeasure => ({ ...MEASURE, number: String(index), theme }),
    );
    const [sheet] = await sheetsOf({ ...TABLE, themes: [...TABLE.themes, air], measures });
    expect(['A4', 'A6', 'A8'].map((cell) => sheet?.getCell(cell).value)).toEqual([
      '1. Eau',
      '2. Air',
      '1. Eau (suite)',
    ]);
  });

  it('shows decimals only where there are some', async () => {
    const lines = [0.333, 1].map(
      (value): PlainLine => ({ ...LINE, statement: { kind: 'stated', value } }),
    );
    const [sheet] = await sheetsOf(withLines(lines));
    expect([sheet?.getCell('H5').numFmt, sheet?.getCell('H6').numFmt]).toEqual(['0.## %', '0 %']);
  });

  it('writes a measure that has no line yet', async () => {
    const [sheet] = await sheetsOf(withLines([]));
    expect(sheet?.getCell('C5').value).toBe('Créer');
  });
});

describe('the CSV written', () => {
  it('is for a spreadsheet set to French', () => {
    const csv = writeFollowUpCsv(
      withLines([{ ...LINE, statement: { kind: 'stated', value: 0.125 } }]),
    );
    expect(csv.startsWith('\ufeff')).toBe(true);
    expect(csv.split('\r\n').slice(2, 5)).toEqual([
      'Numéro;Thème;Nom de la mesure;M/O en charge;M/O collaborateurs;Indicateurs, cibles;Échéances;%;État d’avancement des mesures au 1er avril 2022;Objectif du thème',
      '1. Eau;;;;;;;;;Boire',
      `1;1. Eau;Créer;'@MES;;'- Plan;2024;12,5 %;"'=HYPERLINK(""http://example.org"")"`,
    ]);
  });

  it('says in words what is not a figure', () => {
    const said = (['not-applicable', 'nothing-to-report'] as const).map((kind) =>
      writeFollowUpCsv(withLines([{ ...LINE, statement: { kind } }])),
    );
    expect(said[0]).toContain(';s. o.;');
    expect(said[1]).toContain(';Rien à signaler;');
  });
});

describe('the JSON written', () => {
  it('names fields as mappings do, and protects nothing: no spreadsheet opens it', () => {
    expect(JSON.parse(writeFollowUpJson(TABLE))).toEqual({
      format: 'passerelle/follow-up-table',
      title: '+Plan 2020-2025',
      asOf: '2022-04-01',
      sheet: 'Suivi: au [1er/4]',
      themes: [{ number: '1', name: 'Eau', objective: 'Boire' }],
      lines: [
        {
          number: '1',
          theme: '1. Eau',
          name: 'Créer',
          lead: '@MES',
          collaborators: null,
          indicator: '- Plan',
          deadline: '2024',
          percent: 0.5,
          narrative: '=HYPERLINK("http://example.org")',
        },
      ],
    });
  });
});
