import type { Actor } from '#platform/actor/actor.ts';
import type { RecordFormat } from './export-entries.ts';
import type { RecordEntry, Words } from './record-entry.ts';

/** What of the record is asked for; what is absent or null limits nothing. */
export interface RecordQuery {
  /** One thing. */
  readonly subject?: { readonly kind: string; readonly key: string } | null;
  readonly organisationKey?: string | null;
  /** What a person did, and what was done about them. */
  readonly personId?: string | null;
  /** An action, or "readings" for whatever only reads. */
  readonly action?: string | null;
  /** Days in Québec, both included, ISO. */
  readonly from?: string | null;
  readonly to?: string | null;
}

export interface RecordPage {
  /** The newest first. */
  readonly entries: readonly RecordEntry[];
  /** What `before` is to be for those that follow; null at the end. */
  readonly next: number | null;
}

export interface RecordReader {
  /**
   * A page of what the actor may see. Readings are left out, unless asked for by `action`, `subject`
   * or `personId`; reading other people's personal data is recorded.
   *
   * @param before an entry's number: entries older than it only
   * @throws DomainError 'forbidden', 'not-found' for an organisation, or 'invalid' for dates
   */
  history(
    actor: Actor,
    query: RecordQuery & { readonly before?: number | null; readonly limit?: number },
  ): Promise<RecordPage>;

  /**
   * Writes out what the actor may see, and records that it was.
   *
   * @param write takes the text as it is read; what it was given is void where the promise fails
   * @param most refuses to write more entries than this
   * @throws DomainError as `history`, or 'too-large' beyond `most`
   */
  export(
    actor: Actor,
    query: RecordQuery,
    format: RecordFormat,
    write: (text: AsyncIterable<string>) => Promise<void>,
    most?: number,
  ): Promise<void>;

  /** The organisations whose part of the record the actor may ask for, by name. */
  organisations(actor: Actor): Promise<readonly { readonly key: string; readonly name: Words }[]>;
}
