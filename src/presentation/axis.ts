import type { PlanState } from '#modules/plan/index.ts';

const DAY = 86_400_000;

/** How far beyond the plan's period the axis follows a deadline; one later still stands at the edge. */
const REACH_IN_DAYS = 731;

/** More year marks than this would touch one another. */
const MOST_MARKS = 8;

/** The time axis that every lane of a sheet shares. Places are percentages of its width, from 0 to 100. */
export interface Axis {
  /** The first of January of the years that are marked. */
  readonly years: readonly { readonly year: number; readonly at: number }[];
  readonly asOf: number;
  /** Where a day stands; at the edge when the axis does not reach it. */
  place(isoDate: string): number;
}

/** Draws the axis from the plan's period, stretched a little for the deadlines and the date that leave it. */
export function axisOf(state: PlanState): Axis {
  const days = state.measures
    .flatMap((measure) => measure.indicators.flatMap(({ due }) => (due === null ? [] : [due])))
    .concat(state.asOf)
    .map(dayNumber);
  const { first, last } = extent(state, days);
  const width = Math.max(1, last - first);
  const place = (isoDate: string) => {
    const share = (dayNumber(isoDate) - first) / width;
    return Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10;
  };
  return { years: yearMarks(first, last, place), asOf: place(state.asOf), place };
}

function extent({ plan }: PlanState, days: readonly number[]) {
  const earliest = days.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const latest = days.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  if (!plan.period) return { first: earliest, last: latest };
  const from = dayNumber(plan.period.from);
  const to = dayNumber(plan.period.to);
  return {
    first: Math.max(from - REACH_IN_DAYS, Math.min(from, earliest)),
    last: Math.min(to + REACH_IN_DAYS, Math.max(to, latest)),
  };
}

function yearMarks(first: number, last: number, place: (isoDate: string) => number) {
  const from = yearOf(first - 1) + 1;
  const count = Math.max(0, yearOf(last) - from + 1);
  const step = Math.max(1, Math.ceil(count / MOST_MARKS));
  return Array.from({ length: Math.ceil(count / step) }, (_, index) => {
    const year = from + index * step;
    return { year, at: place(`${String(year).padStart(4, '0')}-01-01`) };
  });
}

function dayNumber(isoDate: string): number {
  return Date.parse(isoDate) / DAY;
}

function yearOf(day: number): number {
  return new Date(day * DAY).getUTCFullYear();
}
