import type { LoaderFunctionArgs } from 'react-router';
import type { PlanSummary } from '#modules/plan/index.ts';
import { AsOfControl } from '../components/as-of-control.tsx';
import { Page } from '../components/page.tsx';
import { said } from '../components/said.tsx';
import { openPage } from '../page/open-page.ts';
import type { PageProps } from '../page/props.ts';
import { openView, type View } from '../page/view.ts';

/** Every plan published here, the latest first. */
export async function loader(args: LoaderFunctionArgs) {
  const { site, frame } = await openPage(args);
  return { frame, today: site.today, plans: await site.plans.list() };
}

export default function PlansPage({ loaderData }: PageProps<typeof loader>) {
  const { frame, plans, today } = loaderData;
  const view = openView(frame);
  const { list } = view.t.plan;
  return (
    <Page view={view} title={list.title}>
      <div className="head">
        <h1>{list.title}</h1>
        <p className="lede">{list.lede(plans.length)}</p>
        <AsOfControl view={view} asOf={frame.asOf ?? latest(plans) ?? today} />
      </div>
      <ul className="plans">
        {plans.map((plan) => (
          <PlanItem key={plan.key} view={view} plan={plan} />
        ))}
      </ul>
    </Page>
  );
}

function latest(plans: readonly PlanSummary[]): string | undefined {
  return plans
    .flatMap(({ latestStatementDate: date }) => (date === null ? [] : [date]))
    .toSorted()
    .at(-1);
}

function PlanItem({ view, plan }: { readonly view: View; readonly plan: PlanSummary }) {
  const { list } = view.t.plan;
  return (
    <li>
      <h2>
        <a href={view.to.plan(plan.key)}>{said(view, plan.title)}</a>
      </h2>
      <p className="source">
        {plan.period ? `${plan.period.text} · ` : ''}
        {list.measures(plan.measureCount)} · {list.latest(plan.latestStatementDate)}
      </p>
    </li>
  );
}
