import type { HistoryEntry, SupersededStatement } from '#modules/plan/index.ts';
import { displayPercent, type RollUp } from '#modules/plan/rules/roll-up.ts';
import { say, type View } from '../../page/view.ts';
import { Narrative } from '../narrative.tsx';
import { said } from '../said.tsx';

interface HistoryTableProps {
  readonly view: View;
  readonly history: readonly HistoryEntry[];
  /** The date of the page, and what the measure comes to on it. */
  readonly asOf: string;
  readonly progress: RollUp;
  readonly showMean: boolean;
}

/** The measure by date, the latest first; the date shown stands among them even when it has nothing. */
export function HistoryTable({ view, history, asOf, progress, showMean }: HistoryTableProps) {
  const { aside } = view.t.measure;
  const dates = history.map((entry) => ({ asOf: entry.asOf, progress: entry.progress }));
  const rows = dates.some((row) => row.asOf === asOf)
    ? dates
    : [...dates, { asOf, progress }].sort((a, b) => (a.asOf < b.asOf ? 1 : -1));
  return (
    <section>
      <h2>{aside.progress}</h2>
      <table className="history num">
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{aside.date}</th>
            <th scope="col">{aside.figure}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.asOf} className={row.asOf === asOf ? 'shown' : undefined}>
              <th scope="row">
                <a
                  href={view.to.onDate(row.asOf)}
                  aria-current={row.asOf === asOf ? 'true' : undefined}
                >
                  {view.t.common.date(row.asOf)}
                </a>
              </th>
              <td>
                <Progress view={view} progress={row.progress} showMean={showMean} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {showMean ? <p className="source">{aside.computedNote}</p> : null}
      {history.map((entry) => (
        <Superseded key={entry.asOf} view={view} entry={entry} />
      ))}
    </section>
  );
}

interface ProgressProps {
  readonly view: View;
  readonly progress: RollUp;
  readonly showMean: boolean;
}

function Progress({ view, progress, showMean }: ProgressProps) {
  const { aside } = view.t.measure;
  const { value, coverage } = progress;
  if (coverage.expected === 0) return aside.noneExpected;
  if (coverage.stated === 0) return aside.noData;
  if (!showMean || value === null) return aside.coverage(coverage);
  return (
    <>
      <strong>{aside.mean(displayPercent(value))}</strong>, {aside.coverage(coverage)}
    </>
  );
}

/** What was replaced is kept, out of the way. */
function Superseded({ view, entry }: { readonly view: View; readonly entry: HistoryEntry }) {
  if (entry.superseded.length === 0) return null;
  return (
    <details>
      <summary>{view.t.measure.aside.superseded(entry.superseded.length, entry.asOf)}</summary>
      {entry.superseded.map((statement, index) => (
        <SupersededItem key={index} view={view} statement={statement} />
      ))}
    </details>
  );
}

function SupersededItem({
  view,
  statement,
}: {
  readonly view: View;
  readonly statement: SupersededStatement;
}) {
  const { t, locale } = view;
  const { label, stated, narrative, source, author, recordedAt } = statement;
  return (
    <div className="superseded">
      <p>
        <strong>{label ? said(view, label) : t.measure.wholeLabel}</strong>
        {stated === null ? null : (
          <span className="num">{`, ${t.common.percent(displayPercent(stated))}`}</span>
        )}
      </p>
      {narrative ? <Narrative {...say(locale, narrative)} /> : null}
      <p className="source">{t.measure.aside.recorded(source, author, recordedAt)}</p>
    </div>
  );
}
