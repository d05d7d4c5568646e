import type { IndicatorState, MeasureState } from '#modules/plan/index.ts';

/** A deadline with the measure it belongs to. */
export interface Entry {
  readonly measure: MeasureState;
  readonly indicator: IndicatorState;
}

/** A deadline that has a day. */
export interface DatedEntry extends Entry {
  readonly due: string;
}

/** The deadlines of a plan, each kind in the order of its days, then of its measures. */
export interface Calendar {
  readonly late: readonly DatedEntry[];
  readonly onTheDay: readonly DatedEntry[];
  readonly silent: readonly DatedEntry[];
  readonly years: readonly CalendarYear[];
  readonly ongoing: readonly Entry[];
  readonly undated: readonly Entry[];
  /** Dated ones that are neither met nor past. */
  readonly upcoming: number;
}

export interface CalendarYear {
  readonly year: string;
  readonly count: number;
  /** `month` from 1 to 12. */
  readonly months: readonly { readonly month: number; readonly entries: readonly DatedEntry[] }[];
}

/** Lays the deadlines of measures out in time. */
export function calendarOf(measures: readonly MeasureState[]): Calendar {
  const entries = measures.flatMap((measure) =>
    measure.indicators
      .filter(({ deadline }) => deadline !== null)
      .map((indicator): Entry => ({ measure, indicator })),
  );
  const dated = entries
    .flatMap((entry): DatedEntry[] =>
      entry.indicator.due === null ? [] : [{ ...entry, due: entry.indicator.due }],
    )
    .sort((a, b) => (a.due === b.due ? 0 : a.due < b.due ? -1 : 1));
  const inState = Map.groupBy(dated, (entry) => entry.indicator.state);
  const dateless = entries.filter((entry) => entry.indicator.due === null);
  return {
    late: inState.get('overdue') ?? [],
    onTheDay: inState.get('not-met-on-the-day') ?? [],
    silent: inState.get('passed-without-figure') ?? [],
    upcoming: inState.get('upcoming')?.length ?? 0,
    years: yearsOf(dated),
    ongoing: dateless.filter((entry) => entry.indicator.deadline?.kind === 'ongoing'),
    undated: dateless.filter((entry) => entry.indicator.deadline?.kind === 'undated'),
  };
}

function yearsOf(dated: readonly DatedEntry[]): CalendarYear[] {
  return [...Map.groupBy(dated, (entry) => entry.due.slice(0, 4))].map(([year, entries]) => ({
    year,
    count: entries.length,
    months: [...Map.groupBy(entries, (entry) => Number(entry.due.slice(5, 7)))].map(
      ([month, ofMonth]) => ({ month, entries: ofMonth }),
    ),
  }));
}
