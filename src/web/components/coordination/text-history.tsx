import type { ReportTextState } from '#web/coordination/coordination.ts';
import { coordinationReport } from '../../messages/coordination-report.ts';
import { Narrative } from '../narrative.tsx';

const t = coordinationReport.history;

interface TextHistoryProps {
  readonly text: ReportTextState;
  /** Shown open: somebody has just been told of a version they had not read. */
  readonly open: boolean;
}

/** Who wrote what, when and for which date, the latest first; every version can be read. */
export function TextHistory({ text: { holding, versions }, open }: TextHistoryProps) {
  if (versions.length === 0) return <p className="source">{t.title(0)}</p>;
  return (
    <details className="history" open={open}>
      <summary>{t.title(versions.length)}</summary>
      <ul>
        {versions.map((version) => (
          <li key={version.versionId}>
            {t.version(version.recordedAt, version.recordedBy, version.asOf)}
            {version.versionId === holding?.versionId ? <strong> ({t.current})</strong> : null}
            {version.body === null ? (
              <p>{t.withdrawal}</p>
            ) : (
              <details open={open && version.versionId === holding?.versionId}>
                <summary>{t.read}</summary>
                <VersionBody fr={version.body.fr} en={version.body.en} />
              </details>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

function VersionBody({ fr, en }: { readonly fr: string; readonly en: string | null }) {
  return (
    <div className="languages version">
      <div>
        <p className="eyebrow">{t.inFrench}</p>
        <Narrative text={fr} lang={undefined} />
      </div>
      {en === null ? (
        <p className="source">{t.noEnglish}</p>
      ) : (
        <div>
          <p className="eyebrow">{t.inEnglish}</p>
          <div lang="en">
            <Narrative text={en} lang={undefined} />
          </div>
        </div>
      )}
    </div>
  );
}
