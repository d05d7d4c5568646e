import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router';
import { PasskeyButton } from '../../components/sign-in/passkey-button.tsx';
import { SecretField } from '../../components/sign-in/secret-field.tsx';
import { SignInPage } from '../../components/sign-in/sign-in-page.tsx';
import { WorkForm } from '../../components/work/work-form.tsx';
import { allowScript } from '../../page/allow-script.ts';
import { textOf } from '../../page/coordination.ts';
import type { PageProps } from '../../page/props.ts';
import { goTo, openSignInPage, orRefused } from '../../page/sign-in.ts';
import { openView } from '../../page/view.ts';
import { readWorkForm } from '../../page/work.ts';

/** Where one signs in. Whoever did is led on. */
export async function loader(args: LoaderFunctionArgs) {
  const { site, frame, next } = await openSignInPage(args);
  if (site.visitor) throw redirect(next);
  return {
    frame,
    next,
    provider: site.work.signIn.offers.provider,
    // A provider's refusal comes back in the address, in its own words: only ours are shown.
    failed: args.url.searchParams.get('error'),
    nonce: allowScript(args),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { site, frame, next } = await openSignInPage(args);
  const { signIn } = site.work;
  const { to } = openView(frame);
  const { lang } = frame.query;
  return orRefused(async () => {
    const form = await readWorkForm(args);
    if (textOf(form, 'intent') === 'provider') {
      const { address, cookies } = await signIn.startProvider(site.request, next);
      return goTo(address, cookies);
    }
    const password = form.get('password');
    const entry = await signIn.enterByPassword(site.request, {
      email: textOf(form, 'email'),
      password: typeof password === 'string' ? password : '',
    });
    const isWaiting = entry.kind === 'code-needed';
    return goTo(isWaiting ? to.signIn('challenge', {}, { next, lang }) : next, entry.cookies);
  });
}

export default function SignIn({
  loaderData,
  actionData,
}: PageProps<typeof loader, typeof action>) {
  const { frame, next, provider, failed, nonce } = loaderData;
  const view = openView(frame);
  const t = view.t.signIn;
  return (
    <SignInPage
      view={view}
      title={t.title}
      lede={t.lede}
      refused={refusalOf(actionData, failed, t)}
    >
      <WorkForm view={view} className="stacked">
        <SecretField name="email" label={t.email} type="email" autoComplete="username" />
        <SecretField name="password" label={t.password} autoComplete="current-password" />
        <button className="btn" type="submit" name="intent" value="password">
          {t.submit}
        </button>
      </WorkForm>
      <section aria-labelledby="other-ways" className="other-ways">
        <h2 id="other-ways">{t.otherWays}</h2>
        <PasskeyButton
          kind="sign-in"
          label={t.passkey}
          failed={t.passkeyFailed}
          next={next}
          nonce={nonce}
        />
        {provider === null ? null : (
          <WorkForm view={view}>
            <button className="btn quiet" type="submit" name="intent" value="provider">
              {t.provider(provider)}
            </button>
          </WorkForm>
        )}
        <p>
          <a href={view.to.signIn('askLink', {}, { next, lang: frame.query['lang'] })}>
            {t.askLink}
          </a>
        </p>
        <p className="hint">{t.forgotten}</p>
        <p className="hint">{t.noAccount}</p>
      </section>
    </SignInPage>
  );
}

interface Errors {
  readonly errors: { readonly notLinked: string; readonly provider: string };
}

const UNKNOWN_HERE = /^(account_not_linked|signup_disabled|account not linked|signup disabled)$/;

function refusalOf(
  refused: { readonly message: string } | undefined,
  failed: string | null,
  { errors }: Errors,
) {
  if (refused) return refused;
  if (failed === null) return undefined;
  return { message: UNKNOWN_HERE.test(failed) ? errors.notLinked : errors.provider };
}
