import { sql } from 'kysely';
import type { ActorTransaction } from '../database/database.ts';
import type { ChainedEvent } from './chain.ts';
import { chainedColumns } from './chained-columns.ts';

/** How many rows are read at a time. */
export const BATCH = 1000;

export interface Link {
  readonly position: number;
  readonly eventId: number;
  readonly previousHash: string;
  readonly hash: string;
  /** Null where it is no longer in the record. */
  readonly event: ChainedEvent | null;
}

type LinkRow = Omit<Link, 'event'> & {
  [Column in keyof ChainedEvent]: ChainedEvent[Column] | null;
};

/** The next links after a position, with their events. */
export async function readLinks(tx: ActorTransaction, after: number): Promise<Link[]> {
  const { rows } = await sql<LinkRow>`
    select l.position, l.event_id as "eventId", l.previous_hash as "previousHash", l.hash,
           ${chainedColumns}
      from audit_link l
      left join audit_event e on e.id = l.event_id
     where l.position > ${after}
     order by l.position
     limit ${BATCH}
  `.execute(tx);
  return rows.map(({ position, eventId, previousHash, hash, ...event }) => ({
    position,
    eventId,
    previousHash,
    hash,
    event: event.id === null ? null : (event as ChainedEvent),
  }));
}

/** The next events after one, as they are hashed. */
export async function readEvents(tx: ActorTransaction, after: number): Promise<ChainedEvent[]> {
  const { rows } = await sql<ChainedEvent>`
    select ${chainedColumns} from audit_event e where e.id > ${after} order by e.id limit ${BATCH}
  `.execute(tx);
  return rows;
}
