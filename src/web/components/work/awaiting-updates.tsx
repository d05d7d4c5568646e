import type { AwaitingUpdate } from '#modules/reporting-cycle/index.ts';
import type { View } from '../../page/view.ts';
import { UpdateItem } from './update/update-item.tsx';

interface AwaitingUpdatesProps {
  readonly view: View;
  readonly awaiting: readonly AwaitingUpdate[];
}

/** What waits for whoever signed in. */
export function AwaitingUpdates({ view, awaiting }: AwaitingUpdatesProps) {
  const t = view.t.updates.awaiting;
  return (
    <section aria-labelledby="awaiting">
      <h2 id="awaiting">{t.title}</h2>
      <ul className="update-list">
        {awaiting.map((one) => (
          <UpdateItem
            key={`${one.organisation.key} ${one.line.lineId} ${one.asOf}`}
            view={view}
            listed={one}
            what={t.kinds[one.awaits]}
          />
        ))}
      </ul>
    </section>
  );
}
