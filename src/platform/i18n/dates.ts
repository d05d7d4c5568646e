import { type Locale, perLocale } from './locale.ts';

const days = perLocale(
  (region) => new Intl.DateTimeFormat(region, { dateStyle: 'long', timeZone: 'UTC' }),
);
const localDays = perLocale(
  (region) => new Intl.DateTimeFormat(region, { dateStyle: 'long', timeZone: 'America/Toronto' }),
);
const months = perLocale(
  (region) => new Intl.DateTimeFormat(region, { month: 'long', timeZone: 'UTC' }),
);
const instants = perLocale(
  (region) =>
    new Intl.DateTimeFormat(region, {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone: 'America/Toronto',
    }),
);

/**
 * A day in full: "31 mars 2022", "1er avril 2022", "March 31, 2022".
 *
 * @param isoDate a day of the calendar, YYYY-MM-DD
 */
export function formatDate(locale: Locale, isoDate: string): string {
  return withFirstOfMonth(locale, days[locale].format(new Date(isoDate)));
}

/** A month by its name, in lower case in French: "mars", "March". @param month from 1 to 12 */
export function formatMonth(locale: Locale, month: number): string {
  return months[locale].format(Date.UTC(2000, month - 1, 1));
}

/** A moment in Québec's time: "31 mars 2022 à 10 h 05". @param isoInstant ISO 8601, with its zone */
export function formatInstant(locale: Locale, isoInstant: string): string {
  return withFirstOfMonth(locale, instants[locale].format(new Date(isoInstant)));
}

/** The day of a moment in Québec, in full: "31 mars 2022". @param isoInstant ISO 8601, with its zone */
export function formatDayOf(locale: Locale, isoInstant: string): string {
  return withFirstOfMonth(locale, localDays[locale].format(new Date(isoInstant)));
}

/** French alone writes the first of a month as an ordinal, which Intl does not. */
function withFirstOfMonth(locale: Locale, text: string): string {
  return locale === 'fr' ? text.replace(/^1 /, '1er ') : text;
}
