import type { ActorTransaction } from '../database/database.ts';

export interface AuditEvent {
  /** Verb first, as in the names of use cases: 'import-follow-up'. */
  readonly action: string;
  readonly subject: { readonly kind: string; readonly key: string };
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
      details: JSON.stringify(event.details ?? {}),
    })
    .execute();
}
