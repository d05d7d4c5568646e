import type { ObservationView } from '#modules/observations/index.ts';
import type { SentObservation } from '../../../page/observation-form.ts';
import type { View } from '../../../page/view.ts';
import { TextField } from '../../coordination/text-field.tsx';
import { WorkForm } from '../work-form.tsx';

interface ObservationDecisionsProps {
  readonly view: View;
  readonly text: ObservationView;
  readonly sent: SentObservation | null;
}

/** Publishing what is saved; withdrawing what is published. */
export function ObservationDecisions({ view, text, sent }: ObservationDecisionsProps) {
  const t = view.t.observations.one;
  const { state, version, publishedVersion } = text;
  if (state === 'withdrawn') return null;
  return (
    <>
      <section aria-labelledby="publish">
        <h2 id="publish">{t.publish}</h2>
        {publishedVersion === version ? (
          <p>{t.isPublished}</p>
        ) : (
          <WorkForm view={view} aria-labelledby="publish">
            <input type="hidden" name="seen" value={version} />
            <p>{t.publishWhat}</p>
            <div className="check-field">
              <input id="confirm" name="confirm" type="checkbox" required />
              <label htmlFor="confirm">{t.confirmPublish}</label>
            </div>
            <button className="btn" type="submit" name="intent" value="publish">
              {t.publish}
            </button>
          </WorkForm>
        )}
      </section>
      {state === 'published' ? (
        <details open={sent?.intent === 'withdraw'}>
          <summary>{t.withdraw}</summary>
          <WorkForm view={view} className="stacked">
            <p>{t.withdrawWhat}</p>
            <TextField name="reason" label={t.reason} long required value={sent?.reason ?? ''} />
            <button className="btn quiet" type="submit" name="intent" value="withdraw">
              {t.withdrawSubmit}
            </button>
          </WorkForm>
        </details>
      ) : null}
    </>
  );
}
