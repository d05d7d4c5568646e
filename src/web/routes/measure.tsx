import type { LoaderFunctionArgs } from 'react-router';
import type { MeasureState, PlanState, ThemeState } from '#modules/plan/index.ts';
import { rowsOf } from '#presentation/rows.ts';
import { Notes } from '../components/about-plan.tsx';
import { AsOfControl } from '../components/as-of-control.tsx';
import { HistoryTable } from '../components/measure/history-table.tsx';
import { LineArticle } from '../components/measure/line-article.tsx';
import { MeasureHead } from '../components/measure/measure-head.tsx';
import { Thread } from '../components/measure/thread.tsx';
import { Page } from '../components/page.tsx';
import { Shapes } from '../components/shapes.tsx';
import { Trail } from '../components/trail.tsx';
import { openPlanPage } from '../page/open-page.ts';
import { refuse } from '../page/problem.ts';
import type { PageProps } from '../page/props.ts';
import { openView, say, type View } from '../page/view.ts';
import { threadOf } from '../views/thread.ts';

/** One measure: what was promised, what was done, what comes next. */
export async function loader(args: LoaderFunctionArgs) {
  const { site, frame, state } = await openPlanPage(args);
  const number = args.params['number'] ?? '';
  const index = state.measures.findIndex((candidate) => candidate.number === number);
  const measure = state.measures[index];
  if (!measure) return refuse(frame, { kind: 'unknown-measure', number });
  const history = (await site.plans.history(state.plan.key, number, frame.asOf)) ?? [];
  return {
    frame,
    measure,
    history,
    plan: state.plan,
    asOf: state.asOf,
    statementDates: state.statementDates,
    theme: state.themes.find((theme) => theme.number === measure.theme) ?? null,
    previous: neighbour(state, index - 1),
    next: neighbour(state, index + 1),
  };
}

interface Neighbour {
  readonly number: string;
  readonly shortName: MeasureState['shortName'];
}

function neighbour({ measures }: PlanState, index: number): Neighbour | null {
  const measure = measures[index];
  return measure ? { number: measure.number, shortName: measure.shortName } : null;
}

export default function MeasurePage({ loaderData }: PageProps<typeof loader>) {
  const { frame, measure, history, plan, asOf, theme } = loaderData;
  const view = openView(frame);
  const { t } = view;
  const title = t.measure.title(measure.number, say(view.locale, measure.shortName).text);
  const notes = plan.notes.filter((note) => note.about === `measure ${measure.number}`);
  return (
    <Page view={view} title={title} asOf={asOf}>
      <Shapes />
      <MeasureTrail view={view} plan={plan} theme={theme} />
      <MeasureHead view={view} measure={measure} />
      <AsOfControl view={view} asOf={asOf} dates={loaderData.statementDates} />
      <div className="two">
        <div>
          {rowsOf(measure).map((row) => (
            <LineArticle key={row.key} view={view} row={row} summaryOf={plan.summaryOf} />
          ))}
        </div>
        <aside>
          <HistoryTable
            view={view}
            history={history}
            asOf={asOf}
            progress={measure.progress}
            showMean={plan.showMean}
          />
          <Thread view={view} events={threadOf(measure, history, asOf)} />
          <Notes view={view} heading={t.measure.aside.notes} notes={notes} />
        </aside>
      </div>
      <Neighbours view={view} previous={loaderData.previous} next={loaderData.next} />
    </Page>
  );
}

interface MeasureTrailProps {
  readonly view: View;
  readonly plan: PlanState['plan'];
  readonly theme: ThemeState | null;
}

function MeasureTrail({ view, plan, theme }: MeasureTrailProps) {
  const planTitle = say(view.locale, plan.title);
  const themeName = theme ? say(view.locale, theme.name) : null;
  return (
    <Trail view={view}>
      <li>
        <a href={view.to.page('plan')} lang={planTitle.lang}>
          {plan.period ? `${view.t.common.nav.plan} ${plan.period.text}` : planTitle.text}
        </a>
      </li>
      {theme && themeName ? (
        <li>
          <a href={view.to.theme(theme.number)} lang={themeName.lang}>
            {theme.crossCutting
              ? themeName.text
              : view.t.common.theme(theme.number, themeName.text)}
          </a>
        </li>
      ) : null}
    </Trail>
  );
}

interface NeighboursProps {
  readonly view: View;
  readonly previous: Neighbour | null;
  readonly next: Neighbour | null;
}

function Neighbours({ view, previous, next }: NeighboursProps) {
  return (
    <nav className="neighbours" aria-label={view.t.measure.neighbours}>
      {previous ? <NeighbourLink view={view} neighbour={previous} rel="prev" /> : null}
      {next ? <NeighbourLink view={view} neighbour={next} rel="next" /> : null}
    </nav>
  );
}

function NeighbourLink({
  view,
  neighbour,
  rel,
}: {
  readonly view: View;
  readonly neighbour: Neighbour;
  readonly rel: 'prev' | 'next';
}) {
  const name = say(view.locale, neighbour.shortName);
  return (
    <a className={rel} rel={rel} href={view.to.measure(neighbour.number)}>
      <span className="source">{view.t.common.measure(neighbour.number)}</span>{' '}
      <span lang={name.lang}>{name.text}</span>
    </a>
  );
}
