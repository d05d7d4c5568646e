import type { MeasureState, PlanState } from '#modules/plan/index.ts';

/**
 * How the date asked for stands to what was stated: `current` on a date that has statements, `later`
 * than the latest before it, `earlier` than the first, or `never` when nothing was stated at all.
 */
export type Age =
  | { readonly kind: 'current' }
  | { readonly kind: 'later'; readonly latest: string }
  | { readonly kind: 'earlier'; readonly first: string }
  | { readonly kind: 'never' };

/** Whose words the figures are: our summary of a published document, the bodies' own, or some of each. */
export type Origin = 'summary' | 'declared' | 'both';

/** What a plan, or a part of it, comes down to on a date. Each measure is in one list at most, the worst. */
export interface Glance {
  readonly age: Age;
  readonly overdue: readonly MeasureState[];
  readonly notMetOnTheDay: readonly MeasureState[];
  /** A deadline has passed and no figure says whether it was met. */
  readonly silent: readonly MeasureState[];
  /** Null when nothing was stated. */
  readonly origin: Origin | null;
}

/** A state never changes: what a whole plan comes down to is looked at once. */
const wholePlans = new WeakMap<PlanState, Glance>();

/** Looks at the measures of a plan on its date; `measures` may be those of one theme or one organisation. */
export function glanceAt(state: PlanState, measures?: readonly MeasureState[]): Glance {
  if (measures) return lookAt(state, measures);
  const known = wholePlans.get(state);
  if (known) return known;
  const glance = lookAt(state, state.measures);
  wholePlans.set(state, glance);
  return glance;
}

function lookAt(state: PlanState, measures: readonly MeasureState[]): Glance {
  const worst = Map.groupBy(measures, worstOf);
  return {
    age: ageOf(state),
    overdue: worst.get('overdue') ?? [],
    notMetOnTheDay: worst.get('not-met-on-the-day') ?? [],
    silent: worst.get('passed-without-figure') ?? [],
    origin: originOf(measures),
  };
}

/** Whose words the measures' lines are; null when none says anything. */
export function originOf(measures: readonly MeasureState[]): Origin | null {
  let summary = false;
  let declared = false;
  for (const { lines } of measures) {
    for (const { source } of lines) {
      summary ||= source === 'summary';
      declared ||= source === 'declared';
    }
    if (summary && declared) return 'both';
  }
  if (summary) return 'summary';
  return declared ? 'declared' : null;
}

const OF_CONCERN = ['overdue', 'not-met-on-the-day', 'passed-without-figure'] as const;

function worstOf({ indicators }: MeasureState): (typeof OF_CONCERN)[number] | 'fine' {
  return OF_CONCERN.find((state) => indicators.some((own) => own.state === state)) ?? 'fine';
}

function ageOf({ asOf, statementDates }: PlanState): Age {
  if (statementDates.includes(asOf)) return { kind: 'current' };
  const latest = statementDates.findLast((date) => date < asOf);
  if (latest !== undefined) return { kind: 'later', latest };
  const first = statementDates[0];
  return first === undefined ? { kind: 'never' } : { kind: 'earlier', first };
}
