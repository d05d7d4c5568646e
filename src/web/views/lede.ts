import type { MeasureState, PlanState } from '#modules/plan/index.ts';
import { displayPercent, type RollUp } from '#modules/plan/rules/roll-up.ts';
import type { NamedMeasures } from '../messages/facts.ts';
import type { View } from '../page/view.ts';
import { type Prose, sentences } from '../prose.ts';
import type { Glance } from './glance.ts';

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

/** What one would say aloud on a date: who reported, how far, what is late, how old the figures are. */
export function ledeOf(view: View, scope: Scope, glance: Glance): Prose {
  const { t, to } = view;
  const { asOf, progress } = scope;
  const { age } = glance;
  switch (age.kind) {
    case 'later':
      return sentences(
        t.plan.noneLater(asOf, age.latest, to.onDate(age.latest)),
        t.plan.passedSince(scope.passedSince),
      );
    case 'earlier':
      return t.plan.noneEarlier(asOf, age.first, to.onDate(age.first));
    case 'never':
      return t.plan.noneEver(asOf);
    case 'current':
      return sentences(
        t.plan.reported(asOf, progress.coverage, scope.total),
        scope.showMean && progress.value !== null
          ? t.plan.mean(displayPercent(progress.value), progress.coverage)
          : null,
        ...lateness(view, glance),
      );
  }
}

/** What is late, what was not met on the day, what nobody knows; or that nothing is late. */
function lateness({ t, to }: View, glance: Glance): (Prose | null)[] {
  const named = (measures: readonly MeasureState[], id: string): NamedMeasures => ({
    numbers: measures.map(({ number }) => number),
    address: (number) => to.measure(number),
    list: `${to.page('deadlines')}#${id}`,
  });
  const { overdue, notMetOnTheDay, silent } = glance;
  return [
    t.plan.lateness(named(overdue, 'overdue'), named(notMetOnTheDay, 'not-met')),
    silent.length === 0 ? null : t.plan.silent(named(silent, 'silent')),
  ];
}
