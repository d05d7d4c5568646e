import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router';
import { CodeForm } from '../../components/sign-in/code-form.tsx';
import { PasskeyButton } from '../../components/sign-in/passkey-button.tsx';
import { SignInPage } from '../../components/sign-in/sign-in-page.tsx';
import { allowScript } from '../../page/allow-script.ts';
import { textOf } from '../../page/coordination.ts';
import type { PageProps } from '../../page/props.ts';
import { goTo, openSignInPage, orRefused } from '../../page/sign-in.ts';
import { openView } from '../../page/view.ts';
import { demandSignedIn, readWorkForm } from '../../page/work.ts';

/** Where somebody whom one factor let in shows the other. */
export async function loader(args: LoaderFunctionArgs) {
  const { frame, next } = await openSignInPage(args);
  const visitor = demandSignedIn(args);
  if (visitor.gate === 'open') throw redirect(next);
  return { frame, next, nonce: allowScript(args) };
}

export async function action(args: ActionFunctionArgs) {
  const { site, next } = await openSignInPage(args);
  const visitor = demandSignedIn(args);
  return orRefused(async () => {
    const form = await readWorkForm(args);
    const recovery = form.has('recovery');
    const code = textOf(form, recovery ? 'recovery' : 'code');
    const entry = await site.work.signIn.enterByCode(site.request, visitor, { code, recovery });
    return goTo(next, entry.cookies);
  });
}

export default function SecondFactor({
  loaderData,
  actionData,
}: PageProps<typeof loader, typeof action>) {
  const { frame, next, nonce } = loaderData;
  const view = openView(frame);
  const t = view.t.signIn;
  return (
    <SignInPage view={view} title={t.code.title} lede={t.code.lede} refused={actionData}>
      <CodeForm view={view} />
      <PasskeyButton
        kind="sign-in"
        label={t.passkey}
        failed={t.passkeyFailed}
        next={next}
        nonce={nonce}
      />
    </SignInPage>
  );
}
