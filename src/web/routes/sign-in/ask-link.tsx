import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { SecretField } from '../../components/sign-in/secret-field.tsx';
import { SignInPage } from '../../components/sign-in/sign-in-page.tsx';
import { WorkForm } from '../../components/work/work-form.tsx';
import { textOf } from '../../page/coordination.ts';
import type { PageProps } from '../../page/props.ts';
import { openSignInPage, orRefused } from '../../page/sign-in.ts';
import { openView } from '../../page/view.ts';
import { readWorkForm } from '../../page/work.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { frame } = await openSignInPage(args);
  return { frame };
}

/** Says the same whether the address has an account or not. */
export async function action(args: ActionFunctionArgs) {
  const { site } = await openSignInPage(args);
  return orRefused(async () => {
    const form = await readWorkForm(args);
    await site.work.signIn.askLink(site.request, textOf(form, 'email'));
    return { sent: true as const };
  });
}

export default function AskLink({
  loaderData,
  actionData,
}: PageProps<typeof loader, typeof action>) {
  const view = openView(loaderData.frame);
  const t = view.t.signIn;
  const isSent = actionData !== undefined && 'sent' in actionData;
  const refused = actionData !== undefined && 'message' in actionData ? actionData : undefined;
  return (
    <SignInPage view={view} title={t.link.title} lede={t.link.ask} refused={refused}>
      {isSent ? (
        <p className="saved" role="status">
          {t.link.sent}
        </p>
      ) : null}
      <WorkForm view={view} className="stacked">
        <SecretField name="email" label={t.email} type="email" autoComplete="email" />
        <button className="btn" type="submit">
          {t.link.send}
        </button>
      </WorkForm>
      <p>
        <a href={view.to.signIn('home')}>{t.link.back}</a>
      </p>
    </SignInPage>
  );
}
