import { sql } from 'kysely';
import type { ActorTransaction } from '../database/database.ts';
import { linkHash, ORIGIN_HASH } from './chain.ts';
import { type ChainBreak, diagnose } from './diagnose-break.ts';
import { type Digest, readDigests } from './digests.ts';
import { BATCH, type Link, readLinks } from './links.ts';

export interface Verification {
  /** How many links hold, from the first one on. */
  readonly links: number;
  /** Events that are not linked yet. */
  readonly pending: number;
  /** How many digests were compared with the chain, of those kept elsewhere too. */
  readonly digests: number;
  /** The first break; null where the whole record holds. */
  readonly broken: ChainBreak | null;
}

/**
 * Computes every link anew, in one reading of the record, and compares with the digests: those in
 * the database, and those kept elsewhere.
 *
 * @param tx of an actor who reads the whole record
 */
export async function verifyChain(
  tx: ActorTransaction,
  kept: readonly Digest[] = [],
): Promise<Verification> {
  const digests = [...(await readDigests(tx)), ...kept].sort((a, b) => a.position - b.position);
  const { links, broken } = await walk(tx, digests);
  const pending = await sql<{ count: number }>`
    select count(*) from audit_event e
     where not exists (select from audit_link l where l.event_id = e.id)
  `.execute(tx);
  return { links, pending: pending.rows[0]?.count ?? 0, digests: digests.length, broken };
}

async function walk(
  tx: ActorTransaction,
  digests: readonly Digest[],
): Promise<Pick<Verification, 'links' | 'broken'>> {
  let previous = { position: 0, hash: ORIGIN_HASH };
  const waiting = digests.values();
  let next = waiting.next().value;
  for (;;) {
    const links = await readLinks(tx, previous.position);
    for (const [index, link] of links.entries()) {
      const held = previous.position;
      const broken = judge(link, previous);
      if (broken) {
        const following = links[index + 1] ?? null;
        const found = await diagnose(tx, { link, following, previous, digest: next ?? null });
        return { links: held, broken: found };
      }
      previous = link;
      for (; next?.position === link.position; next = waiting.next().value) {
        if (next.hash === link.hash) continue;
        const { position, eventId } = link;
        return { links: held, broken: { kind: 'digest-differs', position, eventId, digest: next } };
      }
    }
    if (links.length < BATCH) break;
  }
  const { position } = previous;
  const cut = next && {
    kind: 'tail-cut' as const,
    position: position + 1,
    eventId: null,
    digest: next,
  };
  return { links: position, broken: cut ?? null };
}

interface Standing {
  readonly position: number;
  readonly hash: string;
}

/** Whether a link fails to follow from the one before it. */
function judge({ position, previousHash, hash, event }: Link, previous: Standing): boolean {
  return (
    position !== previous.position + 1 ||
    event === null ||
    previousHash !== previous.hash ||
    hash !== linkHash(previous.hash, event)
  );
}
