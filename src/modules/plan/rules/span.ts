import type { Part } from './calendar-words.ts';
import {
  addDays,
  addMonths,
  datePartsOf,
  type IsoDate,
  isCalendarDay,
  isoDate,
  lastDayOfMonth,
  monthsTurned,
} from './iso-date.ts';
import { type Season, seasonBounds, seasonEdtf } from './seasons.ts';

/** A stretch of days, both ends included, with its name in EDTF (ISO 8601-2). */
export type Span = {
  readonly edtf: string;
  readonly earliest: IsoDate;
  readonly latest: IsoDate;
};

/** A date, month or year of the calendar in EDTF, as opposed to a season or an interval. */
const PLAIN = /^\d{4}(?:-(?:0\d|1[0-2])(?:-\d{2})?)?$/;

/** The day, or null when the calendar has none such. */
export function daySpan(year: number, month: number, day: number): Span | null {
  if (!isCalendarDay(year, month, day)) return null;
  return oneDay(isoDate(year, month, day));
}

/** A span of one day, which must exist. */
export function oneDay(date: IsoDate): Span {
  return { edtf: date, earliest: date, latest: date };
}

/** The months from one (1 to 12) to another, the same year or, when `lastYear` says so, a later one. */
export function monthsSpan(year: number, first: number, last: number, lastYear = year): Span {
  const earliest = isoDate(year, first, 1);
  const latest = isoDate(lastYear, last, lastDayOfMonth(lastYear, last));
  return { edtf: edtfOfDays(earliest, latest), earliest, latest };
}

export function yearSpan(year: number): Span {
  return { ...monthsSpan(year, 1, 12), edtf: String(year) };
}

export function seasonSpan(season: Season, year: number): Span {
  return { ...seasonBounds(season, year), edtf: seasonEdtf(season, year) };
}

/** From the first day of one span to the last day of the other. */
export function spanBetween(start: Span, end: Span): Span {
  const { earliest } = start;
  const { latest } = end;
  // EDTF has no interval of seasons: its ends are then named by their days.
  const named = PLAIN.test(start.edtf) && PLAIN.test(end.edtf);
  return {
    edtf: named ? `${start.edtf}/${end.edtf}` : edtfOfDays(earliest, latest),
    earliest,
    latest,
  };
}

/** The same span, said to be approximate. */
export function approximately(span: Span): Span {
  const [start = '', end] = (
    /^\d{4}-2\d$/.test(span.edtf) ? `${span.earliest}/${span.latest}` : span.edtf
  ).split('/');
  return { ...span, edtf: end === undefined ? `${start}~` : `${start}~/${end}~` };
}

/**
 * The beginning, middle or end of a span, each a third of it: four months of a year, one of a season
 * or quarter, ten days of a month (the last third taking what remains). Null when it has no thirds.
 */
export function thirdOf(span: Span, part: Part): Span | null {
  const months = monthsTurned(span.earliest, addDays(span.latest, 1));
  if (months === 0 || (months > 1 && months % 3 !== 0)) return null;
  const startOf = (index: number) =>
    months === 1
      ? addDays(span.earliest, index * 10)
      : addMonths(span.earliest, (index * months) / 3);
  const earliest = startOf(part);
  const latest = part === 2 ? span.latest : addDays(startOf(part + 1), -1);
  return { edtf: edtfOfDays(earliest, latest), earliest, latest };
}

function edtfOfDays(earliest: IsoDate, latest: IsoDate): string {
  const { year, month, day } = datePartsOf(latest);
  const wholeMonths = earliest.endsWith('-01') && day === lastDayOfMonth(year, month);
  const start = wholeMonths ? earliest.slice(0, 7) : earliest;
  const end = wholeMonths ? latest.slice(0, 7) : latest;
  return start === end ? start : `${start}/${end}`;
}
