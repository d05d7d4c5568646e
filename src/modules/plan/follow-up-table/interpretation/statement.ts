import type { Cell } from '../sheet.ts';
import type { Statement } from '../table.ts';
import { fold } from '../text.ts';

const NOT_APPLICABLE = new Set([
  's o',
  'so',
  'sans objet',
  'n a',
  'na',
  'non applicable',
  'ne s applique pas',
  'not applicable',
  'does not apply',
]);

const NOTHING_TO_REPORT = new Set([
  'rien a signaler',
  'ras',
  'r a s',
  'nothing to report',
  'aucun changement',
  'no change',
  'pas de changement',
]);

/** A lone dash folds to nothing: it is blank too. */
const MISSING = new Set([
  '',
  'n d',
  'nd',
  'non disponible',
  'a venir',
  'a determiner',
  'tbd',
  'tba',
  'not available',
]);

/** What one percentage cell says, before the column tells whether its numbers are points. */
export type PercentReading =
  | { kind: 'missing' }
  | Exclude<Statement, { kind: 'stated' }>
  /** `share` is sure; `bare` is a number that is a share or points, as its column decides. */
  | { kind: 'share' | 'bare'; value: number }
  | { kind: 'unreadable' };

/** Reads one cell of a percentage column; no cell is a missing figure. */
export function readPercent(cell: Cell | undefined): PercentReading {
  if (!cell) return { kind: 'missing' };
  if (cell.kind === 'number' && typeof cell.value === 'number') {
    return { kind: cell.percent ? 'share' : 'bare', value: cell.value };
  }
  return cell.kind === 'text' ? readPercentText(cell.text) : { kind: 'unreadable' };
}

/** @returns whether a text, alone in its cell, says that there is nothing to report. */
export function saysNothingToReport(text: string): boolean {
  return NOTHING_TO_REPORT.has(fold(text));
}

function readPercentText(text: string): PercentReading {
  const match =
    /^([+\-−–]?)\s*(\d+(?:[.,]\d+)?|[.,]\d+)\s*(%|p\.?\s*(?:100|cent)|pour\s*cent|per\s*cent|pct)?\.?$/i.exec(
      text.normalize('NFKC').trim(),
    );
  if (match?.[2]) {
    const sign = match[1] === '' || match[1] === '+' ? 1 : -1;
    const value = sign * Number(match[2].replace(',', '.'));
    return match[3] ? { kind: 'share', value: value / 100 } : { kind: 'bare', value };
  }
  const words = fold(text);
  if (MISSING.has(words)) return { kind: 'missing' };
  if (NOT_APPLICABLE.has(words)) return { kind: 'not-applicable' };
  if (NOTHING_TO_REPORT.has(words)) return { kind: 'nothing-to-report' };
  return { kind: 'unreadable' };
}

/**
 * How the bare numbers of a column are to be read: as points when any is above 1 (50 is 50 %), as
 * shares otherwise (0.5 is 50 %, 1 is 100 %). A fraction of 1 is a share in either: nobody states
 * half of a point without its sign, while people do mix 50 and 0.5.
 *
 * `uncertain` tells which bare numbers could be either: those up to 1 in a column of points, and 1
 * in a column of shares that also writes percentages with their sign.
 */
export function percentScale(readings: readonly PercentReading[]): {
  divisorOf: (value: number) => 1 | 100;
  uncertain: (value: number) => boolean;
} {
  const bare = readings.flatMap((one) => (one.kind === 'bare' ? [one.value] : []));
  if (bare.some((value) => value > 1)) {
    const isFraction = (value: number) => value > 0 && value < 1;
    return {
      divisorOf: (value) => (isFraction(value) ? 1 : 100),
      uncertain: (value) => value > 0 && value <= 1,
    };
  }
  const signed = readings.some((one) => one.kind === 'share' && one.value !== 1 && one.value !== 0);
  return { divisorOf: () => 1, uncertain: (value) => value === 1 && signed && bare.length === 1 };
}

/** A share kept to a millionth, so that 33.3 points do not become 0.33299999999999996. */
export function toShare(value: number, divisor: number): number {
  return Math.round((value / divisor) * 1_000_000) / 1_000_000;
}
