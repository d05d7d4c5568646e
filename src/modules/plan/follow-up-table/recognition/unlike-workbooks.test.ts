import { describe, expect, it } from 'vitest';
import { codes, readBook, readRows, type TestRow, tableOf } from '../testing/workbook.ts';

/** Habits met in the workbooks of other ministries, cities, universities and hospitals. */

async function fieldsOf(...headings: string[]): Promise<(string | null)[]> {
  const reading = await readRows([headings, headings.map(() => 'valeur')]);
  const { columns = [] } = reading.recognition ?? {};
  return headings.map((heading) => columns.find((one) => one.heading === heading)?.field ?? null);
}

describe('the headings of others', () => {
  it.each([
    [
      ['N°', 'Fiche action', 'Service porteur', 'Échéancier', 'Commentaires'],
      ['number', 'name', 'lead', 'deadline', 'narrative'],
    ],
    [
      ['Item No.', 'Strategic priority', 'Action / Activity', 'Lead department', 'Target date'],
      ['number', 'theme', 'name', 'lead', 'deadline'],
    ],
    [
      ['Goal', 'Action item', 'Assigned to', 'Performance measure', 'Progress to date'],
      ['theme', 'name', 'lead', 'indicator', 'narrative'],
    ],
    [
      ['Action', 'Lead', 'Partners', 'KPI', 'Due date', 'Status update'],
      ['name', 'lead', 'collaborators', 'indicator', 'deadline', 'narrative'],
    ],
    [
      ['Numéro', 'Mesure', 'Échéance (mois et année)', 'Principales réalisations à ce jour'],
      ['number', 'name', 'deadline', 'narrative'],
    ],
    [
      ['No', 'Mesure', 'Sous-action', 'Chef de file', 'Observations'],
      ['number', 'name', 'indicator', 'lead', 'narrative'],
    ],
  ])('%j', async (headings, fields) => {
    expect(await fieldsOf(...headings)).toEqual(fields);
  });

  it('reads themes that are called goals', async () => {
    const reading = await readRows([
      ['No', 'Goal', 'Action item', '% complete'],
      [1, 'Goal 1: Access', 'Ramp', 0.75],
    ]);
    expect(tableOf(reading).themes).toMatchObject([{ number: '1', name: 'Access' }]);
  });

  it('adds a target of its own column to the indicator, and takes it for one when it is alone', async () => {
    const both = await readRows([
      ['No', 'Mesure', 'Indicateur', 'Cible', '%'],
      [1, 'a', 'Places créées', 100, 0.5],
      [2, 'b', null, 20, 0.5],
    ]);
    const labels = tableOf(both).measures.map(({ lines }) => lines[0]?.indicator?.label);
    expect(labels).toEqual(['Places créées (cible : 100)', '20']);
    const alone = await readRows([
      ['No', 'Mesure', 'Cible', '%'],
      [1, 'a', '100 places', 0.5],
    ]);
    expect(tableOf(alone).measures[0]?.lines[0]?.indicator?.label).toBe('100 places');
  });
});

describe('one column a year', () => {
  it('reads the latest that holds figures, and says that it leaves the others', async () => {
    const reading = await readRows([
      ['No', 'Mesure', '% au 31 mars 2022', '% au 31 mars 2023', '% au 31 mars 2024'],
      [1, 'a', 0.1, 0.3, null],
      [2, 'b', 0.2, 0.6, null],
    ]);
    const table = tableOf(reading);
    expect(table.asOf).toBe('2023-03-31');
    expect(table.measures.map(({ lines }) => lines[0]?.statement)).toEqual([
      { kind: 'stated', value: 0.3 },
      { kind: 'stated', value: 0.6 },
    ]);
    expect(codes(reading)).toEqual(['warning column-doubled C1', 'warning column-doubled E1']);
    expect(reading.messages[0]?.text).toContain('la colonne D');
  });
});

describe('titles', () => {
  const rows: TestRow[] = [
    ['No', 'Mesure', '%'],
    [1, 'a', 0.5],
  ];

  it('takes the line that names a plan, not the emblem above it, and leaves its day out', async () => {
    const reading = await readRows([
      ['RÉPUBLIQUE FRANÇAISE'],
      ['Feuille de route 2022-2026 du ministère, au 30 juin 2024'],
      ['Document de travail'],
      ...rows,
    ]);
    const { title, asOf } = tableOf(reading);
    expect([title, asOf]).toEqual(['Feuille de route 2022-2026 du ministère', '2024-06-30']);
  });

  it('asks a cover sheet what the table does not say', async () => {
    const reading = await readBook({
      Couverture: { rows: [['Ville'], ['Plan 2021-2025'], ['Mise à jour : 31/03/2023']] },
      Suivi: { rows },
    });
    const { title, asOf } = tableOf(reading);
    expect([title, asOf]).toEqual(['Plan 2021-2025', '2023-03-31']);
  });
});

describe('statuses in words only', () => {
  it('keeps them as text, and says that no figure is read', async () => {
    const reading = await readRows([
      ['No', 'Mesure', 'Statut'],
      [1, 'a', 'Réalisé'],
      [2, 'b', 'En cours'],
    ]);
    expect(tableOf(reading).measures[0]?.lines[0]).toMatchObject({
      narrative: 'Réalisé',
      statement: null,
    });
    expect(codes(reading)).toEqual(['warning no-percent-column A1']);
  });
});
