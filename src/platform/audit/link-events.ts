import { sql } from 'kysely';
import { SYSTEM } from '../actor/actor.ts';
import { type ActorTransaction, type Database, transact } from '../database/database.ts';
import { type ChainedEvent, linkHash, ORIGIN_HASH } from './chain.ts';
import { chainedColumns } from './chained-columns.ts';

/** How many events one transaction links. */
export const MOST_LINKED = 500;

/**
 * How many numbers before the last one linked are looked at again. Events take their numbers before
 * they are committed, so one may come after others that are numbered higher.
 */
const WINDOW = 10_000;

/**
 * Links the next committed events, in the order of their numbers. One process at a time: a second
 * one would fail on the positions of the first.
 *
 * @param everywhere looks for them in the whole record, not only among the latest
 * @returns how many were linked: MOST_LINKED when there may be more
 */
export function linkEvents(db: Database, everywhere: boolean): Promise<number> {
  return transact(db, SYSTEM, async (tx) => {
    const head = await tx
      .selectFrom('audit_link')
      .select(['position', 'hash'])
      .orderBy('position', 'desc')
      .limit(1)
      .executeTakeFirst();
    let { position, hash } = head ?? { position: 0, hash: ORIGIN_HASH };
    const links = (await readUnlinked(tx, everywhere)).map((event) => {
      const previous = hash;
      hash = linkHash(previous, event);
      position += 1;
      return { position, event_id: event.id, previous_hash: previous, hash };
    });
    if (links.length > 0) await tx.insertInto('audit_link').values(links).execute();
    return links.length;
  });
}

async function readUnlinked(tx: ActorTransaction, everywhere: boolean): Promise<ChainedEvent[]> {
  const after = everywhere
    ? sql`0`
    : sql`coalesce((select max(event_id) from audit_link), 0) - ${WINDOW}::integer`;
  const { rows } = await sql<ChainedEvent>`
    select ${chainedColumns}
      from audit_event e
     where e.id > ${after}
       and not exists (select from audit_link l where l.event_id = e.id)
     order by e.id
     limit ${MOST_LINKED}
  `.execute(tx);
  return rows;
}
