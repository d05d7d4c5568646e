import { inUnits, meanOfShares, UNITS_PER_POINT } from './share.ts';

/**
 * A mean, from 0 to 1, with what it was made from: how many statements (or measures) gave a figure,
 * out of how many were expected to. `value` is null when none did.
 */
export type RollUp = {
  readonly value: number | null;
  readonly coverage: { readonly stated: number; readonly expected: number };
};

/**
 * What one progress line says at a date. `covered` is a row whose measure answers with a single figure
 * for all its rows: it owes nothing itself. `stated` is a share from 0 to 1.
 */
export type LineFigure = {
  readonly expected: boolean;
  readonly status: 'stated' | 'not-applicable' | 'nothing-to-report' | 'missing' | 'covered';
  readonly stated: number | null;
};

/**
 * The progress of a measure: the mean of its stated lines, zero counting as zero.
 *
 * A line that is not applicable or covered is no longer expected. "Nothing to report" and silence are
 * expected and give no figure: they lower the coverage, never the mean.
 */
export function rollUpLines(lines: readonly LineFigure[]): RollUp {
  const expected = lines.filter(
    (line) => line.expected && line.status !== 'not-applicable' && line.status !== 'covered',
  );
  return rollUp(expected.map((line) => (line.status === 'stated' ? line.stated : null)));
}

/**
 * The progress of a theme or a plan: the mean of the measures that have one, each weighing the same.
 * The coverage counts measures; one of which no line is expected is left out of it.
 */
export function rollUpMeasures(measures: readonly RollUp[]): RollUp {
  return rollUp(
    measures.filter((measure) => measure.coverage.expected > 0).map((measure) => measure.value),
  );
}

function rollUp(figures: readonly (number | null)[]): RollUp {
  const stated = figures.filter(
    (figure): figure is number => figure !== null && Number.isFinite(figure),
  );
  return {
    value: meanOfShares(stated),
    coverage: { stated: stated.length, expected: figures.length },
  };
}

/**
 * The whole percentage under which a share is shown: the nearest, a half going up. What is not quite
 * done is never shown as 100, nor what has begun as 0.
 *
 * @param value a finite share (0.689375)
 * @returns percentage points (69)
 */
export function displayPercent(value: number): number {
  const nearest = Math.floor(inUnits(value) / UNITS_PER_POINT + 0.5);
  if (value > 0 && value < 1) return Math.min(99, Math.max(1, nearest));
  return nearest;
}
