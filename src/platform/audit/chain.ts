import { createHash } from 'node:crypto';

/** What the first link stands on. */
export const ORIGIN_HASH = '0'.repeat(64);

/**
 * An event as it is hashed: every column of `audit_event`, in this order. The instant is in UTC, to
 * the microsecond ("2026-01-15T17:00:00.123456Z"); `changes` and `details` are the text PostgreSQL
 * gives of their jsonb, which depends on neither the order of keys nor the spaces they were written
 * with.
 */
export interface ChainedEvent {
  readonly id: number;
  readonly occurred_at: string;
  readonly actor: string;
  readonly action: string;
  readonly subject_kind: string;
  readonly subject_key: string;
  readonly organisation_id: number | null;
  readonly changes: string;
  readonly reason: string | null;
  readonly request_id: string | null;
  readonly audience: string;
  readonly subject_person: string | null;
  readonly details: string;
}

export const CHAINED_COLUMNS = [
  'id',
  'occurred_at',
  'actor',
  'action',
  'subject_kind',
  'subject_key',
  'organisation_id',
  'changes',
  'reason',
  'request_id',
  'audience',
  'subject_person',
  'details',
] as const satisfies readonly (keyof ChainedEvent)[];

/** One JSON object, without spaces, its keys the columns in their order. */
export function canonicalText(event: ChainedEvent): string {
  return JSON.stringify(
    Object.fromEntries(CHAINED_COLUMNS.map((column) => [column, event[column]])),
  );
}

/** SHA-256 of the hash before, a line feed, and the event's canonical text; hexadecimal. */
export function linkHash(previousHash: string, event: ChainedEvent): string {
  return createHash('sha256')
    .update(`${previousHash}\n${canonicalText(event)}`)
    .digest('hex');
}
