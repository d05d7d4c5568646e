import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { PasskeyButton } from '../../components/sign-in/passkey-button.tsx';
import { SecretField } from '../../components/sign-in/secret-field.tsx';
import { SetUpCodes } from '../../components/sign-in/set-up-codes.tsx';
import { SignInPage } from '../../components/sign-in/sign-in-page.tsx';
import { WorkForm } from '../../components/work/work-form.tsx';
import { allowScript } from '../../page/allow-script.ts';
import { textOf } from '../../page/coordination.ts';
import type { PageProps } from '../../page/props.ts';
import { goTo, openSignInPage, orRefused } from '../../page/sign-in.ts';
import { openView } from '../../page/view.ts';
import { demandSignedIn, readWorkForm } from '../../page/work.ts';

/** Where one sets up a second factor: because a role demands it, or because one wants to. */
export async function loader(args: LoaderFunctionArgs) {
  const { frame, next } = await openSignInPage(args);
  const { gate } = demandSignedIn(args);
  return { frame, next, isDemanded: gate !== 'open', nonce: allowScript(args) };
}

export async function action(args: ActionFunctionArgs) {
  const { site, next } = await openSignInPage(args);
  const visitor = demandSignedIn(args);
  const { signIn } = site.work;
  return orRefused(async () => {
    const form = await readWorkForm(args);
    if (textOf(form, 'intent') === 'confirm') {
      return goTo(
        next,
        await signIn.confirmSecondFactor(site.request, visitor, textOf(form, 'code')),
      );
    }
    const password = form.get('password');
    const given = typeof password === 'string' ? password : '';
    return { setUp: await signIn.beginSecondFactor(site.request, visitor, given) };
  });
}

export default function SetUp({ loaderData, actionData }: PageProps<typeof loader, typeof action>) {
  const { frame, next, isDemanded, nonce } = loaderData;
  const view = openView(frame);
  const t = view.t.signIn;
  const setUp = actionData !== undefined && 'setUp' in actionData ? actionData.setUp : null;
  const refused = actionData !== undefined && 'message' in actionData ? actionData : undefined;
  return (
    <SignInPage
      view={view}
      title={t.setUp.title}
      lede={isDemanded ? t.setUp.demanded : t.setUp.lede}
      refused={refused}
    >
      {setUp ? (
        <SetUpCodes view={view} setUp={setUp} />
      ) : (
        <>
          {refused ? <ConfirmAgain view={view} /> : null}
          <WorkForm view={view} className="stacked">
            <SecretField
              name="password"
              label={t.setUp.password}
              hint={t.setUp.passwordHint}
              autoComplete="current-password"
              required={false}
            />
            <button className="btn" type="submit" name="intent" value="begin">
              {refused ? t.setUp.again : t.setUp.begin}
            </button>
          </WorkForm>
          <PasskeyButton
            kind="add"
            label={t.setUp.passkey}
            failed={view.t.account.passkeys.failed}
            next={view.to.signIn('secondFactor', {}, { next })}
            nonce={nonce}
          />
        </>
      )}
    </SignInPage>
  );
}

/** The square was photographed: another code may do, without it. */
function ConfirmAgain({ view }: { readonly view: ReturnType<typeof openView> }) {
  const t = view.t.signIn;
  return (
    <WorkForm view={view} className="stacked">
      <SecretField
        name="code"
        label={t.setUp.first}
        type="text"
        autoComplete="one-time-code"
        numeric
      />
      <button className="btn" type="submit" name="intent" value="confirm">
        {t.setUp.confirm}
      </button>
    </WorkForm>
  );
}
