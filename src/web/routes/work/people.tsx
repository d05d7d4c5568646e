import type { LoaderFunctionArgs } from 'react-router';
import { PERSON_STATES, peoplePolicy, ROLES } from '#modules/identity/index.ts';
import { Page } from '../../components/page.tsx';
import { OrganisationsToReach } from '../../components/work/alarm-list.tsx';
import { Field, SelectField } from '../../components/work/field.tsx';
import { PeopleTable } from '../../components/work/people-table.tsx';
import { type NamedChoice, organisationChoices } from '../../page/people-form.ts';
import type { PageProps } from '../../page/props.ts';
import { openView, say, type View } from '../../page/view.ts';
import { demandAllowed, openWorkPage } from '../../page/work.ts';

/** Everybody who has, or had, access; and the organisations nobody can be reached in. */
export async function loader(args: LoaderFunctionArgs) {
  const opening = await openWorkPage(args, 'people');
  const { site, frame, visitor } = opening;
  demandAllowed(opening, peoplePolicy.refusal(visitor.actor, 'read-people'));
  const people = site.work.people(visitor.actor);
  const { q, organisation, role, state } = frame.query;
  return {
    frame,
    people: await people.list({
      text: q ?? null,
      organisation: organisation ?? null,
      role: ROLES.find((one) => one === role) ?? null,
      state: PERSON_STATES.find((one) => one === state) ?? null,
    }),
    alarms: await people.alarms(),
    organisations: await organisationChoices(site),
  };
}

export default function PeoplePage({ loaderData }: PageProps<typeof loader>) {
  const { frame, people, alarms, organisations } = loaderData;
  const view = openView(frame);
  const t = view.t.people.list;
  return (
    <Page view={view} title={t.title} unlisted>
      <div className="head">
        <h1>{t.title}</h1>
        <p className="lede">{t.lede(people.length)}</p>
        <p className="decision">
          <a className="btn" href={view.to.work('invite')}>
            {t.invite}
          </a>
        </p>
      </div>
      <Filter view={view} organisations={organisations} />
      {people.length === 0 ? <p>{t.none}</p> : <PeopleTable view={view} people={people} />}
      <OrganisationsToReach view={view} organisations={alarms} />
    </Page>
  );
}

interface FilterProps {
  readonly view: View;
  readonly organisations: readonly NamedChoice[];
}

function Filter({ view, organisations }: FilterProps) {
  const { list: t, roles, states } = view.t.people;
  const { query } = view.frame;
  const isFiltered = ['q', 'organisation', 'role', 'state'].some((name) => query[name]);
  return (
    <search className="filter">
      <form action={view.to.work('people')} aria-label={t.filter}>
        <Field id="q" name="q" type="search" label={t.text} value={query['q'] ?? ''} />
        <SelectField
          id="organisation"
          name="organisation"
          label={t.organisation}
          value={query['organisation'] ?? ''}
          options={[
            { value: '', text: t.anyOrganisation },
            ...organisations.map(({ key, name }) => ({
              value: key,
              text: say(view.locale, name).text,
            })),
          ]}
        />
        <SelectField
          id="role"
          name="role"
          label={t.role}
          value={query['role'] ?? ''}
          options={[
            { value: '', text: t.any },
            ...ROLES.map((role) => ({ value: role, text: roles[role] })),
          ]}
        />
        <SelectField
          id="state"
          name="state"
          label={t.state}
          value={query['state'] ?? ''}
          options={[
            { value: '', text: t.any },
            ...PERSON_STATES.map((state) => ({ value: state, text: states[state] })),
          ]}
        />
        <button className="btn quiet" type="submit">
          {t.show}
        </button>
        {isFiltered ? <a href={view.to.work('people')}>{t.clear}</a> : null}
      </form>
    </search>
  );
}
