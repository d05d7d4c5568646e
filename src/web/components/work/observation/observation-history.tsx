import type { ObservationView } from '#modules/observations/index.ts';
import type { View } from '../../../page/view.ts';
import { Narrative } from '../../narrative.tsx';

interface ObservationHistoryProps {
  readonly view: View;
  readonly text: ObservationView;
  readonly open: boolean;
}

/** When it was published, and every version, the latest first. */
export function ObservationHistory({ view, text, open }: ObservationHistoryProps) {
  const t = view.t.observations.one;
  const lang = view.locale === 'en' ? 'fr' : undefined;
  return (
    <details open={open}>
      <summary>{t.history(text.versions.length)}</summary>
      <ul>
        {text.steps.map(({ action, version, recordedAt, reason }) => (
          <li key={`${action} ${version}`}>
            {t.step(action, version, recordedAt)}
            {reason === null ? null : <p className="reason">{reason}</p>}
          </li>
        ))}
      </ul>
      {text.versions.map((version, index) => (
        <details key={version.version} open={open && index === 0}>
          <summary>{t.version(version.version, version.recordedAt, version.recordedBy)}</summary>
          <div className="version">
            <h3 lang={lang}>{version.title}</h3>
            <Narrative text={version.body} lang={lang} />
            {version.titleEn === null || version.bodyEn === null ? null : (
              <div lang="en">
                <h3>{version.titleEn}</h3>
                <Narrative text={version.bodyEn} lang={undefined} />
              </div>
            )}
          </div>
        </details>
      ))}
    </details>
  );
}
