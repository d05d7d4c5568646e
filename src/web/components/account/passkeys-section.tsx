import type { AccountState } from '#modules/identity/index.ts';
import type { View } from '../../page/view.ts';
import { PasskeyButton } from '../sign-in/passkey-button.tsx';
import { WorkForm } from '../work/work-form.tsx';

interface PasskeysSectionProps {
  readonly view: View;
  readonly account: AccountState;
  readonly nonce: string;
}

/** Passkeys: those there are, and one more. */
export function PasskeysSection({ view, account, nonce }: PasskeysSectionProps) {
  const t = view.t.account.passkeys;
  return (
    <section aria-labelledby="passkeys">
      <h2 id="passkeys">{t.title}</h2>
      <p>{t.why}</p>
      {account.passkeys.length === 0 ? <p>{t.none}</p> : null}
      <ul className="owned">
        {account.passkeys.map(({ id, name, addedAt }) => (
          <li key={id}>
            <span>
              <strong>{name ?? t.unnamed}</strong>{' '}
              <span className="source">{t.added(addedAt)}</span>
            </span>
            <WorkForm view={view}>
              <input type="hidden" name="passkey" value={id} />
              <button className="btn quiet" type="submit" name="intent" value="remove-passkey">
                {t.remove}
                <span className="visually-hidden">{t.removeWhich(name ?? t.unnamed)}</span>
              </button>
            </WorkForm>
          </li>
        ))}
      </ul>
      <PasskeyButton
        kind="add"
        label={t.add}
        failed={t.failed}
        next={view.to.work('account')}
        nonce={nonce}
      />
    </section>
  );
}
