import type { LedLine } from '#modules/reporting-cycle/index.ts';
import type { View } from '../../../page/view.ts';
import { Bar } from '../../bar.tsx';
import { Narrative } from '../../narrative.tsx';

/** What was stated of the line last, beside what is asked now. */
export function LastStatement({ view, line }: { readonly view: View; readonly line: LedLine }) {
  const { updates: t } = view.t;
  const { last } = line;
  return (
    <section aria-labelledby="last">
      <h2 id="last">{t.one.last.title}</h2>
      {last === null ? (
        <p>{t.one.last.never}</p>
      ) : (
        <>
          <p className="eyebrow">{t.one.last.at(last.asOf)}</p>
          <p className="figure num">{t.figure(last.figure, last.value)}</p>
          {last.value === null ? null : <Bar share={last.value} />}
          {last.narrative === null ? (
            <p className="none">{t.one.last.noNarrative}</p>
          ) : (
            <Narrative text={last.narrative} lang={view.locale === 'en' ? 'fr' : undefined} />
          )}
        </>
      )}
    </section>
  );
}
