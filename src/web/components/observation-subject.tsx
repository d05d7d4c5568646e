import type { ObservationSubject } from '#modules/observations/index.ts';
import type { View } from '../page/view.ts';
import { said } from './said.tsx';

interface SubjectProps {
  readonly view: View;
  readonly about: ObservationSubject;
}

/** The plan, or its measure, that one of the observer's texts is about. */
export function Subject({ view, about }: SubjectProps) {
  if (about === null) return null;
  const { observations: t } = view.t;
  const { plan, measure } = about;
  return (
    <p className="source">
      {t.about} <a href={view.to.plan(plan.key)}>{said(view, plan.title)}</a>
      {measure === null ? null : (
        <>
          {', '}
          <a href={view.to.measure(measure.number, plan.key)}>
            {view.t.common.measure(measure.number)}
          </a>
          {', '}
          {said(view, measure.name)}
        </>
      )}
    </p>
  );
}
