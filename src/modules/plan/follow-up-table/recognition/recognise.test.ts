import { describe, expect, it } from 'vitest';
import type { FollowUpReading } from '../table.ts';
import { codes, readBook, readRows, type TestRow, tableOf } from '../testing/workbook.ts';

function columnsOf({ recognition }: FollowUpReading): Record<string, string> {
  return Object.fromEntries(
    (recognition?.columns ?? []).map(({ field, letter }) => [field, letter]),
  );
}

describe('finding the headings', () => {
  it('takes columns in any order, after blank columns, under any title', async () => {
    const reading = await readRows([
      ['Plan 2020-2025 du Bureau des rives'],
      ['Mise à jour : 30 septembre 2023'],
      [],
      [null, '%', 'Échéancier', 'Porteur', 'Intitulé', 'N°', 'Cible'],
      [null, 0.5, '2024', 'MES', 'Créer', 1, 'Outil'],
    ]);
    expect(columnsOf(reading)).toEqual({
      percent: 'B',
      deadline: 'C',
      lead: 'D',
      name: 'E',
      number: 'F',
      indicator: 'G',
    });
    const table = tableOf(reading);
    expect([table.title, table.asOf]).toEqual(['Plan 2020-2025 du Bureau des rives', '2023-09-30']);
    expect(reading.recognition?.headingRow).toBe(4);
  });

  it('reads an English table', async () => {
    const reading = await readRows([
      ['Access plan'],
      [
        '#',
        'Theme',
        'Measure',
        'Lead',
        'Partners',
        'Indicator',
        'Deadline',
        'Completion',
        'Status as of March 31, 2022',
        'Follow-up',
      ],
      [1, '1. Information', 'Inform', 'MES', 'CIQ', 'Guide', 'Winter 2023', 0.5, 'Ongoing', 'MIFI'],
    ]);
    expect(Object.keys(columnsOf(reading))).toHaveLength(10);
    expect(tableOf(reading)).toMatchObject({
      title: 'Access plan',
      asOf: '2022-03-31',
      measures: [
        { followUpText: 'MIFI', lines: [{ statement: { value: 0.5 }, narrative: 'Ongoing' }] },
      ],
    });
  });

  it('reads headings on two rows, a group above its parts', async () => {
    const reading = await readRows(
      [
        ['Plan'],
        ['No', 'Mesure', 'M/O', null, 'Résultats', null, null],
        [null, null, 'en charge', 'collaborateurs', 'Indicateur', 'Échéance', '%'],
        [1, 'Créer', 'MES', 'CIQ', 'Outil', '2024', 0.5],
      ],
      { merges: ['C2:D2', 'E2:G2', 'A2:A3', 'B2:B3'] },
    );
    expect(columnsOf(reading)).toEqual({
      number: 'A',
      name: 'B',
      lead: 'C',
      collaborators: 'D',
      indicator: 'E',
      deadline: 'F',
      percent: 'G',
    });
    expect(reading.recognition?.headingRow).toBe(3);
    expect(tableOf(reading).title).toBe('Plan');
  });

  it('tells the percentage from the narrative by what is under each', async () => {
    const head: TestRow = ['No', 'Mesure', 'État d’avancement', 'Avancement'];
    const asUsual = await readRows([head, [1, 'a', 'En cours', 0.5], [2, 'b', 'Fait', 1]]);
    expect(columnsOf(asUsual)).toMatchObject({ narrative: 'C', percent: 'D' });
    const swapped = await readRows([head, [1, 'a', '50 %', 'En cours'], [2, 'b', '100 %', 'Fait']]);
    expect(columnsOf(swapped)).toMatchObject({ narrative: 'D', percent: 'C' });
  });

  it('tells a number from a name in a column headed "Mesure"', async () => {
    const reading = await readRows([
      ['Mesure', 'Description', '%'],
      ['1.1', 'Créer', 0.5],
      ['1.2', 'Tenir', 0.5],
    ]);
    expect(columnsOf(reading)).toMatchObject({ number: 'A', name: 'B' });
  });

  it('names the columns it does not know, and leaves them out', async () => {
    const reading = await readRows([
      ['No', 'Mesure', 'Budget', '%'],
      [1, 'a', 5000, 0.5],
    ]);
    expect(codes(reading)).toEqual(['warning column-ignored C1']);
    expect(reading.messages[0]?.text).toContain('--map C=');
    expect(reading.recognition?.unrecognised).toEqual([{ letter: 'C', heading: 'Budget' }]);
  });

  it('says which headings it saw when there is no table, or no column for names', async () => {
    const none = await readRows([
      ['Ville', 'Population'],
      ['Gaspé', 15_000],
    ]);
    expect(none.table).toBeNull();
    expect(codes(none)).toEqual(['error no-headings A1']);
    expect(none.messages[0]?.text).toContain('« Ville », « Population »');
    const nameless = await readRows([
      ['No', 'Responsable', '%'],
      [1, 'MES', 0.5],
    ]);
    expect(nameless.table).toBeNull();
    expect(codes(nameless)).toEqual(['error no-name-column A1']);
    expect((await readRows([])).messages).toHaveLength(1);
  });
});

