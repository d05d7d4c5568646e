import type { MeasureState, PlanState } from '#modules/plan/index.ts';
import { displayPercent, type RollUp } from '#modules/plan/rules/roll-up.ts';
import type { NamedMeasures } from './facts.ts';
import type { Glance } from './glance.ts';
import type { PlanMessages } from './messages/fr.ts';
import { type Prose, sentences } from './prose.ts';

/** A plan or a part of it: what a lede is about. */
export interface Scope {
  readonly asOf: string;
  readonly progress: RollUp;
  /** How many measures it has. */
  readonly total: number;
  readonly showMean: boolean;
  /** Deadlines passed since the latest statements. */
  readonly passedSince: number;
}

/** The whole plan as the scope of a lede. */
export function wholePlan(state: PlanState): Scope {
  return {
    asOf: state.asOf,
    progress: state.progress,
    total: state.measures.length,
    showMean: state.plan.showMean,
    passedSince: state.passedSince.length,
  };
}

/** The words and the addresses that a lede needs. */
export interface LedeContext {
  readonly t: Pick<PlanMessages, 'summary'>;
  readonly to: {
    measure(number: string): string;
    onDate(asOf: string): string;
    /** Null where there is no such page, as in a document. */
    page(page: 'deadlines'): string | null;
  };
}

/** What one would say aloud on a date: who reported, how far, what is late, how old the figures are. */
export function ledeOf(context: LedeContext, scope: Scope, glance: Glance): Prose {
  const { t, to } = context;
  const { asOf, progress } = scope;
  const { age } = glance;
  switch (age.kind) {
    case 'later':
      return sentences(
        t.summary.noneLater(asOf, age.latest, to.onDate(age.latest)),
        t.summary.passedSince(scope.passedSince),
      );
    case 'earlier':
      return t.summary.noneEarlier(asOf, age.first, to.onDate(age.first));
    case 'never':
      return t.summary.noneEver(asOf);
    case 'current':
      return sentences(
        t.summary.reported(asOf, progress.coverage, scope.total),
        scope.showMean && progress.value !== null
          ? t.summary.mean(displayPercent(progress.value), progress.coverage)
          : null,
        ...lateness(context, glance),
      );
  }
}

/** What is late, what was not met on the day, what nobody knows; or that nothing is late. */
function lateness({ t, to }: LedeContext, glance: Glance): (Prose | null)[] {
  const deadlines = to.page('deadlines');
  const named = (measures: readonly MeasureState[], id: string): NamedMeasures => ({
    numbers: measures.map(({ number }) => number),
    address: (number) => to.measure(number),
    list: deadlines === null ? null : `${deadlines}#${id}`,
  });
  const { overdue, notMetOnTheDay, silent } = glance;
  return [
    t.summary.lateness(named(overdue, 'overdue'), named(notMetOnTheDay, 'not-met')),
    silent.length === 0 ? null : t.summary.silent(named(silent, 'silent')),
  ];
}
