import type { LoaderFunctionArgs } from 'react-router';
import { Page } from '../../components/page.tsx';
import { said } from '../../components/said.tsx';
import { coordination as t } from '../../messages/coordination.ts';
import { coordinationReport } from '../../messages/coordination-report.ts';
import { openCoordinationPage } from '../../page/coordination.ts';
import type { PageProps } from '../../page/props.ts';
import { openView } from '../../page/view.ts';

/** What the coordination can do here. */
export async function loader(args: LoaderFunctionArgs) {
  const { site, frame } = await openCoordinationPage(args);
  return { frame, plans: await site.plans.list() };
}

export default function CoordinationPage({ loaderData }: PageProps<typeof loader>) {
  const view = openView(loaderData.frame);
  const { plans } = loaderData;
  return (
    <Page view={view} title={t.title} unlisted>
      <div className="head">
        <h1>{t.title}</h1>
        <p className="lede">{t.home.lede}</p>
      </div>
      <section>
        <h2>
          <a href={view.to.coordination('import')}>{t.home.import}</a>
        </h2>
        <p>{t.home.importWhy}</p>
      </section>
      <section>
        <h2>{t.home.texts}</h2>
        <p>{plans.length === 0 ? t.home.noPlan : t.home.textsWhy}</p>
        <ul>
          {plans.map((plan) => (
            <li key={plan.key}>
              <a href={view.to.coordination('texts', { plan: plan.key })}>
                {said(view, plan.title)}
              </a>
            </li>
          ))}
        </ul>
      </section>
      {plans.length === 0 ? null : (
        <section>
          <h2>{coordinationReport.home.title}</h2>
          <p>{coordinationReport.home.why}</p>
          <ul>
            {plans.map((plan) => (
              <li key={plan.key}>
                <a href={view.to.coordination('reportTexts', { plan: plan.key })}>
                  {said(view, plan.title)}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}
