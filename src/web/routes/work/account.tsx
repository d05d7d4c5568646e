import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { isRecovering } from '#modules/identity/index.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { CodesSection } from '../../components/account/codes-section.tsx';
import { OwnIdentity } from '../../components/account/own-identity.tsx';
import { PasskeysSection } from '../../components/account/passkeys-section.tsx';
import { PasswordSection } from '../../components/account/password-section.tsx';
import { SessionsSection } from '../../components/account/sessions-section.tsx';
import { Refusal } from '../../components/coordination/refusal.tsx';
import { Page } from '../../components/page.tsx';
import { allowScript } from '../../page/allow-script.ts';
import { textOf } from '../../page/coordination.ts';
import type { PageProps } from '../../page/props.ts';
import { goTo, orRefused } from '../../page/sign-in.ts';
import { openView } from '../../page/view.ts';
import { openWorkPage, readWorkForm } from '../../page/work.ts';

/** How somebody signs in, and where they are signed in. */
export async function loader(args: LoaderFunctionArgs) {
  const { site, frame, visitor } = await openWorkPage(args, 'account');
  return {
    frame,
    person: visitor.person,
    current: visitor.session.id,
    asksCurrent: !isRecovering(visitor),
    account: await site.work.signIn.readAccount(visitor),
    nonce: allowScript(args),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { site, frame, visitor } = await openWorkPage(args, 'account');
  const { signIn } = site.work;
  return orRefused(async () => {
    const form = await readWorkForm(args);
    const done = (saved: string, cookies: readonly string[] = []) =>
      goTo(openView(frame).to.work('account', {}, { saved }), cookies);
    const secret = (name: string) => {
      const value = form.get(name);
      return typeof value === 'string' ? value : '';
    };
    switch (textOf(form, 'intent')) {
      case 'edit':
        await site.work.people(visitor.actor).editOwnAccount(visitor.person.id, {
          name: textOf(form, 'name'),
          language: textOf(form, 'language') === 'en' ? 'en' : 'fr',
        });
        return done('identity');
      case 'password': {
        const change = { current: secret('current'), chosen: secret('chosen') };
        return done('password', await signIn.changePassword(site.request, visitor, change));
      }
      case 'remove-codes':
        return done(
          'second-factor-removed',
          await signIn.removeSecondFactor(site.request, visitor, secret('password')),
        );
      case 'remove-passkey':
        await signIn.removePasskey(site.request, visitor, textOf(form, 'passkey'));
        return done('passkey');
      case 'end-session':
        await signIn.endSession(visitor, textOf(form, 'session'));
        return done('sessions');
      case 'end-others':
        await signIn.endOtherSessions(visitor);
        return done('sessions');
      default:
        throw new DomainError('invalid', 'Ce formulaire n’est pas complet : rouvrez la page.');
    }
  });
}

export default function Account({
  loaderData,
  actionData,
}: PageProps<typeof loader, typeof action>) {
  const { frame, person, current, asksCurrent, account, nonce } = loaderData;
  const view = openView(frame);
  const t = view.t.account;
  const asked = frame.query['saved'] ?? '';
  const saved = !actionData && Object.hasOwn(t.saved, asked) ? t.saved[asked] : undefined;
  return (
    <Page view={view} title={t.title} unlisted>
      <div className="head">
        <h1>{t.title}</h1>
        <p className="lede">{t.signedInAs(person.email)}</p>
        <Refusal message={actionData?.message} />
        {saved === undefined ? null : (
          <p className="saved" role="status">
            {saved}
          </p>
        )}
      </div>
      <OwnIdentity view={view} person={person} />
      <PasswordSection
        view={view}
        account={account}
        email={person.email}
        asksCurrent={asksCurrent}
      />
      <CodesSection view={view} account={account} />
      <PasskeysSection view={view} account={account} nonce={nonce} />
      {account.isLinked ? (
        <section aria-labelledby="provider">
          <h2 id="provider">{t.provider.title}</h2>
          <p>{t.provider.linked}</p>
        </section>
      ) : null}
      <SessionsSection view={view} account={account} current={current} />
    </Page>
  );
}
