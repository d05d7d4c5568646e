import { sql } from 'kysely';
import { SYSTEM } from '../actor/actor.ts';
import { type Database, transact } from '../database/database.ts';
import { DomainError } from '../errors/domain-error.ts';
import type { Outcome, OutgoingMail } from './mail.ts';

const MINUTE = 60_000;
/** How long to wait after each attempt that failed, in milliseconds; after the last, it is given up. */
const PAUSES = [1, 5, 30, 120, 360].map((minutes) => minutes * MINUTE);

/** Longer than any attempt lasts: a message still being handed over is nobody's any more. */
const LONGEST_ATTEMPT = 10 * MINUTE;

/** How many times what crossed another transaction is done again. */
const TRIES = 5;

/** The lock a worker holds while it lives, on a connection of its own. */
export const WORKER_LOCK = "hashtextextended('passerelle-mail ' || $1::text, 0)";

/** Takes the next message that is due, and says so for good before it is handed over; null for none. */
export function claimMail(db: Database, worker: string, now: Date): Promise<OutgoingMail | null> {
  return again(() =>
    transact(db, SYSTEM, async (tx) => {
      const { rows } = await sql<OutgoingMail>`
        update mail_message m
           set state = 'sending', state_since = ${now}, worker = ${worker}, attempts = attempts + 1
          from mail_body b
         where b.message_id = m.id
           and m.id = (select id from mail_message
                        where state = 'queued' and (next_attempt_at is null or next_attempt_at <= ${now})
                        order by next_attempt_at nulls first, queued_at, id
                        limit 1 for update skip locked)
        returning m.id, m.kind, m.to_address as "to", m.subject, m.attempts, m.worker,
                  b.text_body as text, b.html_body as html`.execute(tx);
      return rows[0] ?? null;
    }),
  );
}

/** Writes what became of a message, unless somebody has decided meanwhile. */
export async function recordOutcome(
  db: Database,
  { id, worker, attempts }: OutgoingMail,
  outcome: Outcome,
  now: Date,
): Promise<void> {
  const became = stateAfter(outcome, attempts, now);
  await again(() =>
    transact(db, SYSTEM, (tx) =>
      tx
        .updateTable('mail_message')
        .set({ ...became, state_since: now })
        .where('id', '=', id)
        .where('worker', '=', worker)
        .where('state', 'in', ['sending', 'uncertain'])
        .execute(),
    ),
  );
}

function stateAfter(outcome: Outcome, attempts: number, now: Date) {
  switch (outcome.kind) {
    case 'sent':
      return { state: 'sent', sent_at: now, message_id: outcome.messageId, failure: null };
    case 'deferred': {
      const { failure } = outcome;
      const pause = PAUSES[attempts - 1];
      return pause === undefined
        ? { state: 'failed', failure }
        : { state: 'queued', next_attempt_at: new Date(now.getTime() + pause), failure };
    }
    case 'bounced':
    case 'failed':
    case 'uncertain':
      return { state: outcome.kind, failure: outcome.failure };
  }
}

/**
 * Sets aside what was being handed over by a worker that is no more, or has been for too long: it may
 * have left, and is not sent again unless a person says so.
 */
export async function setUncertainAside(db: Database, now: Date): Promise<void> {
  const lost = new Date(now.getTime() - LONGEST_ATTEMPT);
  await again(() =>
    transact(db, SYSTEM, (tx) =>
      sql`
        with worker as materialized (
          select worker as id from mail_message where state = 'sending' group by worker),
        gone as materialized (
          select id from worker
           where pg_try_advisory_xact_lock(hashtextextended('passerelle-mail ' || id::text, 0)))
        update mail_message
           set state = 'uncertain', state_since = ${now},
               failure = 'Passerelle s’est arrêtée pendant l’envoi.'
         where state = 'sending'
           and (state_since <= ${lost} or worker in (select id from gone))`.execute(tx),
    ),
  );
}

/** When the next message that waits is due; null where none waits. */
export async function readNextAttempt(db: Database): Promise<Date | null> {
  const row = await transact(db, SYSTEM, (tx) =>
    tx
      .selectFrom('mail_message')
      .select((eb) => eb.fn.min('next_attempt_at').as('due'))
      .where('state', '=', 'queued')
      .executeTakeFirst(),
  );
  return row?.due ?? null;
}

async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      const crossed = error instanceof DomainError && error.code === 'conflict';
      if (!crossed || tries === TRIES) throw error;
    }
  }
}
