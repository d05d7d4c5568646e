import { isRouteErrorResponse, useRouteLoaderData } from 'react-router';
import { messages } from '../messages/messages.ts';
import { isProblemPage, type Problem, type ProblemPage } from '../page/problem.ts';
import type { RootData } from '../page/root-data.ts';
import { openView, type View } from '../page/view.ts';
import { Page } from './page.tsx';

/** The page shown instead of one that cannot be: what is wrong, and where to go from here. */
export function ErrorPage({ error }: { readonly error: unknown }) {
  return isRouteErrorResponse(error) && isProblemPage(error.data) ? (
    <ExplainedPage page={error.data} />
  ) : (
    <BrokenPage />
  );
}

function ExplainedPage({ page: { frame, problem } }: { readonly page: ProblemPage }) {
  const view = openView(frame);
  const { t, to } = view;
  const { title, text } = explain(view, problem);
  return (
    <Page view={view} title={title} unlisted>
      <div className="head">
        <h1>{title}</h1>
        <p className="lede">{text}</p>
        {problem.kind === 'not-in-force' && problem.from !== null ? (
          <p>
            <a href={to.onDate(problem.from)}>{t.problems.notInForce.see(problem.from)}</a>
          </p>
        ) : null}
        {frame.plan ? (
          <>
            <p>
              <a href={to.page('plan')}>
                {problem.kind === 'not-in-force'
                  ? t.problems.notInForce.latest
                  : t.problems.seePlan}
              </a>
            </p>
            <form className="as-of" action={to.page('search')}>
              <label htmlFor="q">{t.problems.search}</label>
              <input id="q" className="field" type="search" name="q" />
              <button className="btn quiet" type="submit">
                {t.search.submit}
              </button>
            </form>
          </>
        ) : (
          <p>
            <a href={to.page('home')}>{t.problems.home}</a>
          </p>
        )}
      </div>
    </Page>
  );
}

/** Nothing is known but that it broke: no catalogue of a plan, no navigation, a reference for the log. */
function BrokenPage() {
  const data = useRouteLoaderData<RootData>('root');
  const { common, problems } = messages[data?.locale ?? 'fr'];
  return (
    <>
      <title>{`${problems.broken.title} – ${common.brand}`}</title>
      <meta name="robots" content="noindex" />
      <main className="wrap head">
        <h1>{problems.broken.title}</h1>
        <p className="lede">{problems.broken.text}</p>
        {data ? <p>{problems.broken.reference(data.reference)}</p> : null}
        <p>
          <a href={data?.locale === 'en' ? '/en' : '/'}>{problems.home}</a>
        </p>
      </main>
    </>
  );
}

function explain({ t }: View, problem: Problem): { title: string; text: string } {
  const { problems } = t;
  switch (problem.kind) {
    case 'not-found':
      return problems.notFound;
    case 'unknown-plan':
      return { ...problems.unknownPlan, text: problems.unknownPlan.text(problem.key) };
    case 'unknown-theme':
      return { ...problems.unknownTheme, text: problems.unknownTheme.text(problem.number) };
    case 'unknown-measure':
      return { ...problems.unknownMeasure, text: problems.unknownMeasure.text(problem.number) };
    case 'unknown-organisation':
      return {
        ...problems.unknownOrganisation,
        text: problems.unknownOrganisation.text(problem.key),
      };
    case 'invalid-as-of':
      return { ...problems.invalidAsOf, text: problems.invalidAsOf.text(problem.given) };
    case 'not-in-force':
      return {
        title: problems.notInForce.title,
        text: problems.notInForce.text(problem.from, problem.until),
      };
    case 'refused':
      return { title: problems.refused, text: problem.message };
  }
}
