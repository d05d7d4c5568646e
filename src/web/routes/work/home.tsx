import type { LoaderFunctionArgs } from 'react-router';
import { Page } from '../../components/page.tsx';
import { AlarmList, OrganisationsToReach } from '../../components/work/alarm-list.tsx';
import { AwaitingUpdates } from '../../components/work/awaiting-updates.tsx';
import { GrantText } from '../../components/work/grant-text.tsx';
import type { PageProps } from '../../page/props.ts';
import { openView, say, type View } from '../../page/view.ts';
import { openWorkPage } from '../../page/work.ts';
import type { MyWork } from '../../work/people.ts';

/** Organisations beyond these are behind a link: one look is enough. */
const MOST_ALARMS = 6;

/** What one sees first: one's organisations, what keeps them from being reached, one's roles. */
export async function loader(args: LoaderFunctionArgs) {
  const { site, frame, visitor } = await openWorkPage(args, 'home');
  const [mine, awaiting] = await Promise.all([
    site.work.people(visitor.actor).home(),
    site.work.updates.awaiting(visitor.actor),
  ]);
  return { frame, name: visitor.person.name, mine, awaiting };
}

export default function HomePage({ loaderData }: PageProps<typeof loader>) {
  const { frame, name, mine, awaiting } = loaderData;
  const view = openView(frame);
  const t = view.t.people.home;
  return (
    <Page view={view} title={t.title} unlisted>
      <div className="head">
        <h1>{t.title}</h1>
        <p className="lede">
          {t.hello(name)} {mine.grants.length === 0 ? t.noRole : null}
        </p>
      </div>
      {awaiting.length === 0 ? null : <AwaitingUpdates view={view} awaiting={awaiting} />}
      <Organisations view={view} mine={mine} />
      {mine.alarms === null ? null : (
        <OrganisationsToReach view={view} organisations={mine.alarms} most={MOST_ALARMS} />
      )}
      <Roles view={view} mine={mine} />
    </Page>
  );
}

interface SectionProps {
  readonly view: View;
  readonly mine: MyWork;
}

function Organisations({ view, mine }: SectionProps) {
  const t = view.t.people.home;
  if (mine.organisations.length === 0) return null;
  return (
    <section aria-labelledby="organisations">
      <h2 id="organisations">{t.organisations}</h2>
      <ul className="cards">
        {mine.organisations.map(({ organisation, measures, alarms }) => {
          const name = say(view.locale, organisation.name);
          return (
            <li key={organisation.key}>
              <h3>
                <a href={view.to.work('organisation', { key: organisation.key })} lang={name.lang}>
                  {name.text}
                </a>
              </h3>
              <p>{t.leads(measures)}</p>
              <AlarmList view={view} alarms={alarms} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Roles({ view, mine }: SectionProps) {
  const { home: t, roleMeanings, away } = view.t.people;
  if (mine.grants.length === 0) return null;
  return (
    <section aria-labelledby="roles">
      <h2 id="roles">{t.roles}</h2>
      <ul className="roles">
        {mine.grants.map((grant) => (
          <li key={grant.id}>
            <GrantText view={view} grant={grant} />
            <span className="meaning">{roleMeanings[grant.role]}</span>
          </li>
        ))}
      </ul>
      {mine.absences.length === 0 ? null : (
        <>
          <h3>{t.absences}</h3>
          <ul className="roles">
            {mine.absences.map(({ id, organisation, from, until }) => (
              <li key={id}>
                {away(from, until)}
                <span className="meaning">
                  {organisation.acronym ?? say(view.locale, organisation.name).text}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
