import { isIsoDate } from '#modules/plan/rules/iso-date.ts';

/** The date asked for in an address: `asked` is null when none is, `invalid` keeps what was written instead. */
export type AskedDate =
  | { readonly kind: 'asked'; readonly asOf: string | null }
  | { readonly kind: 'invalid'; readonly given: string };

/** Reads `as_of`. An empty field of the form asks for nothing, which is the latest date. */
export function readAsOf(query: URLSearchParams): AskedDate {
  const given = (query.get('as_of') ?? '').trim();
  if (given === '') return { kind: 'asked', asOf: null };
  return isIsoDate(given) ? { kind: 'asked', asOf: given } : { kind: 'invalid', given };
}
