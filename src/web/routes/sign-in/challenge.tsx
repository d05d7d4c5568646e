import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { CodeForm } from '../../components/sign-in/code-form.tsx';
import { SignInPage } from '../../components/sign-in/sign-in-page.tsx';
import { textOf } from '../../page/coordination.ts';
import type { PageProps } from '../../page/props.ts';
import { goTo, openSignInPage, orRefused } from '../../page/sign-in.ts';
import { openView } from '../../page/view.ts';
import { readWorkForm } from '../../page/work.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { frame } = await openSignInPage(args);
  return { frame };
}

/** Ends a sign-in by password that waits for a code. */
export async function action(args: ActionFunctionArgs) {
  const { site, next } = await openSignInPage(args);
  return orRefused(async () => {
    const form = await readWorkForm(args);
    const recovery = form.has('recovery');
    const code = textOf(form, recovery ? 'recovery' : 'code');
    const { cookies } = await site.work.signIn.enterByCode(site.request, null, { code, recovery });
    return goTo(next, cookies);
  });
}

export default function Challenge({
  loaderData,
  actionData,
}: PageProps<typeof loader, typeof action>) {
  const view = openView(loaderData.frame);
  const t = view.t.signIn.code;
  return (
    <SignInPage view={view} title={t.title} lede={t.lede} refused={actionData}>
      <CodeForm view={view} />
      <p>
        <a href={view.to.signIn('home')}>{t.again}</a>
      </p>
    </SignInPage>
  );
}
