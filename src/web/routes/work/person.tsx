import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router';
import { DomainError } from '#platform/errors/domain-error.ts';
import { HistoryList } from '../../components/history-list.tsx';
import { Page } from '../../components/page.tsx';
import { Trail } from '../../components/trail.tsx';
import { IdentitySection, LeavingSection } from '../../components/work/person-leaving.tsx';
import {
  AbsencesSection,
  AccessSection,
  RolesSection,
} from '../../components/work/person-sections.tsx';
import { RoleFields } from '../../components/work/role-fields.tsx';
import { Saved } from '../../components/work/saved.tsx';
import { WorkForm } from '../../components/work/work-form.tsx';
import { textOf } from '../../page/coordination.ts';
import {
  incompleteForm,
  organisationChoices,
  readNumber,
  readRole,
} from '../../page/people-form.ts';
import { refuse } from '../../page/problem.ts';
import type { PageProps } from '../../page/props.ts';
import { orRefused } from '../../page/sign-in.ts';
import { openView } from '../../page/view.ts';
import { openWorkPage, readWorkForm } from '../../page/work.ts';
import type { People } from '../../work/people.ts';

/** What was done about somebody, before it is better read in the record. */
const MOST_EVENTS = 20;

/** One person: whether they come, what they may do, and how their access ends. */
export async function loader(args: LoaderFunctionArgs) {
  const { site, frame, visitor } = await openWorkPage(args, 'people');
  const id = args.params['id'] ?? '';
  try {
    return {
      frame,
      shown: await site.work.people(visitor.actor).person(id),
      history: await site.work.record.history(visitor.actor, {
        subject: { kind: 'person', key: id },
        limit: MOST_EVENTS,
      }),
      organisations: await organisationChoices(site),
      today: site.today,
    };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return refuse(frame, { kind: 'refused', code: error.code, message: error.message });
  }
}

export async function action(args: ActionFunctionArgs) {
  const { site, frame, visitor } = await openWorkPage(args, 'people');
  const id = args.params['id'] ?? '';
  return orRefused(async () => {
    const form = await readWorkForm(args);
    const saved = await act(site.work.people(visitor.actor), id, form);
    return redirect(openView(frame).to.work('person', { id }, { saved }), 303);
  });
}

/** Does what a form asks. @returns what the page then says */
async function act(people: People, id: string, form: FormData): Promise<string> {
  const intent = textOf(form, 'intent');
  switch (intent) {
    case 'invite-again':
      await people.inviteAgain(id);
      return 'invited-by-mail';
    case 'revoke-invitation':
      await people.revokeInvitation(id);
      return 'revoked';
    case 'grant-role':
      await people.grantRole(id, readRole(form));
      return 'granted';
    case 'end-role':
      await people.endRole({ grantId: readNumber(form, 'grant'), on: textOf(form, 'on') });
      return 'role-ended';
    case 'end-access':
      await people.endAccess({ personId: id, on: textOf(form, 'on') });
      return 'left';
    case 'end-sessions':
      await people.endSessions(id);
      return 'sessions-ended';
    case 'restore':
      await people.restoreAccess(id);
      return 'restored';
    case 'edit':
      await people.editPerson(id, {
        name: textOf(form, 'name'),
        email: textOf(form, 'email'),
        language: textOf(form, 'language') === 'en' ? 'en' : 'fr',
      });
      return 'edited';
    case 'erase':
      if (!form.has('confirm')) throw incompleteForm();
      await people.erasePerson(id);
      return 'erased';
    default:
      throw incompleteForm();
  }
}

export default function PersonPage({
  loaderData,
  actionData,
}: PageProps<typeof loader, typeof action>) {
  const { frame, shown, history, organisations, today } = loaderData;
  const view = openView(frame);
  const { person: t, list } = view.t.people;
  const { person, givenRoles } = shown;
  const mayHaveRoles = person.state !== 'left' && person.state !== 'erased';
  const section = { view, shown, today };
  return (
    <Page view={view} title={person.name} unlisted>
      <Trail view={view}>
        <li>
          <a href={view.to.work('people')}>{list.title}</a>
        </li>
      </Trail>
      <div className="head">
        <h1>{person.name}</h1>
        <Saved view={view} refusal={actionData?.message} />
      </div>
      <AccessSection {...section} />
      <RolesSection {...section} />
      {mayHaveRoles && givenRoles.length > 0 ? (
        <details className="grant">
          <summary>{t.grant}</summary>
          <WorkForm view={view} className="stacked">
            <RoleFields
              view={view}
              roles={givenRoles}
              organisations={organisations}
              today={today}
              filled={{}}
            />
            <button className="btn" type="submit" name="intent" value="grant-role">
              {t.grant}
            </button>
          </WorkForm>
        </details>
      ) : null}
      <AbsencesSection {...section} />
      <IdentitySection {...section} />
      <LeavingSection {...section} />
      <HistoryList view={view} entries={history.entries} />
    </Page>
  );
}
