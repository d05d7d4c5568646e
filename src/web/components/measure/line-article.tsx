import type { LineState, PlanHeading } from '#modules/plan/index.ts';
import { displayPercent } from '#modules/plan/rules/roll-up.ts';
import type { Row } from '#presentation/rows.ts';
import { say, type View } from '../../page/view.ts';
import { Bar } from '../bar.tsx';
import { Narrative } from '../narrative.tsx';
import { said } from '../said.tsx';

interface LineArticleProps {
  readonly view: View;
  readonly row: Row;
  readonly summaryOf: PlanHeading['summaryOf'];
}

/** One line of the measure: what was promised for when, how far it is, what was done, who says so. */
export function LineArticle({ view, row, summaryOf }: LineArticleProps) {
  const { t } = view;
  const { figure, indicator, line } = row;
  const stated = figure.kind === 'stated' ? figure.share : null;
  const deadline = indicator ? t.state.deadlineSentence(indicator) : null;
  return (
    <article className="line">
      <header>
        <h2>{row.label ? said(view, row.label) : t.measure.wholeLabel}</h2>
        <p className={stated === null ? 'none' : 'figure num'}>
          {t.state.figure(figure, stated === null ? null : displayPercent(stated))}
        </p>
        {deadline ? <p className={`when ${deadline.tone}`}>{deadline.text}</p> : null}
      </header>
      {stated === null ? null : <Bar share={stated} />}
      {figure.kind === 'stated' && figure.wholeMeasure ? (
        <p className="scope">{t.measure.wholeMeasure}</p>
      ) : null}
      {line?.leadText ? <p className="scope">{t.measure.lineLead(line.leadText)}</p> : null}
      {line ? <Account view={view} line={line} summaryOf={summaryOf} /> : null}
    </article>
  );
}

interface AccountProps {
  readonly view: View;
  readonly line: LineState;
  readonly summaryOf: PlanHeading['summaryOf'];
}

/** The figures explained, what was done, and where it comes from. */
function Account({ view, line, summaryOf }: AccountProps) {
  const { t, locale } = view;
  const { computed, narrative, source } = line;
  return (
    <>
      {computed ? (
        <p className="computed">
          {t.computation.verdict(line.stated, computed)}
          {computed.note ? <span className="note"> {said(view, computed.note)}</span> : null}
        </p>
      ) : null}
      {narrative ? <Narrative {...say(locale, narrative)} /> : null}
      {narrative === null && source !== null && line.status !== 'covered' ? (
        <p className="none">{t.measure.noNarrative}</p>
      ) : null}
      {source === null ? null : <p className="source">{sourceText(view, line, summaryOf)}</p>}
    </>
  );
}

function sourceText({ t, locale }: View, line: LineState, summaryOf: PlanHeading['summaryOf']) {
  const { source: said } = t.measure;
  if (line.source === 'summary') {
    return summaryOf === null
      ? said.summaryUntitled(line.asOf)
      : said.summary(say(locale, summaryOf.title).text, line.asOf);
  }
  return line.author === null
    ? said.declaredByLead(line.asOf)
    : said.declared(line.author, line.asOf);
}
