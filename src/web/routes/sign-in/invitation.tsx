import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { SecretField } from '../../components/sign-in/secret-field.tsx';
import { SignInPage } from '../../components/sign-in/sign-in-page.tsx';
import { WorkForm } from '../../components/work/work-form.tsx';
import { textOf } from '../../page/coordination.ts';
import type { PageProps } from '../../page/props.ts';
import { goTo, openSignInPage, orRefused } from '../../page/sign-in.ts';
import { openView } from '../../page/view.ts';
import { readWorkForm } from '../../page/work.ts';

/** Shows an invitation. Opening it does not use it. */
export async function loader(args: LoaderFunctionArgs) {
  const { site, frame } = await openSignInPage(args);
  const token = args.params['token'] ?? '';
  const { person } = await site.work.signIn.readInvitation(site.request, token);
  return { frame, person };
}

/** Opens the account and signs in. */
export async function action(args: ActionFunctionArgs) {
  const { site, next } = await openSignInPage(args);
  return orRefused(async () => {
    const form = await readWorkForm(args);
    const password = form.get('password');
    const entry = await site.work.signIn.acceptInvitation(
      site.request,
      args.params['token'] ?? '',
      {
        name: textOf(form, 'name'),
        email: textOf(form, 'email'),
        password: typeof password === 'string' ? password : '',
      },
    );
    return goTo(next, entry.cookies);
  });
}

export default function Invitation({
  loaderData,
  actionData,
}: PageProps<typeof loader, typeof action>) {
  const { frame, person } = loaderData;
  const view = openView(frame);
  const t = view.t.signIn;
  return (
    <SignInPage
      view={view}
      title={t.invitation.title}
      lede={person ? t.invitation.lede(person.name) : t.invitation.first}
      refused={actionData}
    >
      <WorkForm view={view} className="stacked">
        {person ? (
          // A password manager keeps the password under this name.
          <SecretField
            name="email"
            label={t.email}
            type="email"
            autoComplete="username"
            value={person.email}
          />
        ) : (
          <>
            <SecretField name="name" label={t.invitation.name} type="text" autoComplete="name" />
            <SecretField name="email" label={t.email} type="email" autoComplete="username" />
          </>
        )}
        <SecretField
          name="password"
          label={t.invitation.password}
          hint={t.invitation.passwordHint}
          autoComplete="new-password"
        />
        <button className="btn" type="submit">
          {t.invitation.submit}
        </button>
      </WorkForm>
    </SignInPage>
  );
}
