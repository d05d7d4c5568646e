import { describe, expect, it } from 'vitest';
import { codes, readRows, type TestRow, tableOf } from '../testing/workbook.ts';

const HEAD: TestRow = ['Numéro', 'Nom de la mesure', 'Indicateur', 'Échéance', '%', 'Commentaires'];

/** What each line states: a share, a kind, or null. */
async function figuresOf(values: TestRow, formats = {}): Promise<unknown[]> {
  const rows = values.map(
    (value, index): TestRow => [index + 1, `Mesure ${index}`, 'I', '2023', value],
  );
  const reading = await readRows([HEAD, ...rows], { formats });
  return tableOf(reading).measures.map(({ lines }) => {
    const statement = lines[0]?.statement ?? null;
    return statement?.kind === 'stated' ? statement.value : (statement?.kind ?? null);
  });
}

describe('percentages', () => {
  it('reads shares, and a lone 1 among them as the whole', async () => {
    expect(await figuresOf([0.5, 0.15, 1, 0])).toEqual([0.5, 0.15, 1, 0]);
    expect(await figuresOf([1])).toEqual([1]);
  });

  it('reads points where any value is above 1', async () => {
    expect(await figuresOf([50, 33.3, 100, 0])).toEqual([0.5, 0.333, 1, 0]);
  });

  it('reads a fraction among points as a share, and warns', async () => {
    const rows = ['0,5', '50 %', 50, 0.5, '５０ %'].map(
      (value, index): TestRow => [index, `m${index}`, 'i', null, value],
    );
    const reading = await readRows([HEAD, ...rows]);
    const values = tableOf(reading).measures.map(({ lines }) => lines[0]?.statement);
    expect(values).toEqual(values.map(() => ({ kind: 'stated', value: 0.5 })));
    expect(codes(reading)).toEqual([
      'warning percent-uncertain E2',
      'warning percent-uncertain E5',
    ]);
  });

  it('warns at a bare 1 in a column of points', async () => {
    const reading = await readRows([HEAD, [1, 'a', 'i', null, 50], [2, 'b', 'j', null, 1]]);
    expect(codes(reading)).toEqual(['warning percent-uncertain E3']);
    expect(reading.messages[0]?.text).toMatch(/1.%/);
  });

  it('reads shares shown as percentages beside texts', async () => {
    const texts = [
      '50 %',
      '50%',
      '50,0 %',
      '95 p. 100',
      '0,5',
      ' 33\u00a0% ',
      '12 pour cent',
      '40 percent',
    ];
    expect(await figuresOf([0.5, ...texts], { E2: '0 %' })).toEqual([
      0.5, 0.5, 0.5, 0.5, 0.95, 0.5, 0.33, 0.12, 0.4,
    ]);
  });

  it('tells apart zero, not applicable, nothing to report and missing', async () => {
    const values = [
      0,
      's. o.',
      'Sans objet',
      'N/A',
      'Rien à signaler',
      'RAS',
      'aucun changement',
      null,
      '—',
      '-',
      'n.d.',
      'à venir',
    ];
    const [na, nothing] = ['not-applicable', 'nothing-to-report'];
    expect(await figuresOf(values)).toEqual([
      0,
      na,
      na,
      na,
      nothing,
      nothing,
      nothing,
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it('takes "nothing to report" from the comments where there is no figure', async () => {
    const reading = await readRows([HEAD, [1, 'a', 'i', '2023', null, 'Rien à signaler.']]);
    expect(tableOf(reading).measures[0]?.lines[0]).toMatchObject({
      statement: { kind: 'nothing-to-report' },
      narrative: 'Rien à signaler.',
    });
  });

  it('says at its cell what is out of range or no percentage', async () => {
    const rows = [150, -5, 'beaucoup', '120 %', true].map(
      (value, index): TestRow => [index, 'a', 'i', '2', value],
    );
    const reading = await readRows([HEAD, ...rows, [9, 'b', 'i', '2', 50]]);
    expect(codes(reading)).toEqual([
      'error percent-out-of-range E2',
      'error percent-out-of-range E3',
      'error percent-unreadable E4',
      'error percent-out-of-range E5',
      'error percent-unreadable E6',
    ]);
  });

  it('warns at formulas without a value and at errors, and reads on', async () => {
    const reading = await readRows([
      HEAD,
      [1, 'a', 'i', '2023', { formula: 'E3*2' }],
      [2, 'b', 'i', '2023', { error: '#REF!' }],
      [3, 'c', 'i', '2023', { formula: '1/2', result: 0.5 }],
    ]);
    expect(codes(reading)).toEqual(['warning formula-without-value E2', 'warning error-value E3']);
    expect(tableOf(reading).measures[2]?.lines[0]?.statement).toEqual({
      kind: 'stated',
      value: 0.5,
    });
  });
});
