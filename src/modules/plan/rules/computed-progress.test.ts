import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComputationRule, Observation } from './computation.ts';
import { computeProgress } from './computed-progress.ts';
import type { Rounding } from './rounding.ts';

const of = (value: number, unit: string) => ({ value, unit });
const count = (value: number, unit: string): Observation => ({
  kind: 'count',
  quantity: of(value, unit),
});
const ratio = (value: number, unit: string, rounding: Rounding = 'nearest'): ComputationRule => ({
  kind: 'ratio',
  target: of(value, unit),
  rounding,
});
const growth = (targetGrowth: number): ComputationRule => ({
  kind: 'growth',
  targetGrowth,
  rounding: 'nearest',
});
const perYear: ComputationRule = {
  kind: 'count-per-year',
  perYear: of(60, 'garanties'),
  rounding: 'nearest',
};
const falling: ComputationRule = {
  kind: 'falling',
  baseline: of(12, 'mois'),
  target: of(6, 'mois'),
  rounding: 'nearest',
};
const milestones: ComputationRule = {
  kind: 'milestones',
  milestones: [
    { key: 'plan', label: 'Plan de travail', weight: 1 },
    { key: 'terms', label: 'Modalités', weight: 1 },
    { key: 'funding', label: 'Montage financier', weight: 2 },
  ],
  rounding: 'nearest',
};

describe('a ratio to a target', () => {
  it('is explained by its two counts', () => {
    expect(computeProgress(ratio(275, 'personnes'), count(138, 'personnes'))).toEqual({
      status: 'computed',
      exact: 138 / 275,
      value: 0.5,
      capped: false,
      numerator: 138,
      denominator: 275,
      unit: 'personnes',
      year: null,
    });
  });

  it.each([
    ['nearest', 0.97],
    ['down', 0.96],
    ['up', 0.97],
    ['none', 58 / 60],
  ] as const)('rounds 58 of 60 %s to %d', (rounding, value) => {
    const computation = computeProgress(ratio(60, 'prêts', rounding), count(58, 'prêts'));
    expect(computation).toMatchObject({ value, exact: 58 / 60 });
  });

  it('is capped at the whole, and says so', () => {
    const computation = computeProgress(ratio(60, 'prêts'), count(90, 'prêts'));
    expect(computation).toMatchObject({ exact: 1.5, value: 1, capped: true });
  });

  it('sees through the case and blanks of a unit', () => {
    const computation = computeProgress(ratio(2, 'Projets  de RAC'), count(1, ' projets de rac'));
    expect(computation).toMatchObject({ value: 0.5 });
  });
});

describe('a growth', () => {
  it('is capped when doubling was not asked for', () => {
    const computation = computeProgress(growth(0.42), { kind: 'growth', growth: 1 });
    expect(computation).toMatchObject({ value: 1, capped: true, numerator: 1, denominator: 0.42 });
    expect(computation).toHaveProperty('exact', expect.closeTo(2.38, 2));
  });

  it('follows from a baseline and a value', () => {
    const observation: Observation = {
      kind: 'baseline-and-value',
      baseline: of(100, 'participants'),
      value: of(121, 'participants'),
    };
    expect(computeProgress(growth(0.42), observation)).toMatchObject({ exact: 0.5, value: 0.5 });
  });

  it('is nothing when the figures went the other way', () => {
    const computation = computeProgress(growth(0.42), { kind: 'growth', growth: -0.1 });
    expect(computation).toMatchObject({ value: 0, capped: false });
  });

  it('may be a decrease', () => {
    const computation = computeProgress(growth(-0.2), { kind: 'growth', growth: -0.1 });
    expect(computation).toMatchObject({ value: 0.5 });
  });
});

describe('milestones', () => {
  it('weigh what the rule says', () => {
    const observation: Observation = {
      kind: 'milestones-done',
      done: [
        { key: 'plan', share: 1 },
        { key: 'funding', share: 0.5 },
      ],
    };
    expect(computeProgress(milestones, observation)).toMatchObject({
      value: 0.5,
      numerator: 2,
      denominator: 4,
    });
  });

  it.each([
    [[{ key: 'unknown', share: 1 }]],
    [
      [
        { key: 'plan', share: 1 },
        { key: 'plan', share: 0 },
      ],
    ],
  ])('are not guessed from an answer that does not fit', (done) => {
    expect(computeProgress(milestones, { kind: 'milestones-done', done })).toMatchObject({
      reason: 'observation-does-not-fit',
    });
  });
});

describe('a count per year', () => {
  it('is that of the year observed', () => {
    const observation: Observation = {
      kind: 'year-count',
      year: '2021-2022',
      quantity: of(58, 'garanties'),
    };
    expect(computeProgress(perYear, observation)).toMatchObject({ value: 0.97, year: '2021-2022' });
  });
});

describe('a falling indicator', () => {
  it.each([
    [12, 0],
    [9, 0.5],
    [6, 1],
    [4, 1],
    [15, 0],
  ])('at %d months has come %d of the way', (months, value) => {
    expect(computeProgress(falling, count(months, 'mois'))).toMatchObject({ value });
  });
});

