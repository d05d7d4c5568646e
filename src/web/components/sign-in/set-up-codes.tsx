import type { SecondFactorSetUp } from '#modules/identity/index.ts';
import type { View } from '../../page/view.ts';
import { WorkForm } from '../work/work-form.tsx';
import { SecretField } from './secret-field.tsx';

interface SetUpCodesProps {
  readonly view: View;
  readonly setUp: SecondFactorSetUp;
}

/** What an application of codes is given, the codes to keep, and the first code that proves it works. */
export function SetUpCodes({ view, setUp }: SetUpCodesProps) {
  const t = view.t.signIn.setUp;
  const picture = `data:image/svg+xml;base64,${Buffer.from(setUp.picture).toString('base64')}`;
  return (
    <>
      <section aria-labelledby="scan">
        <h2 id="scan">{t.scan}</h2>
        <img className="square" src={picture} alt={t.picture} width={220} height={220} />
        <p>
          {t.bySecret}
          {' : '}
          <code>{setUp.secret}</code>
        </p>
      </section>
      <section aria-labelledby="codes">
        <h2 id="codes">{t.codes}</h2>
        <p>{t.codesWhy}</p>
        <ul className="recovery-codes">
          {setUp.recoveryCodes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
      </section>
      <WorkForm view={view} className="stacked">
        <SecretField name="code" label={t.first} type="text" autoComplete="one-time-code" numeric />
        <button className="btn" type="submit" name="intent" value="confirm">
          {t.confirm}
        </button>
      </WorkForm>
    </>
  );
}
