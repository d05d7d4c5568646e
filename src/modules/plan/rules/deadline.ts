import { readDeadline } from './deadline-grammar.ts';
import { datePartsOf, type IsoDate, isoDate, lastDayOfMonth, monthsBetween } from './iso-date.ts';

/**
 * When something is due, as written and as understood.
 *
 * - `dated`: `edtf` (ISO 8601-2) names the period, `earliest` and `latest` its first and last days;
 *   `by` says that the text sets a limit ("d'ici", "no later than") rather than a period.
 * - `recurring`: every year, on `day` of `month` (1 to 12); in a year that lacks the day, the last
 *   day of the month.
 * - `ongoing`: has no end.
 * - `undated`: names no date that can be known for certain.
 */
export type Deadline =
  | {
      readonly kind: 'dated';
      readonly text: string;
      readonly edtf: string;
      readonly by: boolean;
      readonly earliest: IsoDate;
      readonly latest: IsoDate;
    }
  | {
      readonly kind: 'recurring';
      readonly text: string;
      readonly edtf: string;
      readonly by: boolean;
      readonly month: number;
      readonly day: number;
    }
  | { readonly kind: 'ongoing'; readonly text: string }
  | { readonly kind: 'undated'; readonly text: string };

/**
 * Where a deadline stands on a day. `passed-without-figure` is silence: neither late nor successful.
 * `undated` also covers what is ongoing.
 */
export type DeadlineState =
  | 'met'
  | 'upcoming'
  | 'not-met-on-the-day'
  | 'overdue'
  | 'passed-without-figure'
  | 'undated';

/**
 * Reads a deadline written in French or English. The text is kept as it was; what cannot be read with
 * certainty (an impossible day, 03/04/2022) is undated rather than wrong. Never throws.
 */
export function parseDeadline(text: string): Deadline {
  return { ...readDeadline(text), text };
}

/**
 * The last day on which the deadline can be met: for a yearly one, its first occurrence on or after
 * `asOf`; null when there is none.
 */
export function dueDate(deadline: Deadline, asOf: IsoDate): IsoDate | null {
  switch (deadline.kind) {
    case 'dated':
      return deadline.latest;
    case 'recurring':
      return nextOccurrence(deadline.month, deadline.day, asOf);
    case 'ongoing':
    case 'undated':
      return null;
  }
}

/**
 * The one rule that says what is late. Below 100 % a deadline is overdue from the day after its last
 * day, and "not met on the day" on that day itself. A yearly deadline is judged on its coming
 * occurrence only, so it is never overdue. What has reached 100 % is met, whatever the date.
 *
 * @param input.progress the share stated at `asOf`, from 0 to 1; null when nobody gave one
 */
export function deadlineState(input: {
  readonly deadline: Deadline;
  readonly progress: number | null;
  readonly asOf: IsoDate;
}): DeadlineState {
  const { deadline, progress, asOf } = input;
  if (progress !== null && progress >= 1) return 'met';
  const due = dueDate(deadline, asOf);
  if (due === null) return 'undated';
  if (asOf > due) return progress === null ? 'passed-without-figure' : 'overdue';
  return asOf === due && progress !== null ? 'not-met-on-the-day' : 'upcoming';
}

/** Whole months since the due date, 0 when it has not passed. Whether that is late is for `deadlineState` to say. */
export function monthsLate(deadline: Deadline, asOf: IsoDate): number {
  const due = dueDate(deadline, asOf);
  return due === null ? 0 : monthsBetween(due, asOf);
}

function nextOccurrence(month: number, day: number, asOf: IsoDate): IsoDate {
  const { year } = datePartsOf(asOf);
  const thisYear = occurrence(year, month, day);
  return thisYear >= asOf ? thisYear : occurrence(year + 1, month, day);
}

function occurrence(year: number, month: number, day: number): IsoDate {
  return isoDate(year, month, Math.min(day, lastDayOfMonth(year, month)));
}
