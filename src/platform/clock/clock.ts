/** What time it is, injected so that tests choose. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** The time zone the law's days are counted in. */
export const TIME_ZONE = 'America/Toronto';

const days = new Intl.DateTimeFormat('en-CA', {
  timeZone: TIME_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day it is in Québec, ISO. Kept for the minute it is asked in: it is asked at every request. */
export function dayTeller(clock: Clock): () => string {
  let minute = Number.NaN;
  let day = '';
  return () => {
    const now = clock.now();
    const current = Math.floor(now.getTime() / 60_000);
    if (current !== minute) {
      minute = current;
      day = days.format(now);
    }
    return day;
  };
}
