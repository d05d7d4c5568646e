import type {
  IndicatorState,
  MeasureState,
  PassedDeadline,
  PlanState,
} from '#modules/plan/index.ts';
import { displayPercent } from '#modules/plan/rules/roll-up.ts';
import type { Glance } from '#presentation/glance.ts';
import type { ShapeName } from '#presentation/shapes.ts';
import type { View } from '../page/view.ts';
import { said } from './said.tsx';
import { Shape } from './shapes.tsx';

/** More than this is no longer a first look. */
const MOST_SHOWN = 8;

const OF_CONCERN: ReadonlySet<string> = new Set<ShapeName>([
  'overdue',
  'not-met-on-the-day',
  'passed-without-figure',
]);

interface FirstLookProps {
  readonly view: View;
  readonly state: PlanState;
  readonly glance: Glance;
}

/** What is late, before anything else; on a date without data, what has passed since the last ones. */
export function FirstLook({ view, state, glance }: FirstLookProps) {
  const { t } = view;
  if (glance.age.kind === 'later') {
    return (
      <PassedSince view={view} state={state} since={glance.age.latest} passed={state.passedSince} />
    );
  }
  const measures = [...glance.overdue, ...glance.notMetOnTheDay, ...glance.silent];
  if (glance.age.kind !== 'current' || measures.length === 0) return null;
  return (
    <section className="first-look" aria-labelledby="first-look">
      <h2 id="first-look">{t.plan.first.heading}</h2>
      <ul>
        {measures.slice(0, MOST_SHOWN).map((measure) => (
          <MeasureOfConcern key={measure.id} view={view} measure={measure} />
        ))}
      </ul>
      <More view={view} count={measures.length - MOST_SHOWN} />
    </section>
  );
}

function MeasureOfConcern({
  view,
  measure,
}: {
  readonly view: View;
  readonly measure: MeasureState;
}) {
  return (
    <li>
      <a href={view.to.measure(measure.number)}>
        <span className="no num">{measure.number}</span> {said(view, measure.shortName)}
      </a>
      <ul>
        {measure.indicators
          .filter(({ state }) => OF_CONCERN.has(state))
          .map((indicator) => (
            <Concern key={indicator.id} view={view} indicator={indicator} />
          ))}
      </ul>
    </li>
  );
}

function Concern({ view, indicator }: { readonly view: View; readonly indicator: IndicatorState }) {
  const { t } = view;
  const { text, tone } = t.state.deadline(indicator);
  const { state, progress } = indicator;
  return (
    <li>
      {state === 'undated' ? null : <Shape name={state} />} {said(view, indicator.label)}
      {progress === null ? null : (
        <span className="num">{`, ${t.common.percent(displayPercent(progress))}`}</span>
      )}
      {' · '}
      <span className={`when ${tone}`}>{text}</span>
    </li>
  );
}

interface PassedSinceProps {
  readonly view: View;
  readonly state: PlanState;
  readonly since: string;
  readonly passed: readonly PassedDeadline[];
}

function PassedSince({ view, state, since, passed }: PassedSinceProps) {
  const { t, to } = view;
  if (passed.length === 0) return null;
  const names = new Map(state.measures.map((measure) => [measure.number, measure.shortName]));
  return (
    <section className="first-look" aria-labelledby="first-look">
      <h2 id="first-look">{t.plan.first.passedHeading(since)}</h2>
      <ul>
        {passed.slice(0, MOST_SHOWN).map(({ measure, indicator, due, last }) => (
          <li key={`${measure} ${indicator.fr} ${due}`}>
            <a href={to.measure(measure)}>
              <span className="no num">{measure}</span>{' '}
              {said(view, names.get(measure) ?? indicator)}
            </a>
            <ul>
              <li>
                <Shape name="passed-without-figure" /> {said(view, indicator)}
                {' · '}
                <span className="when doubt">{t.plan.first.due(due)}</span>
                {' · '}
                {last === null
                  ? t.plan.first.neverKnown
                  : t.plan.first.lastKnown(displayPercent(last.value), last.asOf)}
              </li>
            </ul>
          </li>
        ))}
      </ul>
      <More view={view} count={passed.length - MOST_SHOWN} />
    </section>
  );
}

function More({ view, count }: { readonly view: View; readonly count: number }) {
  if (count <= 0) return null;
  return (
    <p>
      <a href={view.to.page('deadlines')}>{view.t.plan.first.more(count)}</a>
    </p>
  );
}
