import type { LoaderFunctionArgs } from 'react-router';
import { AsOfControl } from '../components/as-of-control.tsx';
import { NamesTable } from '../components/organisation/names-table.tsx';
import { OrganisationFacts } from '../components/organisation/organisation-facts.tsx';
import { PlanInvolvement } from '../components/organisation/plan-involvement.tsx';
import { Page } from '../components/page.tsx';
import { Shapes } from '../components/shapes.tsx';
import { Trail } from '../components/trail.tsx';
import { openPage } from '../page/open-page.ts';
import { dateShown, readPlans } from '../page/plans.ts';
import { refuse } from '../page/problem.ts';
import type { PageProps } from '../page/props.ts';
import { openView, say } from '../page/view.ts';
import { involvementOf } from '../views/involvement.ts';

/** One organisation: what it leads and what it helps with, and its names over time. */
export async function loader(args: LoaderFunctionArgs) {
  const { site, frame } = await openPage(args);
  const key = args.params['key'] ?? '';
  const plans = await readPlans(site, frame.asOf);
  const asOf = dateShown(site, frame.asOf, plans);
  // One that is younger than the figures still has a page, unless a date was asked for.
  const organisation =
    (await site.organisations.find(key, asOf)) ??
    (frame.asOf === null ? await site.organisations.find(key, site.today) : null);
  if (!organisation) return refuse(frame, { kind: 'unknown-organisation', key });
  return { frame, organisation, plans, asOf };
}

export default function OrganisationPage({ loaderData }: PageProps<typeof loader>) {
  const { frame, organisation, plans, asOf } = loaderData;
  const view = openView(frame);
  const { organisations: t } = view.t;
  const name = say(view.locale, organisation.name);
  const involved = plans.map(({ summary, state }) => ({
    summary,
    state,
    involvement: state ? involvementOf(state, organisation.key) : { leads: [], helps: [] },
  }));
  const leads = involved.flatMap(({ involvement }) => involvement.leads);
  const helps = involved.flatMap(({ involvement }) => involvement.helps);
  const late = leads.filter((measure) => measure.overdue === true).length;
  return (
    <Page view={view} title={name.text} asOf={asOf}>
      <Shapes />
      <Trail view={view}>
        <li>
          <a href={view.to.page('organisations')}>{t.title}</a>
        </li>
      </Trail>
      <div className="head">
        <h1 lang={name.lang}>
          {name.text}
          {organisation.acronym === null ? null : (
            <span className="acronym"> {organisation.acronym}</span>
          )}
        </h1>
        <p className="lede">
          {t.one.lede(leads.length, helps.length)}{' '}
          {late > 0 ? <strong className="late">{t.one.late(late)}</strong> : null}
        </p>
        <AsOfControl view={view} asOf={asOf} dates={datesOf(plans)} />
        <OrganisationFacts view={view} organisation={organisation} />
      </div>
      {involved.map(({ summary, state, involvement }) => (
        <PlanInvolvement
          key={summary.key}
          view={view}
          title={summary.title}
          state={state}
          involvement={involvement}
        />
      ))}
      <NamesTable view={view} names={organisation.names} />
    </Page>
  );
}

/** The dates that have statements, in any of the plans. */
function datesOf(plans: Awaited<ReturnType<typeof readPlans>>): string[] {
  return [...new Set(plans.flatMap(({ state }) => state?.statementDates ?? []))].toSorted();
}
