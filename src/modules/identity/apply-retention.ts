import { sql } from 'kysely';
import type { Actor } from '#platform/actor/actor.ts';
import { recordEvent } from '#platform/audit/record-event.ts';
import type { ActorTransaction } from '#platform/database/database.ts';
import { peoplePolicy } from './policy.ts';
import { KEPT_DAYS, KEPT_YEARS } from './retention.ts';

export interface RetentionResult {
  /** How many rows were removed, by kind; kinds of which there were none are left out. */
  readonly removed: Readonly<Record<string, number>>;
  /** Whose identity is now to be erased, by somebody: no identity is erased by a machine. */
  readonly due: readonly DuePerson[];
}

export interface DuePerson {
  readonly id: string;
  readonly name: string;
  /** ISO date. */
  readonly leftOn: string;
}

/**
 * Removes what has been kept long enough, and says whose identity is to be erased.
 *
 * @throws DomainError 'forbidden'
 */
export async function applyRetention(tx: ActorTransaction, actor: Actor): Promise<RetentionResult> {
  peoplePolicy.demand(actor, 'erase-person');
  const { invitation, session, signInTrace, attempt, mail } = KEPT_DAYS;
  const { rows } = await sql<{ kind: string; removed: number }>`
    select kind, removed
      from remove_expired(${invitation}, ${session}, ${signInTrace}, ${attempt}, ${mail})`.execute(
    tx,
  );
  const removed = Object.fromEntries(
    rows.filter((row) => row.removed > 0).map((row) => [row.kind, row.removed]),
  );
  if (Object.keys(removed).length > 0) {
    await recordEvent(tx, {
      action: 'apply-retention',
      subject: { kind: 'person', key: '*' },
      audience: 'people',
      details: { removed },
    });
  }
  return { removed, due: await readDue(tx) };
}

async function readDue(tx: ActorTransaction): Promise<readonly DuePerson[]> {
  const { rows } = await sql<DuePerson>`
    select id, name, leaves_on as "leftOn"
      from person
     where erased_at is null
       and leaves_on + make_interval(years => ${KEPT_YEARS}) <= local_day()
     order by leaves_on, name`.execute(tx);
  return rows;
}
