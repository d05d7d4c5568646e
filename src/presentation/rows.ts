import type { Bilingual, IndicatorState, LineState, MeasureState } from '#modules/plan/index.ts';

/** One line of a measure with what it is judged by: a row of the sheet, a part of the measure's page. */
export interface Row {
  readonly key: string;
  readonly label: Bilingual | null;
  readonly line: LineState | null;
  readonly indicator: IndicatorState | null;
  readonly figure: Figure;
}

/** What stands where the figure goes. Zero, missing, not applicable and nothing to report all differ. */
export type Figure =
  | { readonly kind: 'stated'; readonly share: number; readonly wholeMeasure: boolean }
  | { readonly kind: 'not-applicable' | 'nothing-to-report' | 'missing' }
  /** Its figure is the measure's. */
  | { readonly kind: 'in-measure' }
  /** Its figures are those of the files. */
  | { readonly kind: 'in-files' }
  | { readonly kind: 'not-expected' };

/** The rows of a measure in the order of the table; an indicator without a line of its own comes last. */
export function rowsOf(measure: MeasureState): Row[] {
  const indicators = new Map(measure.indicators.map((indicator) => [indicator.id, indicator]));
  const rows = measure.lines.map((line): Row => {
    const indicator = line.indicatorId === null ? null : (indicators.get(line.indicatorId) ?? null);
    indicators.delete(line.indicatorId ?? -1);
    return {
      key: `line-${line.id}`,
      label: line.label ?? indicator?.label ?? null,
      line,
      indicator,
      figure: figureOf(line, measure),
    };
  });
  for (const indicator of indicators.values()) {
    rows.push({
      key: `indicator-${indicator.id}`,
      label: indicator.label,
      line: null,
      indicator,
      figure: covering(measure),
    });
  }
  return rows;
}

function figureOf(line: LineState, measure: MeasureState): Figure {
  switch (line.status) {
    case 'stated':
      return line.stated === null
        ? { kind: 'missing' }
        : {
            kind: 'stated',
            share: line.stated,
            wholeMeasure: line.scope === 'measure' && measure.lines.length > 1,
          };
    case 'covered':
      return covering(measure);
    default:
      return { kind: line.status };
  }
}

function covering({ lines }: MeasureState): Figure {
  const expected = lines.filter((line) => line.expected);
  if (expected.some((line) => line.scope === 'file')) return { kind: 'in-files' };
  return {
    kind: expected.some((line) => line.scope === 'measure') ? 'in-measure' : 'not-expected',
  };
}
