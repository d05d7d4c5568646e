import type { HistoryEntry, IndicatorState, MeasureState } from '#modules/plan/index.ts';

/** What happened to a measure, or is to happen, on one day. */
export type ThreadEvent =
  | { readonly kind: 'deadline'; readonly date: string; readonly indicator: IndicatorState }
  /** `figures` counts the lines that got one; `shown` says that it is the date of the page. */
  | {
      readonly kind: 'statement';
      readonly date: string;
      readonly figures: number;
      readonly shown: boolean;
    }
  /** The date of the page, when nothing was stated for it. */
  | { readonly kind: 'shown'; readonly date: string };

/** Deadlines and statements of a measure in order; on one day, statements first. */
export function threadOf(
  measure: MeasureState,
  history: readonly HistoryEntry[],
  asOf: string,
): ThreadEvent[] {
  const statements = history
    .filter((entry) => entry.lines.some((line) => line.source !== null))
    .map(
      (entry): ThreadEvent => ({
        kind: 'statement',
        date: entry.asOf,
        figures: entry.lines.filter((line) => line.status === 'stated').length,
        shown: entry.asOf === asOf,
      }),
    );
  const deadlines = measure.indicators.flatMap((indicator): ThreadEvent[] =>
    indicator.due === null ? [] : [{ kind: 'deadline', date: indicator.due, indicator }],
  );
  const shown: ThreadEvent[] = statements.some(({ date }) => date === asOf)
    ? []
    : [{ kind: 'shown', date: asOf }];
  return [...statements, ...shown, ...deadlines].sort((a, b) => compare(a.date, b.date));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