describe('mapping columns by hand', () => {
  const rows: TestRow[] = [
    ['Code', 'Chose à faire', 'Qui', 'Note', 'Commentaires'],
    ['A-1', 'Créer', 'MES', 0.5, 'texte'],
  ];

  it('takes letters and headings, and can leave a column out', async () => {
    const mapping = { B: 'name', 'qui ?': 'lead', d: 'percent', E: 'ignore' } as const;
    const reading = await readRows(rows, { mapping });
    expect(columnsOf(reading)).toEqual({ number: 'A', name: 'B', lead: 'C', percent: 'D' });
    expect(reading.messages).toEqual([]);
  });

  it('wins over the vocabulary', async () => {
    const reading = await readRows(
      [
        ['No', 'Mesure', 'Action', '%'],
        [1, 'a', 'b', 0.5],
      ],
      {
        mapping: { C: 'name' },
      },
    );
    expect(tableOf(reading).measures[0]?.name).toBe('b');
    expect(codes(reading)).toEqual(['warning column-doubled B1']);
  });

  it('tells of a name that is no column', async () => {
    const reading = await readRows(
      [
        ['No', 'Mesure', '%'],
        [1, 'a', 0.5],
      ],
      { mapping: { Z: 'lead', Coût: 'ignore' } },
    );
    expect(codes(reading)).toEqual(['warning mapping-unused -', 'warning mapping-unused -']);
  });
});

describe('choosing a sheet', () => {
  const head: TestRow = ['No', 'Mesure', 'Responsable', '%'];
  const rows: TestRow[] = [head, [1, 'a', 'MES', 0.5]];

  it('takes the one that looks most like a follow-up table, and says which', async () => {
    const reading = await readBook({
      Contacts: {
        rows: [
          ['Nom', 'Courriel'],
          ['A', 'a@example.org'],
        ],
      },
      Avancement: { rows },
    });
    expect(reading.recognition?.sheet).toBe('Avancement');
    expect(codes(reading)).toEqual(['info sheet-chosen A1']);
  });

  it('takes a visible sheet before a hidden one, and a hidden one when it is alone', async () => {
    const sheets = {
      Ancien: { rows: [...rows, [2, 'b', 'MES', 1]], hidden: true },
      Suivi: { rows },
    };
    expect((await readBook(sheets)).recognition?.sheet).toBe('Suivi');
    const alone = await readBook({ Ancien: sheets.Ancien, Vide: { rows: [['rien']] } });
    expect(alone.recognition?.sheet).toBe('Ancien');
    expect(codes(alone)).toContain('warning sheet-hidden A1');
  });

  it('takes the latest of a sheet a year, and names the others', async () => {
    const reading = await readBook({
      'Au 31 mars 2021': { rows: [...rows, [2, 'b', 'MES', 1]] },
      'Au 31 mars 2022': { rows },
    });
    expect(reading.recognition?.sheet).toBe('Au 31 mars 2022');
    expect(tableOf(reading).asOf).toBe('2022-03-31');
    expect(codes(reading)).toEqual(['warning other-table A1', 'info sheet-chosen A1']);
  });
});

describe('the day the figures hold for', () => {
  it.each([
    ['État d’avancement au 1er avril 2022', '2022-04-01'],
    ['Commentaires (31 mars 2022)', '2022-03-31'],
    ['Status as of March 31st, 2022', '2022-03-31'],
    ['Comments at 31 March 2022', '2022-03-31'],
    ['Suivi 2022-03-31', '2022-03-31'],
    ['Avancement au 30/06/2024', '2024-06-30'],
    ['Etat au 31.12.2023', '2023-12-31'],
    ['Commentaires (30 sept. 2023)', '2023-09-30'],
    ['Progress to 31-Mar-2024', '2024-03-31'],
    ['Commentaires (03/04/2022)', null],
    ['État d’avancement au 31 février 2022', null],
    ['Commentaires 2022', null],
  ])('%s: %s', async (heading, day) => {
    const reading = await readRows([
      ['No', 'Mesure', '%', heading],
      [1, 'a', 0.5, 'x'],
    ]);
    expect(tableOf(reading).asOf).toBe(day);
  });
});
