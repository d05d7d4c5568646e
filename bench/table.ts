import { formatNumber } from '#platform/i18n/numbers.ts';
import { type Figure, holds, type Measured, ratioToTarget, type Unit } from './figure.ts';

const COLUMNS = ['Mesure', 'Visé', 'Mesuré', 'Mesuré ÷ visé', 'Tenu', 'Précisions'] as const;

/** Of numbers, which line up on their right; the other columns are words. */
const RIGHT_ALIGNED = new Set([1, 2, 3]);

const BOUND_SIGNS = { 'at-most': '≤', below: '<', 'at-least': '≥' } as const;
const VERDICTS = { true: 'oui', false: 'NON', null: '' } as const;

/** Beyond this many, digits after the decimal mark tell nothing. */
const DIGITS: Readonly<Record<Unit, number>> = {
  s: 2,
  ms: 1,
  Mo: 0,
  ko: 1,
  'req/s': 0,
  '×': 2,
  pages: 0,
  mesures: 0,
};

/** The figures as one table of text, in French. */
export function writeTable(figures: readonly Figure[]): string {
  const rows = [COLUMNS, ...figures.map(cells)];
  const widths = COLUMNS.map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  const lines = rows.map((row) =>
    widths
      .map((width, column) => {
        const text = row[column] ?? '';
        return RIGHT_ALIGNED.has(column) ? text.padStart(width) : text.padEnd(width);
      })
      .join('  ')
      .trimEnd(),
  );
  return lines.toSpliced(1, 0, widths.map((width) => '─'.repeat(width)).join('  ')).join('\n');
}

/** `1 234 req/s`, with no-break spaces. */
export function quantity(value: number, unit: Unit): string {
  return `${rounded(value, DIGITS[unit])}\u00A0${unit}`;
}

function cells(figure: Figure): readonly string[] {
  if (figure.kind === 'measured') return measuredCells(figure);
  const state = figure.kind === 'failed' ? 'échec' : 'sans objet';
  return [figure.label, '', state, '', '', figure.reason];
}

function measuredCells(figure: Measured): readonly string[] {
  const { label, unit, target, value, detail } = figure;
  const ratio = ratioToTarget(figure);
  return [
    label,
    target === null ? '' : `${BOUND_SIGNS[target.bound]}\u00A0${quantity(target.value, unit)}`,
    quantity(value, unit),
    ratio === null ? '' : rounded(ratio, 2),
    VERDICTS[`${holds(figure)}`],
    detail,
  ];
}

function rounded(value: number, digits: number): string {
  return formatNumber('fr', Number(value.toFixed(digits)));
}