describe('what cannot be computed', () => {
  it('says that nothing was observed', () => {
    expect(computeProgress(falling, null)).toEqual({
      status: 'not-computable',
      reason: 'no-observation',
    });
  });

  it('shows both units when they differ', () => {
    const rule = ratio(275, 'personnes admises');
    expect(computeProgress(rule, count(138, 'demandes traitées'))).toEqual({
      status: 'not-computable',
      reason: 'units-differ',
      observed: of(138, 'demandes traitées'),
      target: of(275, 'personnes admises'),
    });
    expect(computeProgress(falling, count(138, 'jours'))).toMatchObject({ reason: 'units-differ' });
  });

  it('asks for the count behind a percentage', () => {
    const rule = ratio(2115, 'participants');
    expect(computeProgress(rule, { kind: 'share-without-count', share: 0.46 })).toEqual({
      status: 'not-computable',
      reason: 'count-missing',
      share: 0.46,
      target: of(2115, 'participants'),
    });
  });

  it('asks for the baseline of a growth', () => {
    const zero: Observation = {
      kind: 'baseline-and-value',
      baseline: of(0, 'participants'),
      value: of(5, 'participants'),
    };
    for (const observation of [zero, count(5, 'participants')]) {
      expect(computeProgress(growth(0.42), observation)).toEqual({
        status: 'not-computable',
        reason: 'no-baseline',
        observed: of(5, 'participants'),
      });
    }
  });

  it('does not divide by nothing', () => {
    const nothing = { status: 'not-computable', reason: 'target-is-zero' };
    expect(computeProgress(ratio(0, 'projets'), count(1, 'projets'))).toEqual(nothing);
    expect(computeProgress(growth(0), { kind: 'growth', growth: 1 })).toEqual(nothing);
    const flat: ComputationRule = { ...falling, baseline: of(6, 'mois') };
    expect(computeProgress(flat, count(6, 'mois'))).toEqual(nothing);
    const weightless: ComputationRule = { kind: 'milestones', milestones: [], rounding: 'none' };
    expect(computeProgress(weightless, { kind: 'milestones-done', done: [] })).toEqual(nothing);
  });

  it('names what was expected and what was given', () => {
    expect(computeProgress(perYear, count(58, 'garanties'))).toEqual({
      status: 'not-computable',
      reason: 'observation-does-not-fit',
      rule: 'count-per-year',
      observation: 'count',
    });
  });
});

const number = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const quantity = fc.record({ value: number, unit: fc.constantFrom('mois', 'projets') });
const rounding = fc.constantFrom<Rounding>('nearest', 'down', 'up', 'none');
const key = fc.constantFrom('a', 'b', 'c');
const share = fc.double({ min: 0, max: 1, noNaN: true });
const rule: fc.Arbitrary<ComputationRule> = fc.oneof(
  fc.record({ kind: fc.constant('ratio' as const), target: quantity, rounding }),
  fc.record({ kind: fc.constant('growth' as const), targetGrowth: number, rounding }),
  fc.record({ kind: fc.constant('count-per-year' as const), perYear: quantity, rounding }),
  fc.record({
    kind: fc.constant('falling' as const),
    baseline: quantity,
    target: quantity,
    rounding,
  }),
  fc.record({
    kind: fc.constant('milestones' as const),
    milestones: fc.array(fc.record({ key, label: fc.constant('Jalon'), weight: number })),
    rounding,
  }),
);
const observation: fc.Arbitrary<Observation> = fc.oneof(
  fc.record({ kind: fc.constant('count' as const), quantity }),
  fc.record({ kind: fc.constant('growth' as const), growth: number }),
  fc.record({
    kind: fc.constant('baseline-and-value' as const),
    baseline: quantity,
    value: quantity,
  }),
  fc.record({
    kind: fc.constant('year-count' as const),
    year: fc.constant('2021-2022'),
    quantity,
  }),
  fc.record({
    kind: fc.constant('milestones-done' as const),
    done: fc.array(fc.record({ key, share })),
  }),
  fc.record({ kind: fc.constant('share-without-count' as const), share }),
);

describe('any rule and observation', () => {
  it('give a share from 0 to 1, explained by its fraction, or a reason', () => {
    fc.assert(
      fc.property(rule, fc.option(observation), (aRule, anObservation) => {
        const computation = computeProgress(aRule, anObservation);
        if (computation.status === 'not-computable') {
          expect(computation.reason).not.toBe('');
          return;
        }
        const { exact, value, capped, numerator, denominator } = computation;
        expect(value >= 0 && value <= 1).toBe(true);
        expect(exact).toBe(numerator / denominator);
        expect(capped).toBe(exact > 1);
        const step = aRule.rounding === 'none' ? 1e-9 : 0.01 + 1e-9;
        expect(Math.abs(value - Math.min(1, Math.max(0, exact)))).toBeLessThan(step);
      }),
      { numRuns: 1000 },
    );
  });

  it('never go down when more is counted', () => {
    const target = fc.integer({ min: 1, max: 5000 });
    const counts = fc.integer({ min: 0, max: 5000 });
    fc.assert(
      fc.property(target, counts, counts, rounding, (goal, a, b, way) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map((value) =>
          computeProgress(ratio(goal, 'places', way), count(value, 'places')),
        );
        expect(less?.status).toBe('computed');
        if (less?.status !== 'computed' || more?.status !== 'computed') return;
        expect(less.value).toBeLessThanOrEqual(more.value);
      }),
    );
  });
});
