import type { View } from '../../page/view.ts';
import { WorkForm } from '../work/work-form.tsx';
import { SecretField } from './secret-field.tsx';

/** Asks for the application's code, or, apart, for a recovery code. */
export function CodeForm({ view }: { readonly view: View }) {
  const t = view.t.signIn.code;
  return (
    <>
      <WorkForm view={view} className="stacked">
        <SecretField name="code" label={t.label} type="text" autoComplete="one-time-code" numeric />
        <button className="btn" type="submit">
          {t.submit}
        </button>
      </WorkForm>
      <details>
        <summary>{t.recoveryTitle}</summary>
        <WorkForm view={view} className="stacked">
          <SecretField
            name="recovery"
            label={t.recovery}
            hint={t.recoveryHint}
            type="text"
            autoComplete="off"
          />
          <button className="btn quiet" type="submit">
            {t.submit}
          </button>
        </WorkForm>
      </details>
    </>
  );
}
