import { describe, expect, it } from 'vitest';
import { codes, readRows, type TestRow, tableOf } from '../testing/workbook.ts';

const HEAD: TestRow = ['Numéro', 'Nom de la mesure', 'Indicateur', 'Échéance', '%', 'Commentaires'];

describe('people and promises', () => {
  it('takes one column of leads then collaborators apart at the blank line', async () => {
    const reading = await readRows([
      ['No', 'Mesure', 'M/O en charge et\nM/O collaborateurs', '%'],
      [1, 'a', 'MES (collégial)\n\nCIQ, MIFI', 0.5],
    ]);
    expect(tableOf(reading).measures[0]).toMatchObject({
      leadText: 'MES (collégial)',
      leads: [{ text: 'MES', qualifier: 'collégial' }],
      collaborators: [{ text: 'CIQ' }, { text: 'MIFI' }],
    });
  });

  it('takes one column of indicators and deadlines apart at the last line', async () => {
    const reading = await readRows([
      ['No', 'Mesure', 'Indicateurs, cibles et échéances', '%'],
      [1, 'a', 'Plan de travail\n• Automne 2020', 0.5],
      [2, 'b', 'Outil', 0.5],
      [3, 'c', 'Plan\n• Hiver 2023\nEntente\n• 2024', 0.5],
    ]);
    expect(tableOf(reading).measures.map(({ lines }) => lines[0]?.indicator)).toEqual([
      { label: 'Plan de travail', deadline: 'Automne 2020' },
      { label: 'Outil', deadline: null },
      { label: 'Plan\n• Hiver 2023\nEntente\n• 2024', deadline: null },
    ]);
    expect(codes(reading)).toEqual(['warning several-indicators C4']);
  });

  it('gives each line its own lead where the table does', async () => {
    const reading = await readRows([
      ['No', 'Mesure', 'Responsable', 'Indicateur', '%'],
      [1, 'a', 'MES', 'i', 0.5],
      [null, null, 'MEQ', 'j', 0.6],
      [null, null, 'MES', 'k', 0.6],
    ]);
    const [measure] = tableOf(reading).measures;
    expect(measure?.leads.map(({ text }) => text)).toEqual(['MES', 'MEQ']);
    expect(measure?.leadText).toBe('MES');
    expect(measure?.lines.map(({ leadText }) => leadText)).toEqual([null, 'MEQ', null]);
  });

  it('keeps deadlines as text, dates as ISO', async () => {
    const reading = await readRows(
      [
        HEAD,
        [1, 'a', 'i', new Date('2022-03-31T00:00:00Z')],
        [2, 'b', 'i', new Date('2023-03-01T00:00:00Z')],
        [3, 'c', 'i', 'Hiver\u00a02023'],
        [4, 'd', 'i', 2024],
      ],
      { formats: { D2: 'dd/mm/yyyy', D3: 'mmm-yy' } },
    );
    const deadlines = tableOf(reading).measures.map(({ lines }) => lines[0]?.indicator?.deadline);
    expect(deadlines).toEqual(['2022-03-31', '2023-03', 'Hiver 2023', '2024']);
  });

  it('reads who follows a measure up, and the address behind a narrative', async () => {
    const reading = await readRows([
      ['No', 'Mesure', '%', 'Commentaires', 'Suivi assuré par'],
      [1, 'a', 0.5, { text: 'Voir le guide', hyperlink: 'https://example.org/g' }, 'MIFI'],
    ]);
    expect(tableOf(reading).measures[0]).toMatchObject({
      followUpText: 'MIFI',
      lines: [{ narrative: 'Voir le guide (https://example.org/g)' }],
    });
  });
});
