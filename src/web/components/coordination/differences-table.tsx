import type { ImportDifference, ImportPreview } from '#web/coordination/coordination.ts';
import { coordination } from '../../messages/coordination.ts';

const t = coordination.preview;

/** The preview keeps at most this many differences. */
const MOST_DIFFERENCES = 1000;

/** What would change, before and after, in the order of the file. */
export function DifferencesTable({ preview }: { readonly preview: ImportPreview }) {
  const { differences } = preview;
  if (differences.length === 0) return null;
  return (
    <section>
      <h2 id="differences">{t.differences}</h2>
      {differences.length < MOST_DIFFERENCES ? null : (
        <p className="source">{t.cut(MOST_DIFFERENCES)}</p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard */}
      <section className="scroll" aria-label={t.scroll} tabIndex={0}>
        <table className="differences">
          <thead>
            <tr>
              <th scope="col">{t.columns.what}</th>
              <th scope="col">{t.columns.field}</th>
              <th scope="col">{t.columns.before}</th>
              <th scope="col">{t.columns.after}</th>
              <th scope="col">{t.columns.cell}</th>
            </tr>
          </thead>
          {differences.map((difference, index) => (
            <DifferenceRows key={index} difference={difference} />
          ))}
        </table>
      </section>
    </section>
  );
}

type Change = ImportDifference['changes'][number];

/** A line, and a row for each of its fields that changes. */
function DifferenceRows({ difference }: { readonly difference: ImportDifference }) {
  const { kind, measure, line, cell } = difference;
  const [first = null, ...rest] = telling(difference.changes);
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" rowSpan={rest.length + 1}>
          <strong className="num">{measure}</strong> {line ?? ''}
          <span className="source"> {t.kinds[kind]}</span>
        </th>
        <ChangeCells change={first} />
        <td className="num" rowSpan={rest.length + 1}>
          {cell}
        </td>
      </tr>
      {rest.map((change) => (
        <tr key={change.field}>
          <ChangeCells change={change} />
        </tr>
      ))}
    </tbody>
  );
}

/** That a figure is given goes without saying beside the figure. */
function telling(changes: readonly Change[]): readonly Change[] {
  return changes.some(({ field }) => field === 'stated')
    ? changes.filter(({ field }) => field !== 'figure')
    : changes;
}

function ChangeCells({ change }: { readonly change: Change | null }) {
  if (change === null) return <td colSpan={3} />;
  const { field, before, after } = change;
  return (
    <>
      <td className="source">{t.field(field)}</td>
      <td className="before">{before === null ? t.empty : t.value(field, before)}</td>
      <td>{after === null ? t.empty : t.value(field, after)}</td>
    </>
  );
}
