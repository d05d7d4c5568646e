import type { LoaderFunctionArgs } from 'react-router';
import type { PlanSummary } from '#modules/plan/index.ts';
import { AsOfControl } from '../components/as-of-control.tsx';
import { Page } from '../components/page.tsx';
import { openPage } from '../page/open-page.ts';
import type { PageProps } from '../page/props.ts';
import { openView, say, type View } from '../page/view.ts';

const FORMATS = ['xlsx', 'csv', 'json'] as const;

/** What can be taken away, in which form, and under which licence. */
export async function loader(args: LoaderFunctionArgs) {
  const { site, frame } = await openPage(args);
  return { frame, today: site.today, plans: await site.plans.list() };
}

export default function OpenDataPage({ loaderData }: PageProps<typeof loader>) {
  const { frame, plans, today } = loaderData;
  const view = openView(frame);
  const { openData: t } = view.t;
  const dates = plans.flatMap(({ latestStatementDate: date }) => (date === null ? [] : [date]));
  const latest = dates.toSorted().at(-1);
  return (
    <Page view={view} title={t.title}>
      <div className="head">
        <h1>{t.title}</h1>
        <p className="lede">{t.lede}</p>
        <AsOfControl view={view} asOf={frame.asOf ?? latest ?? today} />
      </div>
      {plans.map((plan) => (
        <Files key={plan.key} view={view} plan={plan} />
      ))}
      <div className="reading">
        <section>
          <h2>{t.api.heading}</h2>
          <p>{t.api.text}</p>
          <ul>
            <li>
              <a href={view.to.page('apiReference')}>{t.api.reference}</a>
            </li>
            <li>
              <a href="/api/v1/openapi.json">{t.api.description}</a>
            </li>
          </ul>
        </section>
        <section>
          <h2>{t.reading.heading}</h2>
          <ul>
            {t.reading.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </section>
        <section>
          <h2>{t.licence.heading}</h2>
          <p>{t.licence.text}</p>
        </section>
      </div>
    </Page>
  );
}

function Files({ view, plan }: { readonly view: View; readonly plan: PlanSummary }) {
  const { openData: t } = view.t;
  const asOf = view.frame.asOf ?? plan.latestStatementDate;
  const base = `/api/v1/plans/${encodeURIComponent(plan.key)}`;
  const title = say(view.locale, plan.title);
  return (
    <section>
      <h2 lang={title.lang}>{t.files(title.text)}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t.format}</th>
            <th scope="col">{t.use}</th>
          </tr>
        </thead>
        <tbody>
          {FORMATS.map((format) => (
            <tr key={format}>
              <th scope="row">
                <a href={`${base}/follow-up.${format}${asOf === null ? '' : `?as_of=${asOf}`}`}>
                  {t.what} {asOf === null ? '' : t.at(asOf)} (.{format})
                </a>
              </th>
              <td>{t.formats[format]}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">
              <a href={`${base}/deadlines.ics`}>{view.t.deadlines.title} (.ics)</a>
            </th>
            <td>{t.formats.ics}</td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}
