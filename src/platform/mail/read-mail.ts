import { sql } from 'kysely';
import type { Actor } from '../actor/actor.ts';
import { recordEvent } from '../audit/record-event.ts';
import type { ActorTransaction } from '../database/database.ts';
import { MAIL_STATES, type MailState } from './mail.ts';
import { mailPolicy } from './policy.ts';

/** The most messages shown at once. */
const MOST = 200;

/** A message without what it says. Instants are ISO. */
export interface MailEntry {
  readonly id: string;
  readonly kind: string;
  readonly to: string;
  /** Null where it is nobody's, or somebody the reader may not see. */
  readonly personName: string | null;
  readonly subject: string;
  readonly state: MailState;
  readonly stateSince: string;
  readonly attempts: number;
  /** Of one that waits: when it is tried next; null for at once. */
  readonly nextAttemptAt: string | null;
  readonly queuedAt: string;
  readonly failure: string | null;
}

export interface Mailbox {
  readonly counts: Readonly<Record<MailState, number>>;
  /** The latest first, two hundred at most; those that wait for a decision before all. */
  readonly messages: readonly MailEntry[];
}

/**
 * What became of messages.
 *
 * @param state only those in this state; null for all
 * @throws DomainError 'forbidden'
 */
export async function readMail(
  tx: ActorTransaction,
  actor: Actor,
  { state }: { readonly state: MailState | null },
): Promise<Mailbox> {
  mailPolicy.demand(actor, 'read-mail');
  const { rows } = await sql<{ state: MailState; count: number }>`
    select state, count(*) as count from mail_message group by state`.execute(tx);
  const counted = new Map(rows.map((row) => [row.state, row.count]));
  const counts = Object.fromEntries(
    MAIL_STATES.map((each) => [each, counted.get(each) ?? 0]),
  ) as Record<MailState, number>;
  const found = await tx
    .selectFrom('mail_message as m')
    .leftJoin('person as p', 'p.id', 'm.person_id')
    .selectAll('m')
    .select('p.name as person_name')
    .$if(state !== null, (query) => query.where('m.state', '=', state))
    .orderBy(sql`m.state = 'uncertain'`, 'desc')
    .orderBy('m.queued_at', 'desc')
    .orderBy('m.id')
    .limit(MOST)
    .execute();
  await recordEvent(tx, {
    action: 'read-mail',
    subject: { kind: 'mail', key: state ?? 'all' },
    audience: 'people',
    details: { messages: found.length },
  });
  return {
    counts,
    messages: found.map((row) => ({
      id: row.id,
      kind: row.kind,
      to: row.to_address,
      personName: row.person_name,
      subject: row.subject,
      state: row.state as MailState,
      stateSince: row.state_since.toISOString(),
      attempts: row.attempts,
      nextAttemptAt: row.next_attempt_at?.toISOString() ?? null,
      queuedAt: row.queued_at.toISOString(),
      failure: row.failure,
    })),
  };
}
