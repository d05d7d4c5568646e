import type { LoaderFunctionArgs } from 'react-router';
import type { Organisation, OrganisationKind } from '#modules/organisations/index.ts';
import { AsOfControl } from '../components/as-of-control.tsx';
import { Page } from '../components/page.tsx';
import { said } from '../components/said.tsx';
import { openPage } from '../page/open-page.ts';
import { dateShown, readPlans } from '../page/plans.ts';
import type { PageProps } from '../page/props.ts';
import { openView, type View } from '../page/view.ts';
import { countInvolvement } from '../views/involvement.ts';

const KINDS: readonly OrganisationKind[] = [
  'ministry',
  'body',
  'federation',
  'establishment',
  'other',
  'order',
];

/** Every organisation on a date, those of the plans first. */
export async function loader(args: LoaderFunctionArgs) {
  const { site, frame } = await openPage(args);
  const plans = await readPlans(site, frame.asOf);
  const asOf = dateShown(site, frame.asOf, plans);
  const organisations = await site.organisations.list(asOf);
  const states = plans.flatMap(({ state }) => (state === null ? [] : [state]));
  return { frame, organisations, asOf, counts: countInvolvement(states) };
}

export default function OrganisationsPage({ loaderData }: PageProps<typeof loader>) {
  const { frame, organisations, asOf, counts } = loaderData;
  const view = openView(frame);
  const { organisations: t } = view.t;
  const involved = organisations.filter(({ key }) => counts.has(key));
  const byKind = Map.groupBy(organisations, ({ kind }) => kind);
  return (
    <Page view={view} title={t.title} asOf={asOf}>
      <div className="head">
        <h1>{t.title}</h1>
        <p className="lede">{t.lede(organisations.length, involved.length, asOf)}</p>
        <AsOfControl view={view} asOf={asOf} />
      </div>
      <Group view={view} heading={t.involved} organisations={involved} counts={counts} />
      {KINDS.map((kind) => (
        <Group
          key={kind}
          view={view}
          heading={t.kinds[kind].many}
          organisations={(byKind.get(kind) ?? []).filter(({ key }) => !counts.has(key))}
          counts={counts}
        />
      ))}
    </Page>
  );
}

interface GroupProps {
  readonly view: View;
  readonly heading: string;
  readonly organisations: readonly Organisation[];
  readonly counts: ReturnType<typeof countInvolvement>;
}

function Group({ view, heading, organisations, counts }: GroupProps) {
  if (organisations.length === 0) return null;
  return (
    <section>
      <h2>{heading}</h2>
      <ul className="organisations">
        {organisations.map((organisation) => (
          <Item
            key={organisation.key}
            view={view}
            organisation={organisation}
            count={counts.get(organisation.key) ?? null}
          />
        ))}
      </ul>
    </section>
  );
}

interface ItemProps {
  readonly view: View;
  readonly organisation: Organisation;
  readonly count: { readonly leads: number; readonly helps: number } | null;
}

function Item({ view, organisation, count }: ItemProps) {
  const { organisations: t } = view.t;
  const roles = count
    ? [
        ...(count.leads > 0 ? [t.leads(count.leads)] : []),
        ...(count.helps > 0 ? [t.helps(count.helps)] : []),
      ]
    : [];
  return (
    <li>
      <a href={view.to.organisation(organisation.key)}>{said(view, organisation.name)}</a>
      {organisation.acronym === null ? null : (
        <span className="acronym"> {organisation.acronym}</span>
      )}
      {roles.length === 0 ? null : <span className="source"> {roles.join(', ')}</span>}
    </li>
  );
}
