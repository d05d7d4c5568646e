import type { LoaderFunctionArgs } from 'react-router';
import type { PlanState, ThemeState } from '#modules/plan/index.ts';
import { glanceAt } from '#presentation/glance.ts';
import { ledeOf } from '#presentation/lede.ts';
import { Notes } from '../components/about-plan.tsx';
import { AsOfControl } from '../components/as-of-control.tsx';
import { FirstLook } from '../components/first-look.tsx';
import { Origin } from '../components/origin.tsx';
import { Page } from '../components/page.tsx';
import { MEASURES_PER_PAGE, Pages } from '../components/pages.tsx';
import { Prose } from '../components/prose.tsx';
import { said } from '../components/said.tsx';
import { Shapes } from '../components/shapes.tsx';
import { MeasureList, Sheet } from '../components/sheet/sheet.tsx';
import { Trail } from '../components/trail.tsx';
import { openPlanPage } from '../page/open-page.ts';
import { refuse } from '../page/problem.ts';
import type { PageProps } from '../page/props.ts';
import { openView, say, type View } from '../page/view.ts';
import { slice } from '../views/paging.ts';

/** One theme: its objective, and its measures on their sheet. */
export async function loader(args: LoaderFunctionArgs) {
  const { frame, state } = await openPlanPage(args);
  const number = args.params['number'] ?? '';
  const theme = state.themes.find((candidate) => candidate.number === number);
  if (!theme) return refuse(frame, { kind: 'unknown-theme', number });
  const measures = state.measures.filter((measure) => measure.theme === number);
  const numbers = new Set(measures.map((measure) => measure.number));
  const passedSince = state.passedSince.filter(({ measure }) => numbers.has(measure));
  return { frame, theme, state: { ...state, measures, passedSince } };
}

export default function ThemePage({ loaderData }: PageProps<typeof loader>) {
  const { frame, theme, state } = loaderData;
  const view = openView(frame);
  const { t } = view;
  const glance = glanceAt(state);
  const name = say(view.locale, theme.name);
  const shown = slice(state.measures, MEASURES_PER_PAGE, frame.query['page']);
  const scope = {
    asOf: state.asOf,
    progress: theme.progress,
    total: state.measures.length,
    showMean: state.plan.showMean,
    passedSince: state.passedSince.length,
  };
  return (
    <Page view={view} title={name.text} asOf={state.asOf}>
      <Shapes />
      <PlanTrail view={view} plan={state.plan} />
      <div className="head">
        <p className="eyebrow">{t.theme.eyebrow(theme.number, theme.crossCutting)}</p>
        <h1 lang={name.lang}>{name.text}</h1>
        {theme.objective ? <p className="objective">{said(view, theme.objective)}</p> : null}
        <p className="lede">
          {state.measures.length === 0 ? (
            t.theme.empty(state.asOf)
          ) : (
            <Prose runs={ledeOf(view, scope, glance)} />
          )}
        </p>
        <AsOfControl view={view} asOf={state.asOf} dates={state.statementDates} />
        <Origin view={view} origin={glance.origin} summaryOf={state.plan.summaryOf} />
      </div>
      <FirstLook view={view} state={state} glance={glance} />
      <Sheet view={view} state={state} summarised={glance.origin === 'summary'}>
        {(axis) => <MeasureList view={view} measures={shown.items} axis={axis} level={2} />}
      </Sheet>
      <Pages view={view} shown={shown} />
      <section>
        <Notes
          view={view}
          heading={t.plan.about.notes}
          notes={state.plan.notes.filter((note) => note.about === `theme ${theme.number}`)}
        />
      </section>
      <OtherThemes view={view} themes={state.themes} current={theme.number} />
    </Page>
  );
}

function PlanTrail({ view, plan }: { readonly view: View; readonly plan: PlanState['plan'] }) {
  const title = say(view.locale, plan.title);
  return (
    <Trail view={view}>
      <li>
        <a href={view.to.page('plan')} lang={title.lang}>
          {plan.period ? `${view.t.common.nav.plan} ${plan.period.text}` : title.text}
        </a>
      </li>
    </Trail>
  );
}

interface OtherThemesProps {
  readonly view: View;
  readonly themes: readonly ThemeState[];
  readonly current: string;
}

function OtherThemes({ view, themes, current }: OtherThemesProps) {
  const others = themes.filter((theme) => theme.number !== current);
  if (others.length === 0) return null;
  return (
    <nav className="other-themes" aria-labelledby="other-themes">
      <h2 id="other-themes">{view.t.theme.others}</h2>
      <ul>
        {others.map((theme) => {
          const name = say(view.locale, theme.name);
          return (
            <li key={theme.number}>
              <a href={view.to.theme(theme.number)} lang={name.lang}>
                {theme.crossCutting ? name.text : view.t.common.theme(theme.number, name.text)}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
