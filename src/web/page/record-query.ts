import type { RecordQuery } from '#modules/record/index.ts';
import type { AddressParams } from './addresses.ts';

/** What of the record an address asks for. */
export function readRecordQuery(search: URLSearchParams): RecordQuery {
  const given = (name: string) => search.get(name)?.trim() || null;
  return {
    from: given('from'),
    to: given('to'),
    organisationKey: given('organisation'),
    action: given('action'),
  };
}

/** The same, as an address says it. */
export function recordAddress({ from, to, organisationKey, action }: RecordQuery): AddressParams {
  return { from, to, organisation: organisationKey, action };
}

/** The entry a page of the record begins after; what is no number is the newest. */
export function readBefore(search: URLSearchParams): number | null {
  const given = search.get('before') ?? '';
  return /^[1-9]\d{0,8}$/.test(given) ? Number(given) : null;
}
