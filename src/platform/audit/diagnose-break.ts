import type { ActorTransaction } from '../database/database.ts';
import { linkHash } from './chain.ts';
import type { Digest } from './digests.ts';
import { BATCH, type Link, readEvents } from './links.ts';

/** What is wrong with the first link that does not hold. */
export type BreakKind =
  /** The event is not what it was. */
  | 'event-altered'
  /** The event is no longer there. */
  | 'event-missing'
  /** The link is no longer there. */
  | 'link-missing'
  /** The link is not what it was; the event is. */
  | 'link-altered'
  /** The link stands for another event, or at another place, than it was made for. */
  | 'out-of-order'
  /** The event and its link were made anew: what was built on them does not fit. */
  | 'made-anew'
  /** A digest does not fit: the chain was made anew since the digest before. */
  | 'digest-differs'
  /** A digest is of more links than there are. */
  | 'tail-cut';

export interface ChainBreak {
  readonly kind: BreakKind;
  readonly position: number;
  /** Null where nothing tells any more. */
  readonly eventId: number | null;
  /** The digest that tells, where it is one. */
  readonly digest: Digest | null;
}

interface BrokenAt {
  /** The first that does not follow. */
  readonly link: Link;
  /** The one after it, where there is one. */
  readonly following: Link | null;
  /** The last that does. */
  readonly previous: { readonly position: number; readonly hash: string };
  /** The next digest to compare with. */
  readonly digest: Digest | null;
}

/** Says which of a link, its event and its neighbours is not what it was. */
export async function diagnose(tx: ActorTransaction, at: BrokenAt): Promise<ChainBreak> {
  const { link, previous } = at;
  const found = (
    kind: BreakKind,
    position = link.position,
    eventId: number | null = link.eventId,
  ) => ({
    kind,
    position,
    eventId,
    digest: null,
  });
  if (link.position !== previous.position + 1) {
    return found('link-missing', previous.position + 1, null);
  }
  if (link.event === null) return found('event-missing');
  if (link.previousHash !== previous.hash) {
    if (await isOfAnother(tx, link)) return found('out-of-order');
    // Whole in itself, it was built on something else: it is what stands before it that changed.
    if (previous.position > 0 && link.hash === linkHash(link.previousHash, link.event)) {
      return found('made-anew', previous.position, await eventAt(tx, previous.position));
    }
    return found('link-altered');
  }
  const expected = linkHash(previous.hash, link.event);
  const digest = at.digest?.position === link.position ? at.digest.hash : null;
  if (expected === at.following?.previousHash || expected === digest) return found('link-altered');
  return found((await fitsAnother(tx, at)) ? 'out-of-order' : 'event-altered');
}

/** Whether the link says that it follows one that stands elsewhere. */
async function isOfAnother(tx: ActorTransaction, { previousHash }: Link): Promise<boolean> {
  const other = await tx
    .selectFrom('audit_link')
    .select('position')
    .where('hash', '=', previousHash)
    .executeTakeFirst();
  return other !== undefined;
}

async function eventAt(tx: ActorTransaction, position: number): Promise<number | null> {
  const link = await tx
    .selectFrom('audit_link')
    .select('event_id')
    .where('position', '=', position)
    .executeTakeFirst();
  return link?.event_id ?? null;
}

/** Whether the link was made for another event of the record. */
async function fitsAnother(tx: ActorTransaction, { link, previous }: BrokenAt): Promise<boolean> {
  let after = 0;
  for (;;) {
    const rows = await readEvents(tx, after);
    if (rows.some((event) => linkHash(previous.hash, event) === link.hash)) return true;
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return false;
    after = last.id;
  }
}
