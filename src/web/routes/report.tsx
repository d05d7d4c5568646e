import type { LoaderFunctionArgs } from 'react-router';
import { documentNodes } from '#documents/html/document-nodes.ts';
import { AsOfControl } from '../components/as-of-control.tsx';
import { Page } from '../components/page.tsx';
import { MEASURES_PER_PAGE, Pages } from '../components/pages.tsx';
import { ReportFiles } from '../components/report/report-files.tsx';
import { Trail } from '../components/trail.tsx';
import { openPlanPage } from '../page/open-page.ts';
import type { PageProps } from '../page/props.ts';
import { openView, say } from '../page/view.ts';
import { slice } from '../views/paging.ts';

/** The annual report read online: the same document as its files. */
export async function loader(args: LoaderFunctionArgs) {
  const { site, frame, state } = await openPlanPage(args);
  const shown = slice(state.measures, MEASURES_PER_PAGE, frame.query['page']);
  const request = { plan: state.plan.key, asOf: state.asOf, locale: frame.locale };
  const found =
    shown.pages.length > 1
      ? await site.reports.find(request, shown.items)
      : await site.reports.find(request);
  if (found.kind !== 'found') throw new Error(`no report of ${state.plan.key} at ${state.asOf}`);
  return {
    frame,
    shown,
    document: found.document,
    plan: state.plan,
    asOf: state.asOf,
    dates: state.statementDates,
  };
}

export default function ReportPage({ loaderData }: PageProps<typeof loader>) {
  const { frame, document, plan, asOf, dates, shown } = loaderData;
  const view = openView(frame);
  const { t } = view;
  const planTitle = say(view.locale, plan.title);
  return (
    <Page view={view} title={document.title} asOf={asOf}>
      <Trail view={view}>
        <li>
          <a href={view.to.page('plan')} lang={planTitle.lang}>
            {plan.period ? `${t.common.nav.plan} ${plan.period.text}` : planTitle.text}
          </a>
        </li>
      </Trail>
      <div className="head">
        {document.body === null ? null : <p className="eyebrow">{document.body}</p>}
        <h1>{document.title}</h1>
        <p className="lede">{t.report.lede(asOf)}</p>
        {document.draft === null ? null : <p className="draft">{t.report.draft}</p>}
        <AsOfControl view={view} asOf={asOf} dates={dates} />
      </div>
      <ReportFiles view={view} asOf={asOf} />
      <div className="document">{documentNodes(document)}</div>
      <Pages view={view} shown={shown} />
    </Page>
  );
}
