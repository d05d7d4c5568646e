import { sql } from 'kysely';
import { SYSTEM } from '../actor/actor.ts';
import { TIME_ZONE } from '../clock/clock.ts';
import { type ActorTransaction, type Database, transact } from '../database/database.ts';

/** Where the chain of the audit record was when a day was over. */
export interface Digest {
  /** In Québec, ISO. */
  readonly day: string;
  /** The last link's position. */
  readonly position: number;
  readonly hash: string;
  /** How many events were linked since the digest before. */
  readonly events: number;
}

/**
 * Makes the digest of each day that is over and added to the chain.
 *
 * @param today in Québec, ISO: not over yet
 * @returns those that were not made yet
 */
export function recordDigests(db: Database, today: string): Promise<Digest[]> {
  return transact(db, SYSTEM, async (tx) => {
    const { rows } = await sql<Digest>`
      with last as (
        select coalesce(max(position), 0) as position, coalesce(max(day), '-infinity') as day
          from audit_digest
      ),
      ended as (
        select (l.linked_at at time zone ${TIME_ZONE})::date as day, max(l.position) as position
          from audit_link l, last
         where l.position > last.position
         group by 1
      )
      insert into audit_digest (day, position, hash, events)
      select e.day, e.position, l.hash,
             e.position - lag(e.position, 1, last.position) over (order by e.position)
        from last, ended e
        join audit_link l using (position)
       where e.day < ${today}::date and e.day > last.day
       order by e.position
      returning day, position, hash, events
    `.execute(tx);
    return rows;
  });
}

/** Every digest, the oldest first. */
export function readDigests(tx: ActorTransaction): Promise<Digest[]> {
  return tx
    .selectFrom('audit_digest')
    .select(['day', 'position', 'hash', 'events'])
    .orderBy('position')
    .execute();
}

/** What the digest of this day would be if it ended now; null while nothing is linked since the last. */
export async function readHead(tx: ActorTransaction, today: string): Promise<Digest | null> {
  const head = await tx
    .selectFrom('audit_link')
    .select(['position', 'hash'])
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  const last = (await readDigests(tx)).at(-1)?.position ?? 0;
  if (!head || head.position <= last) return null;
  return { day: today, ...head, events: head.position - last };
}
