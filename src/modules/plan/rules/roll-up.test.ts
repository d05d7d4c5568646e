import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  displayPercent,
  type LineFigure,
  type RollUp,
  rollUpLines,
  rollUpMeasures,
} from './roll-up.ts';

const stated = (value: number): LineFigure => ({ expected: true, status: 'stated', stated: value });
const silent = (status: Exclude<LineFigure['status'], 'stated'>): LineFigure => ({
  expected: true,
  status,
  stated: null,
});
const COVERED: LineFigure = { expected: false, status: 'covered', stated: null };

/** The stated percentages of the Pôle's 16 measures on 31 March 2022, theme by theme. */
const POLE = [
  [
    [50, 15],
    [33, 15, 0],
  ],
  [[100], [100, 95]],
  [[50], [0], [60], [35]],
  [[100], [100]],
  [[46], [100], [96], [100], [100], [70]],
];

const measuresOf = (theme: readonly (readonly number[])[]): RollUp[] =>
  theme.map((lines) => rollUpLines(lines.map((percent) => stated(percent / 100))));

describe('the figures of the Pôle', () => {
  it.each([
    [0, 0.2425],
    [1, 0.9875],
    [2, 0.3625],
    [3, 1],
    [4, 0.8533333333333334],
  ])('theme %i has its mean', (theme, mean) => {
    expect(rollUpMeasures(measuresOf(POLE[theme] ?? [])).value).toBe(mean);
  });

  it('give 69 % for the plan, from all 16 measures', () => {
    const plan = rollUpMeasures(POLE.flatMap(measuresOf));
    expect(plan).toEqual({ value: 0.689375, coverage: { stated: 16, expected: 16 } });
    expect(displayPercent(plan.value ?? 0)).toBe(69);
  });
});

describe('rollUpLines', () => {
  it('counts zero as zero', () => {
    expect(rollUpLines([stated(0), stated(1)]).value).toBe(0.5);
    expect(rollUpLines([stated(0)])).toEqual({ value: 0, coverage: { stated: 1, expected: 1 } });
  });

  it('tells apart nothing to report, missing, not applicable and covered', () => {
    const one = stated(0.4);
    expect(rollUpLines([one, silent('nothing-to-report')]).coverage.expected).toBe(2);
    expect(rollUpLines([one, silent('missing')]).coverage.expected).toBe(2);
    expect(rollUpLines([one, silent('not-applicable')]).coverage.expected).toBe(1);
    expect(rollUpLines([one, COVERED]).coverage.expected).toBe(1);
  });

  it('leaves out a figure nobody expected', () => {
    expect(rollUpLines([{ ...stated(1), expected: false }, stated(0.2)])).toEqual({
      value: 0.2,
      coverage: { stated: 1, expected: 1 },
    });
  });

  it('has no value without a figure', () => {
    const none = { value: null, coverage: { stated: 0, expected: 0 } };
    expect(rollUpLines([])).toEqual(none);
    expect(rollUpLines([silent('not-applicable')])).toEqual(none);
  });

  it('adds decimals without noise', () => {
    expect(rollUpLines([stated(0.1), stated(0.2)]).value).toBe(0.15);
  });
});

describe('rollUpMeasures', () => {
  it('weighs every measure the same, whatever its lines', () => {
    const measures = [rollUpLines([stated(1)]), rollUpLines([stated(0), stated(0), stated(0)])];
    expect(rollUpMeasures(measures)).toEqual({ value: 0.5, coverage: { stated: 2, expected: 2 } });
  });

  it('counts as expected a silent measure, but not one of which nothing is expected', () => {
    const measures = [[stated(0.5)], [silent('missing')], [COVERED]].map(rollUpLines);
    expect(rollUpMeasures(measures)).toEqual({ value: 0.5, coverage: { stated: 1, expected: 2 } });
  });
});

const share = fc.double({ min: 0, max: 1, noNaN: true });
const line: fc.Arbitrary<LineFigure> = fc.oneof(
  share.map(stated),
  fc.constantFrom(
    ...(['not-applicable', 'nothing-to-report', 'missing', 'covered'] as const).map(silent),
  ),
  fc.constant({ ...stated(0.5), expected: false }),
  fc.constant({ ...stated(Number.NaN) }),
);
const lines = fc.array(line, { maxLength: 12 });
const shuffled = lines.chain((all) =>
  fc.tuple(
    fc.constant(all),
    fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
  ),
);

describe('any lines', () => {
  it('give the same whatever their order', () => {
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        expect(rollUpLines(one)).toEqual(rollUpLines(other));
      }),
    );
  });

  it('give a mean within their bounds, never NaN, exactly when some line is stated', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const { value, coverage } = rollUpLines(all);
        expect(coverage.stated).toBeLessThanOrEqual(coverage.expected);
        expect(value === null).toBe(coverage.stated === 0);
        if (value === null) return;
        const figures = all.flatMap((l) =>
          l.expected && l.stated !== null && Number.isFinite(l.stated) ? [l.stated] : [],
        );
        expect(value).toBeGreaterThanOrEqual(Math.min(...figures) - 1e-9);
        expect(value).toBeLessThanOrEqual(Math.max(...figures) + 1e-9);
        expect(value).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('keep their mean and lose coverage when one more is missing', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const before = rollUpLines(all);
        expect(rollUpLines([...all, silent('missing')])).toEqual({
          value: before.value,
          coverage: { ...before.coverage, expected: before.coverage.expected + 1 },
        });
      }),
    );
  });

  it('never cover less when one more is stated', () => {
    fc.assert(
      fc.property(lines, share, (all, value) => {
        const before = rollUpLines(all).coverage;
        expect(rollUpLines([...all, stated(value)]).coverage).toEqual({
          stated: before.stated + 1,
          expected: before.expected + 1,
        });
      }),
    );
  });

  it('make a plan that follows the same bounds', () => {
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 8 }), (measures) => {
        const { value, coverage } = rollUpMeasures(measures.map(rollUpLines));
        expect(coverage.stated).toBeLessThanOrEqual(coverage.expected);
        expect(value === null || (value >= 0 && value <= 1)).toBe(true);
        expect(value === null).toBe(coverage.stated === 0);
      }),
    );
  });
});

describe('displayPercent', () => {
  it.each([
    [0, 0],
    [0.004, 1],
    [0.285, 29],
    [0.689375, 69],
    [0.695, 70],
    [0.996, 99],
    [1, 100],
    [2.38, 238],
    [-0.1, -10],
  ])('shows %d as %i %', (value, percent) => {
    expect(displayPercent(value)).toBe(percent);
  });

  it('keeps 0 and 100 for what is exactly nothing and exactly done', () => {
    fc.assert(
      fc.property(share, (value) => {
        const percent = displayPercent(value);
        expect(percent === 0).toBe(value === 0);
        expect(percent === 100).toBe(value === 1);
        expect(Math.abs(percent - value * 100)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
