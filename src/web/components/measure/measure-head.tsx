import type { MeasureState } from '#modules/plan/index.ts';
import { say, type View } from '../../page/view.ts';
import { said } from '../said.tsx';
import { Parties } from './parties.tsx';

/** What was promised, by whom, and who follows it up. */
export function MeasureHead({
  view,
  measure,
}: {
  readonly view: View;
  readonly measure: MeasureState;
}) {
  const { measure: t } = view.t;
  const { leads, collaborators, followUp, followUpText } = measure;
  const name = say(view.locale, measure.name);
  return (
    <header className="measure-head">
      <h1>
        <span className="no num">{measure.number}</span>{' '}
        <span lang={name.lang}>{name.text.replace(/\.$/, '')}</span>
      </h1>
      <dl className="facts">
        <div>
          <dt>{t.lead}</dt>
          <dd>{leads.length === 0 ? t.nobody : <Parties view={view} parties={leads} />}</dd>
        </div>
        {collaborators.length === 0 ? null : (
          <div>
            <dt>{t.with}</dt>
            <dd>
              <Parties view={view} parties={collaborators} />
            </dd>
          </div>
        )}
        <div>
          <dt>{t.followUp}</dt>
          <dd>
            {followUp ? (
              <a href={view.to.organisation(followUp.key)}>{said(view, followUp.name)}</a>
            ) : (
              (followUpText ?? t.followUpUnknown)
            )}
          </dd>
        </div>
      </dl>
    </header>
  );
}
