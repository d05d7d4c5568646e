import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router';
import { Page } from '../../components/page.tsx';
import { said } from '../../components/said.tsx';
import { Trail } from '../../components/trail.tsx';
import { AlarmList } from '../../components/work/alarm-list.tsx';
import { MemberList } from '../../components/work/member-list.tsx';
import { OrganisationUpdates } from '../../components/work/organisation-updates.tsx';
import { Saved } from '../../components/work/saved.tsx';
import { textOf } from '../../page/coordination.ts';
import { incompleteForm, readNumber } from '../../page/people-form.ts';
import { refuse } from '../../page/problem.ts';
import type { PageProps } from '../../page/props.ts';
import { orRefused } from '../../page/sign-in.ts';
import { openView, say, type View } from '../../page/view.ts';
import { openWorkPage, readWorkForm } from '../../page/work.ts';
import type { OrganisationWork } from '../../work/people.ts';

/**
 * One organisation, for its people and the coordination: who acts for it, what it leads. To anybody else
 * it does not exist.
 */
export async function loader(args: LoaderFunctionArgs) {
  const { site, frame, visitor } = await openWorkPage(args);
  const key = args.params['key'] ?? '';
  const shown = await site.work.people(visitor.actor).organisation(key);
  if (!shown) return refuse(frame, { kind: 'unknown-organisation', key });
  const updates = await site.work.updates.ofOrganisation(visitor.actor, key, frame.asOf);
  return { frame, shown, updates, today: site.today };
}

export async function action(args: ActionFunctionArgs) {
  const { site, frame, visitor } = await openWorkPage(args);
  const key = args.params['key'] ?? '';
  const people = site.work.people(visitor.actor);
  if ((await people.organisation(key)) === null) {
    return refuse(frame, { kind: 'unknown-organisation', key });
  }
  return orRefused(async () => {
    const form = await readWorkForm(args);
    const done = (saved: string) =>
      redirect(openView(frame).to.work('organisation', { key }, { saved }), 303);
    switch (textOf(form, 'intent')) {
      case 'declare-absence':
        await people.declareAbsence({
          personId: textOf(form, 'person'),
          organisationKey: key,
          from: textOf(form, 'from'),
          until: textOf(form, 'lastDay'),
        });
        return done('absent');
      case 'end-absence':
        await people.endAbsence({ absenceId: readNumber(form, 'absence'), on: textOf(form, 'on') });
        return done('back');
      default:
        throw incompleteForm();
    }
  });
}

export default function OrganisationPage({
  loaderData,
  actionData,
}: PageProps<typeof loader, typeof action>) {
  const { frame, shown, updates, today } = loaderData;
  const view = openView(frame);
  const { organisation: t, home } = view.t.people;
  const { organisation, members, alarms } = shown;
  const name = say(view.locale, organisation.name);
  return (
    <Page view={view} title={name.text} unlisted>
      <Trail view={view}>
        <li>
          <a href={view.to.work('home')}>{home.title}</a>
        </li>
      </Trail>
      <div className="head">
        <h1 lang={name.lang}>
          {name.text}
          {organisation.acronym === null ? null : (
            <span className="acronym"> {organisation.acronym}</span>
          )}
        </h1>
        <p className="source">
          <a href={view.to.organisation(organisation.key)}>{t.publicPage}</a>
        </p>
        <Saved view={view} refusal={actionData?.message} />
      </div>
      {alarms.length === 0 ? null : (
        <section aria-labelledby="to-reach">
          <h2 id="to-reach">{t.toReach}</h2>
          <AlarmList view={view} alarms={alarms} />
        </section>
      )}
      {updates === null ? null : <OrganisationUpdates view={view} updates={updates} />}
      <section aria-labelledby="people">
        <h2 id="people">{t.people}</h2>
        {members.length === 0 ? <p>{t.nobody}</p> : null}
        <MemberList view={view} today={today} {...shown} />
        {shown.mayInvite ? (
          <p>
            <a
              className="btn quiet"
              href={view.to.work('invite', {}, { organisation: organisation.key })}
            >
              {t.invite}
            </a>
          </p>
        ) : null}
      </section>
      <Leads view={view} shown={shown} />
    </Page>
  );
}

function Leads({ view, shown }: { readonly view: View; readonly shown: OrganisationWork }) {
  const t = view.t.people.organisation;
  return (
    <section aria-labelledby="leads">
      <h2 id="leads">{t.leads}</h2>
      {shown.leads.length === 0 ? <p>{t.leadsNone}</p> : null}
      {shown.leads.map(({ key, title, measures }) => (
        <div key={key}>
          <h3>{said(view, title)}</h3>
          <ol className="led">
            {measures.map(({ id, number, name }) => (
              <li key={id}>
                <span className="no">{number}</span>
                <a href={view.to.measure(number, key)}>{said(view, name)}</a>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}
