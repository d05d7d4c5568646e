import type { UpdateView } from '#modules/reporting-cycle/index.ts';
import type { View } from '../../../page/view.ts';
import { UpdateContent } from './update-content.tsx';

interface UpdateHistoryProps {
  readonly view: View;
  readonly update: UpdateView;
  /** Shown open: somebody has just been told of a version they had not read. */
  readonly open: boolean;
}

/** Where it has been, and what it said, the latest first. */
export function UpdateHistory({ view, update: { steps, versions }, open }: UpdateHistoryProps) {
  const { updates: t } = view.t;
  return (
    <>
      {steps.length === 0 ? null : (
        <section aria-labelledby="steps">
          <h2 id="steps">{t.one.steps}</h2>
          <ol className="steps" reversed>
            {steps.map((step, index) => (
              <li key={index}>
                {t.one.step(step.action)}{' '}
                <span className="source">{t.signed(step.recordedBy, step.recordedAt)}</span>
                {step.reason === null ? null : <p className="reason">{step.reason}</p>}
              </li>
            ))}
          </ol>
        </section>
      )}
      {versions.length === 0 ? null : (
        <details open={open}>
          <summary>{t.one.history(versions.length)}</summary>
          {versions.map((version, index) => (
            <details key={version.version} open={open && index === 0}>
              <summary>
                {t.one.version(version.version)}{' '}
                <span className="source">{t.signed(version.recordedBy, version.recordedAt)}</span>
              </summary>
              <div className="version">
                <UpdateContent view={view} version={version} />
              </div>
            </details>
          ))}
        </details>
      )}
    </>
  );
}
