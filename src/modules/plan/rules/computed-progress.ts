import type {
  Computation,
  ComputationRule,
  Computed,
  Milestone,
  NotComputable,
  Observation,
  Quantity,
} from './computation.ts';
import { type Rounding, roundShare } from './rounding.ts';

export { compareWithStated } from './compare-with-stated.ts';
export type { Comparison, Computation, ComputationRule, Observation } from './computation.ts';

/** A numerator over a denominator, still to be divided. */
type Fraction = {
  readonly numerator: number;
  readonly denominator: number;
  readonly unit: string | null;
  readonly year: string | null;
};

/**
 * The progress that an observation gives under a rule. Total: whatever the numbers, the value is
 * between 0 and 1, or the reason why there is none is said with its facts.
 */
export function computeProgress(
  rule: ComputationRule,
  observation: Observation | null,
): Computation {
  if (observation === null) return { status: 'not-computable', reason: 'no-observation' };
  if (observation.kind === 'share-without-count') {
    const { share } = observation;
    return { status: 'not-computable', reason: 'count-missing', share, target: targetOf(rule) };
  }
  const fraction = fractionOf(rule, observation);
  if ('status' in fraction) return fraction;
  if (fraction.denominator === 0) return { status: 'not-computable', reason: 'target-is-zero' };
  return computed(fraction, rule.rounding) ?? doesNotFit(rule, observation);
}

function computed(fraction: Fraction, rounding: Rounding): Computed | null {
  const exact = fraction.numerator / fraction.denominator;
  // Numbers at the limits of what a computer holds; nothing that anybody counted.
  if (!Number.isFinite(exact)) return null;
  const value = roundShare(Math.min(1, Math.max(0, exact)), rounding);
  return { status: 'computed', exact, value, capped: exact > 1, ...fraction };
}

function fractionOf(rule: ComputationRule, observation: Observation): Fraction | NotComputable {
  switch (rule.kind) {
    case 'ratio':
      if (observation.kind !== 'count') return doesNotFit(rule, observation);
      return countedAgainst(rule.target, observation.quantity, null);
    case 'count-per-year':
      if (observation.kind !== 'year-count') return doesNotFit(rule, observation);
      return countedAgainst(rule.perYear, observation.quantity, observation.year);
    case 'falling':
      if (observation.kind !== 'count') return doesNotFit(rule, observation);
      return fall(rule.baseline, rule.target, observation.quantity);
    case 'growth':
      return growth(rule, observation);
    case 'milestones':
      return milestonesDone(rule, observation);
  }
}

function countedAgainst(
  target: Quantity,
  observed: Quantity,
  year: string | null,
): Fraction | NotComputable {
  if (!sameUnit(observed, target)) return unitsDiffer(observed, target);
  return {
    numerator: observed.value,
    denominator: Math.max(0, target.value),
    unit: target.unit,
    year,
  };
}

/** How much of the way from the baseline down to the target has been covered. */
function fall(baseline: Quantity, target: Quantity, observed: Quantity): Fraction | NotComputable {
  if (!sameUnit(baseline, target)) return unitsDiffer(baseline, target);
  if (!sameUnit(observed, target)) return unitsDiffer(observed, target);
  return {
    numerator: baseline.value - observed.value,
    denominator: Math.max(0, baseline.value - target.value),
    unit: target.unit,
    year: null,
  };
}

/** Works for a decrease aimed at too: -10 % against -20 % is half of it. */
function growth(
  rule: Extract<ComputationRule, { kind: 'growth' }>,
  observation: Observation,
): Fraction | NotComputable {
  const against = (numerator: number): Fraction => ({
    numerator,
    denominator: rule.targetGrowth,
    unit: null,
    year: null,
  });
  switch (observation.kind) {
    case 'growth':
      return against(observation.growth);
    case 'baseline-and-value': {
      const { baseline, value } = observation;
      if (!sameUnit(value, baseline)) return unitsDiffer(value, baseline);
      if (baseline.value <= 0) return noBaseline(value);
      return against((value.value - baseline.value) / baseline.value);
    }
    case 'count':
    case 'year-count':
      return noBaseline(observation.quantity);
    default:
      return doesNotFit(rule, observation);
  }
}

function milestonesDone(
  rule: Extract<ComputationRule, { kind: 'milestones' }>,
  observation: Observation,
): Fraction | NotComputable {
  if (observation.kind !== 'milestones-done') return doesNotFit(rule, observation);
  const shares = new Map(observation.done.map(({ key, share }) => [key, share]));
  const known = new Set(rule.milestones.map((milestone) => milestone.key));
  // A step the rule does not know, or two answers for one step, would be weighed by guessing.
  const unknown = [...shares.keys()].some((key) => !known.has(key));
  if (unknown || shares.size !== observation.done.length) return doesNotFit(rule, observation);
  return {
    numerator: sum(rule.milestones.map((m) => weight(m) * withinOne(shares.get(m.key) ?? 0))),
    denominator: sum(rule.milestones.map(weight)),
    unit: null,
    year: null,
  };
}

function targetOf(rule: ComputationRule): Quantity | null {
  switch (rule.kind) {
    case 'ratio':
    case 'falling':
      return rule.target;
    case 'count-per-year':
      return rule.perYear;
    case 'growth':
    case 'milestones':
      return null;
  }
}

function sameUnit(a: Quantity, b: Quantity): boolean {
  return unitWords(a) === unitWords(b);
}

function unitWords({ unit }: Quantity): string {
  return unit.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

function weight(milestone: Milestone): number {
  return Math.max(0, milestone.weight);
}

function withinOne(share: number): number {
  return Math.min(1, Math.max(0, share));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function unitsDiffer(observed: Quantity, target: Quantity): NotComputable {
  return { status: 'not-computable', reason: 'units-differ', observed, target };
}

function noBaseline(observed: Quantity): NotComputable {
  return { status: 'not-computable', reason: 'no-baseline', observed };
}

function doesNotFit(rule: ComputationRule, observation: Observation): NotComputable {
  return {
    status: 'not-computable',
    reason: 'observation-does-not-fit',
    rule: rule.kind,
    observation: observation.kind,
  };
}
