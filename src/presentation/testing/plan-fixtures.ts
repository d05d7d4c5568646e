import type { IndicatorState, LineState, MeasureState, PlanState } from '#modules/plan/index.ts';
import { deadlineState, dueDate, monthsLate, parseDeadline } from '#modules/plan/rules/deadline.ts';
import { rollUpLines, rollUpMeasures } from '#modules/plan/rules/roll-up.ts';

let lastId = 0;

/** A stated line, of the measure itself unless told otherwise; `stated: null` says nothing. */
export function lineState(changes: Partial<LineState> = {}): LineState {
  lastId += 1;
  const stated = changes.stated === undefined ? 0.5 : changes.stated;
  return {
    id: lastId,
    scope: 'measure',
    label: null,
    indicatorId: null,
    expected: true,
    status: stated === null ? 'missing' : 'stated',
    computed: null,
    narrative: null,
    asOf: '2022-03-31',
    source: stated === null ? null : 'declared',
    author: null,
    leadText: null,
    ...changes,
    stated,
  };
}

/** An indicator judged by the real rules, from its deadline as written and its progress. */
export function indicatorState(
  written: string,
  progress: number | null,
  asOf = '2022-03-31',
): IndicatorState {
  lastId += 1;
  const deadline = parseDeadline(written);
  const state = deadlineState({ deadline, progress, asOf });
  return {
    id: lastId,
    label: { fr: `Indicateur ${written}`, en: null },
    deadline,
    state,
    due: dueDate(deadline, asOf),
    monthsLate: state === 'overdue' ? monthsLate(deadline, asOf) : 0,
    progress,
  };
}

/** A measure of theme 1, its progress rolled up from its lines. */
export function measureState(number: string, changes: Partial<MeasureState> = {}): MeasureState {
  lastId += 1;
  const lines = changes.lines ?? [lineState()];
  const name = { fr: `Mesure numéro ${number}`, en: null };
  return {
    id: lastId,
    number,
    theme: '1',
    name,
    shortName: name,
    leads: [],
    collaborators: [],
    leadText: null,
    collaboratorText: null,
    followUp: null,
    followUpText: null,
    indicators: [],
    lines,
    progress: rollUpLines(lines),
    overdue: false,
    ...changes,
  };
}

/** A plan of 2019-2024, on a date that has statements unless told otherwise. */
export function planState(
  measures: readonly MeasureState[],
  changes: Partial<PlanState> = {},
): PlanState {
  return {
    plan: {
      key: 'essai',
      title: { fr: 'Plan d’essai', en: null },
      objective: null,
      period: { text: '2019-2024', from: '2019-01-01', to: '2024-12-31' },
      coordinator: null,
      showMean: true,
      criteria: [],
      notes: [],
      summaryOf: null,
    },
    asOf: '2022-03-31',
    statementDates: ['2022-03-31'],
    themes: [],
    measures,
    progress: rollUpMeasures(measures.map((measure) => measure.progress)),
    passedSince: [],
    ...changes,
  };
}
