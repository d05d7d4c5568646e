import type { LoaderFunctionArgs } from 'react-router';
import { AsOfControl } from '../components/as-of-control.tsx';
import { Page } from '../components/page.tsx';
import { openPage } from '../page/open-page.ts';
import { readPlans } from '../page/plans.ts';
import type { PageProps } from '../page/props.ts';
import { openView, say } from '../page/view.ts';

/** What is accessible here, how it is checked, what is missing, and whom to tell. */
export async function loader(args: LoaderFunctionArgs) {
  const { site, frame } = await openPage(args);
  const plans = await readPlans(site, frame.asOf);
  const [only] = plans;
  const state = only && plans.length === 1 ? only.state : null;
  return {
    frame,
    asOf: state?.asOf ?? frame.asOf ?? site.today,
    coordinator: state?.plan.coordinator ?? null,
  };
}

export default function AccessibilityPage({ loaderData }: PageProps<typeof loader>) {
  const { frame, asOf, coordinator } = loaderData;
  const view = openView(frame);
  const { accessibility: t } = view.t;
  const name = coordinator ? say(view.locale, coordinator.name).text : null;
  return (
    <Page view={view} title={t.title}>
      <div className="head">
        <h1>{t.title}</h1>
        <p className="lede">{t.lede}</p>
      </div>
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
      <AsOfControl view={view} asOf={asOf} />
    </Page>
  );
}
