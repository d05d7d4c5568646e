import type { ListedUpdate } from '#modules/reporting-cycle/index.ts';
import type { View } from '../../../page/view.ts';
import { said } from '../../said.tsx';

interface UpdateItemProps {
  readonly view: View;
  readonly listed: ListedUpdate;
  /** What is to be done with it, or where it stands. */
  readonly what: string;
}

/** An update in a list: whose, about what, what it says, and who said so. */
export function UpdateItem({ view, listed, what }: UpdateItemProps) {
  const { organisation, asOf, line, update } = listed;
  const { updates: t } = view.t;
  const address = view.to.work(
    'draft',
    { key: organisation.key, line: String(line.lineId) },
    { as_of: asOf },
  );
  return (
    <li>
      <p className="eyebrow">
        {organisation.acronym ?? organisation.name}, {t.handedOn.at(asOf)}
      </p>
      <p>
        <a href={address}>
          <span className="num">{line.measure.number}</span>{' '}
          {said(view, { fr: line.label ?? line.measure.name, en: null })}
        </a>
        {' · '}
        <span className="num">{t.figure(update.figure, update.value)}</span>
        {' · '}
        <strong>{what}</strong>
      </p>
      <p className="source">{t.signed(update.recordedBy, update.recordedAt)}</p>
    </li>
  );
}
