import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNumbers } from './natural-order.ts';

/** Numbers as plans have them, with digits, letters and dots in every order. */
const number = fc.oneof(
  fc.string({ unit: fc.constantFrom('0', '1', '2', '9', 'a', 'B', '.', '-', ' '), maxLength: 6 }),
  fc.string(),
);

describe('compareNumbers', () => {
  it('counts as a reader does', () => {
    const ordered = ['0', '1', '1.9', '1.10', '2', '2a', '2b', '10', '10a', 'A', 'A2', 'A10'];
    expect(ordered.toReversed().sort(compareNumbers)).toEqual(ordered);
  });

  it('does not lose the end of a very long number', () => {
    expect(compareNumbers('90071992547409930', '90071992547409931')).toBeLessThan(0);
  });

  it('does not see the blanks around a number', () => {
    expect(compareNumbers(' 2a ', '2a')).toBe(0);
  });

  it('keeps apart numbers that only look the same', () => {
    expect(compareNumbers('01', '1')).not.toBe(0);
    expect(compareNumbers('2A', '2a')).not.toBe(0);
  });

  it('is antisymmetric, and ties only for the same text', () => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        const order = Math.sign(compareNumbers(a, b));
        expect(order + Math.sign(compareNumbers(b, a))).toBe(0);
        expect(order === 0).toBe(a.trim() === b.trim());
      }),
    );
  });

  it('is transitive', () => {
    fc.assert(
      fc.property(number, number, number, (a, b, c) => {
        fc.pre(compareNumbers(a, b) <= 0 && compareNumbers(b, c) <= 0);
        expect(compareNumbers(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
