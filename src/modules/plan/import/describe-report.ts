import type { FieldChange, LineChange, PlanDifference } from '../change/difference.ts';
import type { DraftLine } from '../change/plan-draft.ts';
import { describeChange } from './describe-change.ts';

/** One difference as a person reads it: the measure, the line, where, and what from what to what. */
export interface DescribedDifference {
  readonly kind: 'added' | 'changed' | 'withdrawn';
  readonly measure: string;
  /** The line's label; null for the measure itself, or a theme. */
  readonly line: string | null;
  readonly cell: string | null;
  readonly changes: readonly FieldChange[];
}

/** Everything that differs, in the table's order. What is unchanged is only counted. */
export function describeDifference(difference: PlanDifference): DescribedDifference[] {
  return [
    ...difference.themes.flatMap((theme): DescribedDifference[] =>
      theme.kind === 'unchanged'
        ? []
        : [
            {
              kind: theme.kind,
              measure: `Thème ${theme.pair.draft?.number ?? theme.pair.current?.number}. ${theme.pair.draft?.name ?? theme.pair.current?.name}`,
              line: null,
              cell: null,
              changes: theme.changes.flatMap(describeChange),
            },
          ],
    ),
    ...difference.measures.flatMap((measure): DescribedDifference[] => {
      const number = `Mesure ${measure.pair.draft?.number ?? measure.pair.current?.number}`;
      const own: DescribedDifference[] =
        measure.changes.length > 0
          ? [
              {
                kind: 'changed',
                measure: number,
                line: null,
                cell: null,
                changes: measure.changes.flatMap(describeChange),
              },
            ]
          : [];
      return [...own, ...measure.lines.flatMap((line) => describeLine(number, line))];
    }),
  ];
}

function describeLine(measure: string, line: LineChange): DescribedDifference[] {
  if (line.kind === 'unchanged') return [];
  const { current, draft } = line.pair;
  const label =
    draft?.label ?? draft?.indicator?.label ?? current?.line.label ?? current?.indicator?.label;
  const changes = [...line.indicatorChanges, ...line.lineChanges, ...line.statementChanges];
  return [
    {
      kind: line.kind,
      measure,
      line: label ?? null,
      cell: draft && cellOf(draft, changes),
      changes: changes.flatMap(describeChange),
    },
  ];
}

/** The cell of what changed, where one cell is to blame; the row's first otherwise. */
function cellOf(draft: DraftLine, changes: readonly FieldChange[]): string | null {
  const cells = changes.flatMap(({ field }) => draft.cells?.[COLUMN_OF[field] ?? ''] ?? []);
  return cells[0] ?? draft.cell;
}

/** The table's column each change comes from. */
const COLUMN_OF: Readonly<Partial<Record<string, string>>> = {
  indicator: 'indicator',
  deadline: 'deadline',
  label: 'indicator',
  figure: 'percent',
  stated: 'percent',
  narrative: 'narrative',
};
