import { describe, expect, test } from 'vitest';
import { openTestServices } from '../../../../tests/support/test-site.ts';
import { bring, coastTable, line, measure, stateOf } from '../../../../tests/support/test-table.ts';

const site = openTestServices();
const FIRST = '2024-06-30';
const SECOND = '2025-06-30';

/** A plan of its own for each test. */
let plans = 0;
const newKey = () => `littoral-${++plans}`;

const numbers = (measures: readonly { readonly number: string }[]) => measures.map((m) => m.number);

describe('a table for an earlier date', () => {
  const EARLIER = '2023-12-31';
  const { measures } = coastTable(EARLIER);
  const shorter = coastTable(EARLIER, {
    measures: [
      ...measures.slice(0, 1),
      measure('9', 'Nettoyer les plages', [line('Corvées', 0.4)], { theme: '2' }),
    ],
  });

  test('does not alter what a later date says', async () => {
    const planKey = newKey();
    await bring(site.services, coastTable(FIRST), { planKey });
    const later = await stateOf(site.services, planKey, FIRST);
    await bring(site.services, shorter, { planKey });
    expect(await stateOf(site.services, planKey, FIRST)).toEqual({
      ...later,
      statementDates: [EARLIER, FIRST],
    });
    const earlier = await stateOf(site.services, planKey, EARLIER);
    expect(numbers(earlier.measures)).toEqual(['1', '9']);
    expect(numbers((await stateOf(site.services, planKey, '2024-06-29')).measures)).toEqual([
      '1',
      '9',
    ]);
    expect((await stateOf(site.services, planKey)).asOf).toBe(FIRST);
  });

  test('nor what a later table without any figure had brought', async () => {
    const planKey = newKey();
    const silent = coastTable(SECOND, {
      measures: [
        ...measures.map((one) => ({
          ...one,
          lines: one.lines.map((each) => line(each.indicator?.label ?? '', null)),
        })),
        measure('4', 'Compter les phoques', [line('Relevé', null)]),
      ],
    });
    await bring(site.services, coastTable(FIRST), { planKey });
    await bring(site.services, silent, { planKey });
    const later = await stateOf(site.services, planKey, SECOND);
    const withoutFirst = coastTable('2024-09-30', { measures: measures.slice(1) });
    await bring(site.services, withoutFirst, { planKey });
    expect((await stateOf(site.services, planKey, SECOND)).measures.map(({ id }) => id)).toEqual(
      later.measures.map(({ id }) => id),
    );
    expect(numbers((await stateOf(site.services, planKey, '2024-09-30')).measures)).toEqual([
      '2',
      '3',
    ]);
  });
});
