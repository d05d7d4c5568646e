import type { Rounding } from './rounding.ts';

/** A number of something; two quantities compare only when their units are the same words. */
export type Quantity = { readonly value: number; readonly unit: string };

/** How the progress of an indicator follows from what is counted. Shares are of one: +42 % is 0.42. */
export type ComputationRule =
  /** So many of a target: 138 of 275. */
  | { readonly kind: 'ratio'; readonly target: Quantity; readonly rounding: Rounding }
  /** Growth since a baseline, against the growth aimed at. */
  | { readonly kind: 'growth'; readonly targetGrowth: number; readonly rounding: Rounding }
  /** Steps done, each weighing what the rule says. */
  | {
      readonly kind: 'milestones';
      readonly milestones: readonly Milestone[];
      readonly rounding: Rounding;
    }
  /** So many each year: the progress of the year observed. */
  | { readonly kind: 'count-per-year'; readonly perYear: Quantity; readonly rounding: Rounding }
  /** Less of something: a wait brought from 12 months to 6. */
  | {
      readonly kind: 'falling';
      readonly baseline: Quantity;
      readonly target: Quantity;
      readonly rounding: Rounding;
    };

export type Milestone = { readonly key: string; readonly label: string; readonly weight: number };

/** What was counted, at a date. */
export type Observation =
  | { readonly kind: 'count'; readonly quantity: Quantity }
  /** Growth since the baseline: doubled is 1. */
  | { readonly kind: 'growth'; readonly growth: number }
  | { readonly kind: 'baseline-and-value'; readonly baseline: Quantity; readonly value: Quantity }
  | { readonly kind: 'year-count'; readonly year: string; readonly quantity: Quantity }
  /** How much of each milestone is done, from 0 to 1; one that is absent is not begun. */
  | {
      readonly kind: 'milestones-done';
      readonly done: readonly { readonly key: string; readonly share: number }[];
    }
  /** A percentage given without what it was counted from. */
  | { readonly kind: 'share-without-count'; readonly share: number };

/** What a rule gives for an observation: a figure that can be explained, or why there is none. */
export type Computation = Computed | NotComputable;

/**
 * `exact` is `numerator / denominator`, before any cap; `value` is kept between 0 and 1 and rounded as
 * the rule says. `unit` is null for growth and milestones, `year` for all but a count per year.
 */
export type Computed = {
  readonly status: 'computed';
  readonly exact: number;
  readonly value: number;
  /** The exact figure is above 1. */
  readonly capped: boolean;
  readonly numerator: number;
  readonly denominator: number;
  readonly unit: string | null;
  readonly year: string | null;
};

export type NotComputable = { readonly status: 'not-computable' } & (
  | { readonly reason: 'no-observation' }
  /** 138 requests handled say nothing of 275 people admitted. */
  | { readonly reason: 'units-differ'; readonly observed: Quantity; readonly target: Quantity }
  /** `target` is null when the rule has none. */
  | { readonly reason: 'count-missing'; readonly share: number; readonly target: Quantity | null }
  /** `observed` is what grew, from nothing known or from zero. */
  | { readonly reason: 'no-baseline'; readonly observed: Quantity }
  /** There is nothing to reach: no target, no weight, no distance to cover. */
  | { readonly reason: 'target-is-zero' }
  | {
      readonly reason: 'observation-does-not-fit';
      readonly rule: ComputationRule['kind'];
      readonly observation: Observation['kind'];
    }
);

/** How a stated figure stands beside the computed one. */
export type Comparison = 'equal' | 'differs-by-rounding' | 'differs';
