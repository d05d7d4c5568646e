import type { ActorTransaction } from '../database/database.ts';

/** Who may read an event, besides those who run commands on the machine of the site. */
export type Audience =
  /** Coordination, direction and observation. */
  | 'platform'
  /** Coordination, and the people of the organisation the event is about. */
  | 'coordination'
  /** The people of the organisation the event is about. */
  | 'organisation'
  /** Administration, coordination, and the person the event is about. */
  | 'people'
  /** Observation only. */
  | 'observer';

/** What a field was and became, as a person reads it; null is "nothing". */
export interface Change {
  readonly field: string;
  readonly before: string | number | boolean | null;
  readonly after: string | number | boolean | null;
}

export interface AuditEvent {
  /** Verb first, as in the names of use cases: 'import-follow-up'. */
  readonly action: string;
  readonly subject: { readonly kind: string; readonly key: string };
  /** The organisation it was done for. */
  readonly organisationId?: number | null;
  readonly changes?: readonly Change[];
  /** Why, in the actor's words. */
  readonly reason?: string | null;
  readonly audience?: Audience;
  /** The person it is about, where it is about one. */
  readonly personId?: string | null;
  /** Names no person: an identity is erased without touching the record. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Writes what was done, by the transaction's actor, in the very transaction that does it. */
export async function recordEvent(tx: ActorTransaction, event: AuditEvent): Promise<void> {
  await tx
    .insertInto('audit_event')
    .values({
      action: event.action,
      subject_kind: event.subject.kind,
      subject_key: event.subject.key,
      organisation_id: event.organisationId ?? null,
      changes: JSON.stringify(event.changes ?? []),
      reason: event.reason ?? null,
      audience: event.audience ?? 'platform',
      subject_person: event.personId ?? null,
      details: JSON.stringify(event.details ?? {}),
    })
    .execute();
}
