import type { DraftLine, DraftParty, PlanDraft } from '../change/plan-draft.ts';
import type { FollowUpTable, TableLine, TableMeasure } from '../follow-up-table/index.ts';

/** What a follow-up table says a plan is: a draft, its statements declared. */
export function draftOfTable(
  table: FollowUpTable,
  parties: ReadonlyMap<TableMeasure, readonly DraftParty[]>,
): PlanDraft {
  return {
    source: 'declared',
    themes: table.themes.map(({ at: _, ...theme }) => theme),
    measures: table.measures.map((measure) => ({
      number: measure.number,
      name: measure.name,
      theme: measure.theme,
      leadText: measure.leadText,
      collaboratorText: measure.collaboratorText,
      ...(measure.followUpText === null ? {} : { followUpText: measure.followUpText }),
      parties: parties.get(measure) ?? [],
      lines: measure.lines.map(draftLine),
    })),
  };
}

function draftLine(line: TableLine): DraftLine {
  const { statement } = line;
  return {
    scope: line.scope,
    indicator: line.indicator,
    label: line.label,
    leadText: line.leadText,
    expected: line.expected,
    figure: statement?.kind ?? 'missing',
    value: statement?.kind === 'stated' ? statement.value : null,
    narrative: line.narrative,
    cell: line.at.cell,
    cells: line.cells,
  };
}
