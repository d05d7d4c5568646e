/** From a day (included) to another (excluded), or for ever. ISO dates. */
export interface Period {
  /** Null when it was taken back before it began: it holds on no day. */
  readonly from: string | null;
  readonly until: string | null;
}

export type When = 'withdrawn' | 'past' | 'now' | 'future';

/** Where a period stands on a day. */
export function whenOf({ from, until }: Period, day: string): When {
  if (from === null) return 'withdrawn';
  if (until !== null && until <= day) return 'past';
  return from <= day ? 'now' : 'future';
}

/** Another day, so many later; earlier when negative. */
export function addDays(isoDate: string, days: number): string {
  const [year = 0, month = 1, day = 1] = isoDate.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

/** The last day of a period, which people say, where it keeps the first day after. */
export function lastDay(until: string | null): string | null {
  return until === null ? null : addDays(until, -1);
}

/** Whether a period holds today, or will. */
export function isNotOver({ when }: { readonly when: string }): boolean {
  return when === 'now' || when === 'future';
}
