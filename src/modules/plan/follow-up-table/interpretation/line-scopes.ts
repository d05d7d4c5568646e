import type { LineScope, PlainLine, Statement } from '../table.ts';

/** One row of a measure, before it is known what the row is about. */
export interface MeasureRow {
  label: string | null;
  deadline: string | null;
  statement: Statement | null;
  /** What the row says of itself, in a column that only our own exports have. */
  given: { scope: LineScope; expected: boolean } | null;
}

/** What the deadline of a measure is for where the table names no indicator. */
export const WHOLE_MEASURE = 'Mise en œuvre de la mesure';

export type LineSubject = Pick<PlainLine, 'scope' | 'indicator' | 'label' | 'expected'>;

/**
 * Tells what each row of a measure is about, and whether a figure is expected of it. Coverage
 * counts what is expected, so a row that another one speaks for must not count as silence.
 *
 * | Rows of the measure | First row | Other rows |
 * |---|---|---|
 * | (a) several, only the first has a figure | `measure`, expected | `indicator`, not expected |
 * | (b) any other row with a label | `indicator`, expected | `indicator`, expected |
 * | (c) the first has a deadline and no figure; others have a figure, no deadline | `measure`, not expected, keeps its indicator | `file`, expected |
 * | (d) a row without a label | `measure`, expected | `measure`, expected |
 * | no figure anywhere | as (b) or (d) | as (b) or (d) |
 *
 * Under (d) a row without a label and without a figure is not expected when other rows of the
 * measure carry a label: it only opens the measure, or carries its narrative on.
 *
 * A deadline without a label is the measure's own, and keeps it under {@link WHOLE_MEASURE}; a row
 * that only repeats the deadline above adds none.
 *
 * "Not applicable" and "nothing to report" count as figures here: something was stated.
 */
export function lineSubjects(rows: readonly MeasureRow[]): LineSubject[] {
  const [first, ...others] = rows;
  if (!first) return [];
  const onlyFirstStated =
    others.length > 0 && first.statement !== null && others.every((row) => row.statement === null);
  const opensFiles = first.label !== null && first.deadline !== null && first.statement === null;
  const isFile = (row: MeasureRow) =>
    opensFiles && row.label !== null && row.deadline === null && row.statement !== null;
  const hasFiles = others.some(isFile);
  const someLabel = rows.some(({ label }) => label !== null);

  return rows.map((given, index) => {
    const repeated = given.deadline === rows[index - 1]?.deadline;
    const row = repeated && given.label === null ? { ...given, deadline: null } : given;
    if (row.given) return subject(row, row.given.scope, row.given.expected);
    if (onlyFirstStated) {
      const scope = index === 0 || row.label === null ? 'measure' : 'indicator';
      return subject(row, scope, index === 0);
    }
    if (hasFiles && index === 0) return subject(row, 'measure', false);
    if (index > 0 && isFile(row)) return subject(row, 'file', true);
    if (row.label !== null) return subject(row, 'indicator', true);
    return subject(row, 'measure', row.statement !== null || !someLabel);
  });
}

function subject(row: MeasureRow, wanted: LineScope, expected: boolean): LineSubject {
  if (row.label === null) {
    const indicator =
      row.deadline === null ? null : { label: WHOLE_MEASURE, deadline: row.deadline };
    return { scope: 'measure', indicator, label: null, expected };
  }
  if (wanted === 'file') return { scope: 'file', indicator: null, label: row.label, expected };
  const indicator = { label: row.label, deadline: row.deadline };
  return { scope: wanted, indicator, label: null, expected };
}
