import type { LoaderFunctionArgs } from 'react-router';
import { RETENTION } from '#modules/identity/index.ts';
import { Page } from '../components/page.tsx';
import { openPage } from '../page/open-page.ts';
import { readPlans } from '../page/plans.ts';
import type { PageProps } from '../page/props.ts';
import { openView, say } from '../page/view.ts';

/** What is kept of those who sign in, why, for how long, and whom to write to: the rules that are applied. */
export async function loader(args: LoaderFunctionArgs) {
  const { site, frame } = await openPage(args);
  const plans = await readPlans(site, frame.asOf);
  const [only] = plans;
  const state = only && plans.length === 1 ? only.state : null;
  return { frame, coordinator: state?.plan.coordinator ?? null };
}

export default function PrivacyPage({ loaderData }: PageProps<typeof loader>) {
  const { frame, coordinator } = loaderData;
  const view = openView(frame);
  const { privacy: t } = view.t;
  const name = coordinator ? say(view.locale, coordinator.name).text : null;
  return (
    <Page view={view} title={t.title}>
      <div className="head">
        <h1>{t.title}</h1>
        <p className="lede">{t.lede}</p>
      </div>
      <section aria-labelledby="kept">
        <h2 id="kept">{t.kept}</h2>
        <table className="stacking">
          <thead>
            <tr>
              <th scope="col">{t.columns.what}</th>
              <th scope="col">{t.columns.why}</th>
              <th scope="col">{t.columns.howLong}</th>
            </tr>
          </thead>
          <tbody>
            {RETENTION.map(({ kind, what, why, howLong }) => (
              <tr key={kind}>
                <th scope="row">{what[view.locale]}</th>
                <td data-label={t.columns.why}>{why[view.locale]}</td>
                <td data-label={t.columns.howLong}>{howLong[view.locale]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <div className="reading">
        {t.sections.map(({ heading, items }) => (
          <section key={heading}>
            <h2>{heading}</h2>
            <ul>
              {items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          </section>
        ))}
        <section>
          <h2>{t.contact.heading}</h2>
          <p>{name === null ? t.contact.general : t.contact.to(name)}</p>
        </section>
      </div>
    </Page>
  );
}
