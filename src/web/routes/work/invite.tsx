import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from 'react-router';
import { INVITATION_DAYS, peoplePolicy } from '#modules/identity/index.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { STATUS } from '#platform/http/problem.ts';
import { Page } from '../../components/page.tsx';
import { Trail } from '../../components/trail.tsx';
import { Field, SelectField } from '../../components/work/field.tsx';
import { RoleFields } from '../../components/work/role-fields.tsx';
import { Saved } from '../../components/work/saved.tsx';
import { WorkForm } from '../../components/work/work-form.tsx';
import { organisationChoices, readInvitation } from '../../page/people-form.ts';
import type { PageProps } from '../../page/props.ts';
import { openView } from '../../page/view.ts';
import { demandAllowed, openWorkPage, readWorkForm } from '../../page/work.ts';
import type { InvitationForm } from '../../work/people.ts';

const NOBODY = { roles: [], onPlatform: false };

/** Where somebody is given a first role, and invited. */
export async function loader(args: LoaderFunctionArgs) {
  const opening = await openWorkPage(args, 'people');
  const { site, frame, visitor } = opening;
  demandAllowed(opening, peoplePolicy.refusal(visitor.actor, 'invite', NOBODY));
  return {
    frame,
    roles: site.work.people(visitor.actor).givenRoles(),
    organisations: await organisationChoices(site),
    today: site.today,
  };
}

/** Invites; what is refused comes back with the form as it was filled in. */
export async function action(args: ActionFunctionArgs) {
  const { site, frame, visitor } = await openWorkPage(args, 'people');
  let filled: Partial<InvitationForm> = {};
  try {
    const given = readInvitation(await readWorkForm(args));
    filled = given;
    const { personId, mailed } = await site.work.people(visitor.actor).invite(given);
    const saved = mailed ? 'invited-by-mail' : 'invited';
    return redirect(openView(frame).to.work('person', { id: personId }, { saved }), 303);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return data({ message: error.message, filled }, { status: STATUS[error.code] });
  }
}

export default function InvitePage({
  loaderData,
  actionData,
}: PageProps<typeof loader, typeof action>) {
  const { frame, roles, organisations, today } = loaderData;
  const view = openView(frame);
  const { invite: t, list } = view.t.people;
  const filled: Partial<InvitationForm> = actionData?.filled ?? {
    organisation: frame.query['organisation'] ?? '',
  };
  return (
    <Page view={view} title={t.title} unlisted>
      <Trail view={view}>
        <li>
          <a href={view.to.work('people')}>{list.title}</a>
        </li>
      </Trail>
      <div className="head">
        <h1>{t.title}</h1>
        <p className="lede">{t.lede(INVITATION_DAYS)}</p>
        <Saved view={view} refusal={actionData?.message} />
      </div>
      <WorkForm view={view} className="stacked" action={view.to.work('invite')}>
        <h2>{t.person}</h2>
        <Field id="name" name="name" label={t.name} value={filled.name} required />
        <Field
          id="email"
          name="email"
          type="email"
          label={t.email}
          value={filled.email}
          autoComplete="off"
          required
        />
        <SelectField
          id="language"
          name="language"
          label={t.language}
          value={filled.language}
          options={[
            { value: 'fr', text: t.languages.fr },
            { value: 'en', text: t.languages.en },
          ]}
        />
        <h2>{t.role}</h2>
        <RoleFields
          view={view}
          roles={roles}
          organisations={organisations}
          today={today}
          filled={filled}
        />
        <button className="btn" type="submit">
          {t.submit}
        </button>
      </WorkForm>
    </Page>
  );
}
