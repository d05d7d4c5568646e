/** A day of the calendar, "YYYY-MM-DD", from 0001-01-01 to 9999-12-31. It has no hour and no time zone. */
export type IsoDate = string;

const DAY_IN_MILLISECONDS = 86_400_000;

/** Whether a text names a day that exists: "2022-02-31" does not. */
export function isIsoDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match !== null && isCalendarDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Whether the calendar has this day; month and day count from 1. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  return (
    year >= 1 &&
    year <= 9999 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= lastDayOfMonth(year, month)
  );
}

/** The day as text, from numbers; month and day count from 1 and must exist. */
export function isoDate(year: number, month: number, day: number): IsoDate {
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** Year, month (1 to 12) and day of a date. */
export function datePartsOf(date: IsoDate): { year: number; month: number; day: number } {
  return {
    year: Number(date.slice(0, 4)),
    month: Number(date.slice(5, 7)),
    day: Number(date.slice(8, 10)),
  };
}

/** How many days the month (1 to 12) has: 28 to 31. */
export function lastDayOfMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The date so many days later, or earlier when negative. The result must stay between the years 1 and 9999. */
export function addDays(date: IsoDate, days: number): IsoDate {
  // Counted in universal time, where every day has 24 hours.
  const moment = Date.parse(`${date}T00:00:00Z`) + days * DAY_IN_MILLISECONDS;
  return new Date(moment).toISOString().slice(0, 10);
}

/**
 * The same day so many months later, or earlier when negative; the last day of the month when it has
 * no such day: 30 November and three months is 28 or 29 February, never 2 March.
 */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const { year, month, day } = datePartsOf(date);
  const index = year * 12 + (month - 1) + months;
  const newYear = Math.floor(index / 12);
  const newMonth = index - newYear * 12 + 1;
  return isoDate(newYear, newMonth, Math.min(day, lastDayOfMonth(newYear, newMonth)));
}

/** Whole months elapsed from one date to another: 0 until a full month has passed, and when `to` comes first. */
export function monthsBetween(from: IsoDate, to: IsoDate): number {
  if (to <= from) return 0;
  const turned = monthsTurned(from, to);
  return addMonths(from, turned) > to ? turned - 1 : turned;
}

/** How many times the month changes on the calendar between two dates, whatever the days. */
export function monthsTurned(from: IsoDate, to: IsoDate): number {
  const start = datePartsOf(from);
  const end = datePartsOf(to);
  return (end.year - start.year) * 12 + end.month - start.month;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
