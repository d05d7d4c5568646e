import type { Audience, Change } from '#platform/audit/record-event.ts';

/** A text in both languages; English may be missing. */
export interface Words {
  readonly fr: string;
  readonly en: string | null;
}

/** Somebody, as far as the reader may know who. */
export type Who =
  | { readonly kind: 'system' }
  /** Whoever works on the machine of the site. */
  | { readonly kind: 'operator' }
  | { readonly kind: 'person'; readonly id: string; readonly name: string }
  /** Their identity is erased. */
  | { readonly kind: 'erased'; readonly id: string }
  /** Somebody the reader does not see. */
  | { readonly kind: 'unseen' };

/** An event of the record, with the names its reader may see. */
export interface RecordEntry {
  readonly id: number;
  /** Instant, ISO, in UTC, to the microsecond. */
  readonly occurredAt: string;
  /** The day it was in Québec, ISO. */
  readonly day: string;
  readonly action: string;
  /** "person:" and an id, or a kind, as kept. */
  readonly actorId: string;
  readonly actor: Who;
  readonly subject: {
    readonly kind: string;
    readonly key: string;
    /** What it is called, where the record's reader knows. */
    readonly label: Words | null;
  };
  /** For which it was done. */
  readonly organisation: { readonly key: string; readonly name: Words } | null;
  /** The person it is about; null where it is about none. */
  readonly about: Who | null;
  readonly changes: readonly Change[];
  readonly reason: string | null;
  readonly requestId: string | null;
  readonly audience: Audience;
  readonly personId: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  /** Its link in the chain; null where it has none yet, or the reader does not see the chain. */
  readonly link: { readonly position: number; readonly hash: string } | null;
}
