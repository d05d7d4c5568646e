import { describe, expect, it } from 'vitest';
import type { ComputationRule, Observation } from './computation.ts';
import { computationRuleSchema, observationSchema } from './computation-schema.ts';

const of = (value: number, unit: string) => ({ value, unit });
const ratio = (value: number): ComputationRule => ({
  kind: 'ratio',
  target: of(value, 'projets'),
  rounding: 'nearest',
});
const growth = (targetGrowth: number): ComputationRule => ({
  kind: 'growth',
  targetGrowth,
  rounding: 'none',
});
const falling = (target: number): ComputationRule => ({
  kind: 'falling',
  baseline: of(12, 'mois'),
  target: of(target, 'mois'),
  rounding: 'down',
});
const milestones = (...keys: string[]): ComputationRule => ({
  kind: 'milestones',
  milestones: keys.map((key) => ({ key, label: 'Plan de travail', weight: 1 })),
  rounding: 'up',
});
const perYear: ComputationRule = {
  kind: 'count-per-year',
  perYear: of(60, 'garanties'),
  rounding: 'nearest',
};
const count = (value: number, unit: string): Observation => ({
  kind: 'count',
  quantity: of(value, unit),
});
const done = (...keys: string[]): Observation => ({
  kind: 'milestones-done',
  done: keys.map((key) => ({ key, share: 0.5 })),
});

function throughJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

describe('a stored rule', () => {
  it.each([ratio(275), growth(-0.2), perYear, falling(6), falling(0), milestones('plan', 'terms')])(
    'is read back as it was: %o',
    (rule) => {
      expect(computationRuleSchema.parse(throughJson(rule))).toEqual(rule);
    },
  );

  it.each([
    ratio(0),
    growth(0),
    falling(12),
    milestones(),
    milestones('plan', 'plan'),
    { ...ratio(1), rounding: 'half-even' },
    { ...ratio(1), extra: true },
    { kind: 'other' },
  ])('is refused when it could never compute: %o', (rule) => {
    expect(computationRuleSchema.safeParse(rule).success).toBe(false);
  });
});

describe('a stored observation', () => {
  it.each<Observation>([
    count(0, 'projets'),
    { kind: 'growth', growth: -0.1 },
    { kind: 'baseline-and-value', baseline: of(10, 'stages'), value: of(20, 'stages') },
    { kind: 'year-count', year: '2021-2022', quantity: of(58, 'garanties') },
    done('plan', 'terms'),
    done(),
    { kind: 'share-without-count', share: 0.46 },
  ])('is read back as it was: %o', (observation) => {
    expect(observationSchema.parse(throughJson(observation))).toEqual(observation);
  });

  it.each([
    { kind: 'share-without-count', share: 1.5 },
    count(1, ' '),
    count(Number.NaN, 'projets'),
    { kind: 'count', quantity: { value: '1', unit: 'projets' } },
    done('plan', 'plan'),
  ])('is refused when it cannot have been observed so: %o', (observation) => {
    expect(observationSchema.safeParse(observation).success).toBe(false);
  });
});
