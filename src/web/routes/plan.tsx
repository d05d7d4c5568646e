import type { LoaderFunctionArgs } from 'react-router';
import type { PlanState, ThemeState } from '#modules/plan/index.ts';
import { glanceAt } from '#presentation/glance.ts';
import { ledeOf, wholePlan } from '#presentation/lede.ts';
import { AboutPlan } from '../components/about-plan.tsx';
import { AsOfControl } from '../components/as-of-control.tsx';
import { FirstLook } from '../components/first-look.tsx';
import { Origin } from '../components/origin.tsx';
import { Page } from '../components/page.tsx';
import { Prose } from '../components/prose.tsx';
import { Shapes } from '../components/shapes.tsx';
import { MeasureList, Sheet } from '../components/sheet/sheet.tsx';
import { ThemeHead } from '../components/sheet/theme-head.tsx';
import { openPlanPage } from '../page/open-page.ts';
import type { PageProps } from '../page/props.ts';
import { openView, say, type View } from '../page/view.ts';

/** A plan with more measures than this is shown by theme: nobody reads a longer sheet at a glance. */
const LONGEST_SHEET = 120;

/** The plan at a glance. */
export async function loader(args: LoaderFunctionArgs) {
  const { frame, state } = await openPlanPage(args);
  return { frame, state };
}

export default function PlanPage({ loaderData }: PageProps<typeof loader>) {
  const { frame, state } = loaderData;
  const view = openView(frame);
  const glance = glanceAt(state);
  const title = say(view.locale, state.plan.title);
  return (
    <Page view={view} title={title.text} asOf={state.asOf}>
      <Shapes />
      <div className="head">
        <h1 lang={title.lang}>{title.text}</h1>
        <p className="lede">
          <Prose runs={ledeOf(view, wholePlan(state), glance)} />
        </p>
        <AsOfControl view={view} asOf={state.asOf} dates={state.statementDates} />
        <Origin view={view} origin={glance.origin} summaryOf={state.plan.summaryOf} />
      </div>
      <FirstLook view={view} state={state} glance={glance} />
      {state.measures.length > LONGEST_SHEET ? (
        <ThemeSummaries view={view} state={state} />
      ) : (
        <WholeSheet view={view} state={state} summarised={glance.origin === 'summary'} />
      )}
      <AboutPlan view={view} plan={state.plan} />
    </Page>
  );
}

interface WholeSheetProps {
  readonly view: View;
  readonly state: PlanState;
  readonly summarised: boolean;
}

function WholeSheet({ view, state, summarised }: WholeSheetProps) {
  const ofTheme = Map.groupBy(state.measures, (measure) => measure.theme);
  return (
    <Sheet view={view} state={state} summarised={summarised}>
      {(axis) =>
        state.themes.map((theme) => (
          <section key={theme.number} aria-labelledby={`theme-${theme.number}`}>
            <ThemeHead view={view} theme={theme} showMean={state.plan.showMean} />
            <MeasureList view={view} measures={ofTheme.get(theme.number) ?? []} axis={axis} />
          </section>
        ))
      }
    </Sheet>
  );
}

function ThemeSummaries({ view, state }: { readonly view: View; readonly state: PlanState }) {
  const ofTheme = Map.groupBy(state.measures, (measure) => measure.theme);
  return (
    <section className="theme-summaries" aria-label={view.t.plan.sheet.themes}>
      {state.themes.map((theme) => (
        <ThemeSummary
          key={theme.number}
          view={view}
          theme={theme}
          showMean={state.plan.showMean}
          total={ofTheme.get(theme.number)?.length ?? 0}
          late={ofTheme.get(theme.number)?.filter(({ overdue }) => overdue === true).length ?? 0}
        />
      ))}
    </section>
  );
}

interface ThemeSummaryProps {
  readonly view: View;
  readonly theme: ThemeState;
  readonly showMean: boolean;
  readonly total: number;
  readonly late: number;
}

function ThemeSummary({ view, theme, showMean, total, late }: ThemeSummaryProps) {
  const { sheet } = view.t.plan;
  return (
    <section aria-labelledby={`theme-${theme.number}`}>
      <ThemeHead view={view} theme={theme} showMean={showMean} />
      <p>
        <span className={late > 0 ? 'late' : undefined}>{sheet.themeCounts(total, late)}</span>
        {' · '}
        <a href={view.to.theme(theme.number)}>{sheet.seeTheme(total)}</a>
      </p>
    </section>
  );
}
