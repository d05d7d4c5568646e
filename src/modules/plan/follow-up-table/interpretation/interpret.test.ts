import { describe, expect, it } from 'vitest';
import { codes, readBook, readRows, type TestRow, tableOf } from '../testing/workbook.ts';

/** Numbers, names and figures of the measures read, one text each. */
async function measuresOf(...rows: TestRow[]): Promise<string[]> {
  return tableOf(await readRows(rows)).measures.map(
    ({ number, name, theme }) => `${number} ${name} (${theme ?? '-'})`,
  );
}

const HEAD: TestRow = ['Numéro', 'Nom de la mesure', 'Indicateur', 'Échéance', '%', 'Commentaires'];

describe('the rows of a table', () => {
  it('keeps numbers as they are displayed, in the order of the table', async () => {
    const reading = await readRows(
      [HEAD, [1.9, 'a'], [1.1, 'b'], ['2a', 'c'], ['Mesure 3', 'd'], ['4.', 'e']],
      { formats: { A3: '0.00' } },
    );
    expect(tableOf(reading).measures.map(({ number }) => number)).toEqual([
      '1.9',
      '1.10',
      '2a',
      '3',
      '4',
    ]);
  });

  it('reads themes from merged rows, from numbered rows, and from rows that go on', async () => {
    const reading = await readRows(
      [
        HEAD,
        ['1. Eau'],
        [1, 'a'],
        ['Axe 2 – Air'],
        [2, 'b'],
        ['1. Eau (suite)'],
        [3, 'c'],
        ['Feu'],
        [4, 'd'],
      ],
      { merges: ['A2:F2', 'A8:F8'] },
    );
    const table = tableOf(reading);
    expect(table.themes.map(({ number, name }) => `${number} ${name}`)).toEqual([
      '1 Eau',
      '2 Air',
      '3 Feu',
    ]);
    expect(table.measures.map(({ theme }) => theme)).toEqual(['1', '2', '1', '3']);
    expect(codes(reading)).toEqual(['info theme-numbered A8']);
  });

  it('reads themes from a column, filled once, merged, or on every row', async () => {
    const head: TestRow = ['Axe', 'No', 'Mesure', '%'];
    const rows: TestRow[] = [
      ['1. Eau', 1, 'a', 0.1],
      [null, 2, 'b', 0.2],
      ['2. Air', 3, 'c', 0.3],
      ['Air', 4, 'd', 0.4],
      ['Mesures transversales', 5, 'e', 0.5],
      ['—', 6, 'f', 0.5],
    ];
    const reading = await readRows([head, ...rows], { merges: ['A2:A3'] });
    expect(tableOf(reading).measures.map(({ theme }) => theme)).toEqual([
      '1',
      '1',
      '2',
      '2',
      '0',
      null,
    ]);
  });

  it('skips repeated headings, notes and totals, and says so where figures are lost', async () => {
    const reading = await readRows([
      HEAD,
      [1, 'a', 'i', '2023', 0.5],
      HEAD,
      [2, 'b', 'j', '2023', 0.7],
      ['Total', null, null, null, 0.6],
      ['* Les données sont provisoires.'],
      ['Source : le comité'],
    ]);
    expect(tableOf(reading).measures.map(({ number }) => number)).toEqual(['1', '2']);
    expect(codes(reading)).toEqual([
      'warning total-ignored A5',
      'info note-ignored A6',
      'info note-ignored A7',
    ]);
  });

  it('takes what follows the table for notes: a legend, numbered notes, a lone text', async () => {
    const reading = await readRows([
      HEAD,
      [1, 'a', 'i', '2023', 0.5],
      ['(1) Voir l’annexe'],
      ['Note 2 : calcul interne'],
      ['Direction du suivi'],
      ['Légende'],
      [null, 'Vert', 'réalisé'],
      [2, 'b', 'j', '2023', 0.5],
    ]);
    const table = tableOf(reading);
    expect(table.measures.map(({ number, theme }) => [number, theme])).toEqual([
      ['1', null],
      ['2', '1'],
    ]);
    expect(codes(reading)).toEqual([
      'info note-ignored A3',
      'info note-ignored A4',
      'info note-ignored A6',
      'info note-ignored B7',
      'info theme-numbered A5',
    ]);
    const last = await readRows([HEAD, [1, 'a', 'i', '2023', 0.5], ['Direction du suivi']]);
    expect(tableOf(last).themes).toEqual([]);
    expect(codes(last)).toEqual(['info note-ignored A3']);
  });

  it('keeps a section without measures when its form says that it is a theme', async () => {
    const reading = await readRows([HEAD, [1, 'a', 'i', '2023', 0.5], ['Axe 2 – Air']]);
    expect(tableOf(reading).themes.map(({ name }) => name)).toEqual(['Air']);
  });

  it('takes a dash alone in its cell for a blank', async () => {
    const reading = await readRows([
      ['No', 'Mesure', 'Responsable', 'Partenaires', 'Indicateur', 'Échéance', '%', 'Commentaires'],
      [1, 'a', '—', '-', '–', '-', '-', '-'],
      [2, 'b', 'MES', 'N/A', 'i', '2023', 0.5, 'x'],
    ]);
    expect(tableOf(reading).measures).toMatchObject([
      { leadText: null, leads: [], collaboratorText: null, lines: [{ indicator: null }] },
      { leads: [{ text: 'MES' }], collaborators: [] },
    ]);
  });

  it('keeps the deadlines of a table that names no indicators', async () => {
    const reading = await readRows([
      ['No', 'Mesure', 'Échéance', '%'],
      [1, 'a', '2023', 0.5],
    ]);
    expect(tableOf(reading).measures[0]?.lines).toMatchObject([
      {
        scope: 'measure',
        expected: true,
        indicator: { label: 'Mise en œuvre de la mesure', deadline: '2023' },
      },
    ]);
    expect(codes(reading)).toEqual(['info deadlines-of-measures C1']);
  });

  it('carries a measure on under it, whether its number and name are blank, merged or repeated', async () => {
    const reading = await readRows(
      [
        HEAD,
        [1, 'a', 'i'],
        [null, null, 'j'],
        [2, 'b', 'k'],
        [2, 'b', 'l'],
        [3, 'c', 'm'],
        [null, null, 'n'],
      ],
      { merges: ['A6:A7', 'B6:B7'] },
    );
    expect(
      tableOf(reading).measures.map(({ lines }) => lines.map((line) => line.indicator?.label)),
    ).toEqual([
      ['i', 'j'],
      ['k', 'l'],
      ['m', 'n'],
    ]);
  });

  it('repeats a merged deadline, and not a merged figure', async () => {
    const reading = await readRows(
      [HEAD, [1, 'a', 'i', '2023', 0.5], [null, null, 'j', null, null]],
      { merges: ['D2:D3', 'E2:E3'] },
    );
    expect(tableOf(reading).measures[0]?.lines).toMatchObject([
      { scope: 'measure', indicator: { deadline: '2023' }, statement: { value: 0.5 } },
      { scope: 'indicator', expected: false, indicator: { deadline: '2023' }, statement: null },
    ]);
  });

  it('numbers measures that have no number, or takes those that begin their names', async () => {
    const head: TestRow = ['Mesure', 'Responsable', '%'];
    const bare = await readRows([head, ['Créer', 'MES', 0.5], ['Tenir', 'MES', 0.6]]);
    expect(tableOf(bare).measures.map(({ number }) => number)).toEqual(['1', '2']);
    expect(codes(bare)).toEqual(['warning numbers-assigned A2']);
    const led = await readRows([
      head,
      ['1.1 – Créer', 'MES', 0.5],
      ['Mesure 2 : Tenir', 'MES', 0.6],
    ]);
    expect(tableOf(led).measures.map(({ number, name }) => `${number} ${name}`)).toEqual([
      '1.1 Créer',
      '2 Tenir',
    ]);
    expect(codes(led)).toEqual(['info numbers-from-names A2']);
  });

  it('names the cell of every number or name that is missing or taken', async () => {
    const reading = await readRows(
      [
        HEAD,
        [null, null, 'avant tout'],
        [1, 'a', 'i'],
        [null, 'sans numéro', 'i', '2023', 0.5],
        [null, null, 'sa suite'],
        [2, null, 'sans nom'],
        [1, 'autre', 'i'],
        [new Date('2022-01-02T00:00:00Z'), 'date', 'i'],
      ],
      { formats: { A8: 'yyyy-mm-dd' } },
    );
    expect(codes(reading)).toEqual([
      'error name-without-number B4',
      'error number-without-name A6',
      'error duplicate-number A7',
      'error number-is-date A8',
      'warning orphan-row C2',
    ]);
    expect(reading.messages.find(({ code }) => code === 'duplicate-number')?.text).toContain('A3');
    expect(tableOf(reading).measures.map(({ number, lines }) => [number, lines.length])).toEqual([
      ['1', 1],
    ]);
  });

  it('says so when the headings have nothing under them', async () => {
    expect(codes(await readRows([HEAD]))).toEqual(['error no-measures A1']);
  });

  it('reads measures of a table without any theme', async () => {
    expect(await measuresOf(HEAD, [1, 'a', 'i'], [2, 'b', 'j'])).toEqual(['1 a (-)', '2 b (-)']);
  });
});

describe('themes of two sheets', () => {
  const rows: TestRow[] = [
    ['No', 'Mesure', '%', 'Thème'],
    [1, 'a', 0.5, '1. Eau'],
    [2, 'b', 0.5, 'Air'],
  ];

  it('brings objectives in by number or by name', async () => {
    const reading = await readBook({
      Suivi: { rows },
      Thèmes: {
        rows: [
          ['Thème', 'Objectif'],
          ['Eau', 'boire'],
          ['2. Air', 'respirer'],
        ],
      },
    });
    expect(
      tableOf(reading).themes.map(({ number, name, objective }) => [number, name, objective]),
    ).toEqual([
      ['1', 'Eau', 'boire'],
      ['2', 'Air', 'respirer'],
    ]);
    expect(tableOf(reading).measures.map(({ theme }) => theme)).toEqual(['1', '2']);
  });

  it('warns when one number has two names', async () => {
    const reading = await readBook({
      Suivi: { rows },
      Thèmes: {
        rows: [
          ['Thème', 'Objectif'],
          ['1. Feu', 'brûler'],
        ],
      },
    });
    expect(codes(reading)).toEqual([
      'warning theme-named-twice A2',
      'info sheet-chosen A1',
      'info theme-numbered D3',
    ]);
  });
});
