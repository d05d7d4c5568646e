import type { View } from '../../page/view.ts';
import type { Entry } from '../../views/calendar.ts';
import { DeadlineItem } from './deadline-item.tsx';

/** A plan that has more than this in one state shows the oldest; the calendar has them all. */
const MOST_SHOWN = 60;

interface DeadlineListProps {
  readonly view: View;
  readonly id: string;
  readonly heading: string;
  readonly explanation?: string;
  readonly entries: readonly Entry[];
}

/** The deadlines that are in one state; nothing when there is none. */
export function DeadlineList({ view, id, heading, explanation, entries }: DeadlineListProps) {
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {explanation === undefined ? null : <p className="source">{explanation}</p>}
      <ul className="deadlines">
        {entries.slice(0, MOST_SHOWN).map((entry) => (
          <DeadlineItem key={entry.indicator.id} view={view} entry={entry} />
        ))}
      </ul>
      {entries.length > MOST_SHOWN ? (
        <p className="source">{view.t.deadlines.oldest(MOST_SHOWN, entries.length)}</p>
      ) : null}
    </section>
  );
}
