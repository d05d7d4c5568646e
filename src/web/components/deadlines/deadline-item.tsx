import type { View } from '../../page/view.ts';
import type { Entry } from '../../views/calendar.ts';
import { said } from '../said.tsx';
import { Shape } from '../shapes.tsx';

/** One deadline: its shape, its measure, what is due, and where it stands in words. */
export function DeadlineItem({ view, entry }: { readonly view: View; readonly entry: Entry }) {
  const { t, to } = view;
  const { measure, indicator } = entry;
  const { text, tone } = t.state.deadline(indicator);
  const { state, deadline } = indicator;
  return (
    <li>
      {state === 'undated' ? <span className="shape" /> : <Shape name={state} />}
      <p>
        <a href={to.measure(measure.number)}>
          <span className="no num">{measure.number}</span> {said(view, measure.shortName)}
        </a>
        <span className="what">{said(view, indicator.label)}</span>
      </p>
      <p className={`when ${tone}`}>
        {text}
        {deadline?.kind === 'recurring' ? ` (${t.deadlines.everyYear})` : ''}
      </p>
    </li>
  );
}
