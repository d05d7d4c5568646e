import type { AccountState } from '#modules/identity/index.ts';
import type { View } from '../../page/view.ts';
import { OwnName } from '../sign-in/own-name.tsx';
import { SecretField } from '../sign-in/secret-field.tsx';
import { WorkForm } from '../work/work-form.tsx';

interface PasswordSectionProps {
  readonly view: View;
  readonly account: AccountState;
  readonly email: string;
  /** False for whoever came in without it a moment ago. */
  readonly asksCurrent: boolean;
}

/** Where a password is chosen, or changed. */
export function PasswordSection({ view, account, email, asksCurrent }: PasswordSectionProps) {
  const t = view.t.account.password;
  return (
    <section aria-labelledby="password">
      <h2 id="password">{t.title}</h2>
      <WorkForm view={view} className="stacked">
        <OwnName email={email} />
        {account.hasPassword && asksCurrent ? (
          <SecretField name="current" label={t.current} autoComplete="current-password" />
        ) : null}
        <SecretField name="chosen" label={t.chosen} hint={t.hint} autoComplete="new-password" />
        <button className="btn" type="submit" name="intent" value="password">
          {account.hasPassword ? t.change : t.choose}
        </button>
      </WorkForm>
    </section>
  );
}
