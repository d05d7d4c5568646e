import type { UpdateVersion } from '#modules/reporting-cycle/index.ts';
import type { View } from '../../../page/view.ts';
import { Narrative } from '../../narrative.tsx';

interface UpdateContentProps {
  readonly view: View;
  readonly version: UpdateVersion;
}

/** What a version says, and who said so when. */
export function UpdateContent({ view, version }: UpdateContentProps) {
  const { updates: t } = view.t;
  const lang = view.locale === 'en' ? 'fr' : undefined;
  return (
    <>
      <p className="figure num">{t.figure(version.figure, version.value)}</p>
      {version.narrative === null ? (
        <p className="none">{t.one.noNarrative}</p>
      ) : (
        <Narrative text={version.narrative} lang={lang} />
      )}
      {version.difficulty === null ? null : (
        <>
          <p className="eyebrow">{t.one.difficulty}</p>
          <Narrative text={version.difficulty} lang={lang} />
        </>
      )}
      <p className="source">{t.signed(version.recordedBy, version.recordedAt)}</p>
    </>
  );
}
