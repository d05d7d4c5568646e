import { datePartsOf, type IsoDate } from '#modules/plan/rules/iso-date.ts';

/**
 * The year a report is of, by the last day of the body's year: with "03-31", a report at 2022-03-31
 * is of "2021-2022"; with "12-31", of "2022". Null where the year is not named.
 *
 * @param yearEndsOn month and day, "MM-DD"
 */
export function reportingYear(yearEndsOn: string | null, asOf: IsoDate): string | null {
  if (yearEndsOn === null) return null;
  const { year } = datePartsOf(asOf);
  const last = asOf.slice('YYYY-'.length) <= yearEndsOn ? year : year + 1;
  return yearEndsOn === '12-31' ? String(last) : `${last - 1}-${last}`;
}

/** A report's title with the year it is of: "Rapport annuel 2021-2022". @param title in the report's language */
export function reportTitle(title: string, yearEndsOn: string | null, asOf: IsoDate): string {
  const year = reportingYear(yearEndsOn, asOf);
  return year === null ? title : `${title} ${year}`;
}
