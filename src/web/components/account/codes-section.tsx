import type { AccountState } from '#modules/identity/index.ts';
import type { View } from '../../page/view.ts';
import { SecretField } from '../sign-in/secret-field.tsx';
import { WorkForm } from '../work/work-form.tsx';

interface CodesSectionProps {
  readonly view: View;
  readonly account: AccountState;
}

/** The application of codes: set up elsewhere, removed here. */
export function CodesSection({ view, account }: CodesSectionProps) {
  const t = view.t.account.codes;
  return (
    <section aria-labelledby="codes">
      <h2 id="codes">{t.title}</h2>
      <p>{account.hasCodes ? t.on : t.off}</p>
      {account.hasCodes ? (
        <details>
          <summary>{t.remove}</summary>
          <WorkForm view={view} className="stacked">
            {account.hasPassword ? (
              <SecretField name="password" label={t.password} autoComplete="current-password" />
            ) : null}
            <button className="btn quiet" type="submit" name="intent" value="remove-codes">
              {t.remove}
            </button>
          </WorkForm>
        </details>
      ) : (
        <p>
          <a
            href={view.to.signIn(
              'setUp',
              {},
              { next: view.to.work('account', {}, { saved: 'second-factor' }) },
            )}
          >
            {t.setUp}
          </a>
        </p>
      )}
    </section>
  );
}
