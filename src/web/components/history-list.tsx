import { changesOf, type RecordEntry, sentenceOf } from '#modules/record/index.ts';
import type { View } from '../page/view.ts';

interface HistoryProps {
  readonly view: View;
  /** The newest first. */
  readonly entries: readonly RecordEntry[];
}

/** What was done to one thing, as far as its reader may see. */
export function HistoryList({ view, entries }: HistoryProps) {
  const t = view.t.record;
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t.history}</h2>
      {entries.length === 0 ? <p>{t.noHistory}</p> : <Entries view={view} entries={entries} />}
    </section>
  );
}

/** Events, each a sentence, with what changed and why. */
export function Entries({ view, entries }: HistoryProps) {
  return (
    <ol className="record">
      {entries.map((entry) => (
        <li key={entry.id}>
          <p>{sentenceOf(view.locale, entry)}</p>
          <Changes view={view} entry={entry} />
          {entry.reason === null ? null : <p>{view.t.record.reason(entry.reason)}</p>}
          <Source view={view} entry={entry} />
        </li>
      ))}
    </ol>
  );
}

interface EntryProps {
  readonly view: View;
  readonly entry: RecordEntry;
}

function Changes({ view, entry }: EntryProps) {
  const changes = changesOf(view.locale, entry);
  if (changes.length === 0) return null;
  return (
    <details>
      <summary>{view.t.record.changes(changes.length)}</summary>
      <ul>
        {changes.map((change, index) => (
          <li key={index}>{change}</li>
        ))}
      </ul>
    </details>
  );
}

/** When exactly, and what names it in the log. */
function Source({ view, entry: { occurredAt, requestId } }: EntryProps) {
  const t = view.t.record;
  return (
    <p className="source">
      <time dateTime={occurredAt}>{t.at(occurredAt)}</time>
      {requestId === null ? null : `, ${t.request(requestId)}`}
    </p>
  );
}
