import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareWithStated } from './compare-with-stated.ts';
import type { Computed } from './computation.ts';
import { type Rounding, roundShare } from './rounding.ts';

function computed(
  numerator: number,
  denominator: number,
  rounding: Rounding = 'nearest',
): Computed {
  const exact = numerator / denominator;
  return {
    status: 'computed',
    exact,
    value: roundShare(Math.min(1, exact), rounding),
    capped: exact > 1,
    numerator,
    denominator,
    unit: 'prêts',
    year: null,
  };
}

describe('compareWithStated', () => {
  it.each([
    [0.97, computed(58, 60), 'equal'],
    [0.96, computed(58, 60), 'differs-by-rounding'],
    [0.967, computed(58, 60), 'differs-by-rounding'],
    [0.9667, computed(58, 60), 'differs-by-rounding'],
    [0.97, computed(58, 60, 'none'), 'differs-by-rounding'],
    [0.965, computed(58, 60), 'differs'],
    [0.95, computed(58, 60), 'differs'],
    [0.98, computed(58, 60), 'differs'],
    [0.95, computed(311, 329), 'equal'],
    [1, computed(2.38, 1), 'equal'],
    [0.99, computed(2.38, 1), 'differs'],
    [0, computed(0, 60), 'equal'],
  ] as const)('%d beside %o: %s', (stated, computation, comparison) => {
    expect(compareWithStated(stated, computation)).toBe(comparison);
  });

  it('calls equal or a matter of rounding whatever was rounded from the exact figure', () => {
    const rounding = fc.constantFrom<Rounding>('nearest', 'down', 'up', 'none');
    const counts = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 400 }), rounding, rounding, (n, d, a, b) => {
        const stated = roundShare(Math.min(1, n / d), a);
        expect(compareWithStated(stated, computed(n, d, b))).not.toBe('differs');
      }),
    );
  });

  it('calls different what is a point or more away', () => {
    const percent = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(percent, percent, (stated, exact) => {
        fc.pre(stated !== exact);
        expect(compareWithStated(stated / 100, computed(exact, 100))).toBe('differs');
      }),
    );
  });
});
