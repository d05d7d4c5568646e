import type { Database } from '#platform/database/database.ts';
import type { HistoryEntry, PlanReader, SupersededStatement } from './plan-reader.ts';
import type { LineState, MeasureState } from './plan-state.ts';
import { readMeasureStatements, type StatementRow } from './queries.ts';

/** A measure by each date something was stated for, followed through renumbering. */
export async function readHistory(
  db: Database,
  state: PlanReader['state'],
  key: string,
  number: string,
  shown: string | null,
): Promise<readonly HistoryEntry[] | null> {
  const named = await state(key, shown);
  if (named.kind !== 'found') return null;
  const id = named.state.measures.find((measure) => measure.number === number)?.id;
  if (id === undefined) return null;

  const statements = await readMeasureStatements(db, id);
  const entries: HistoryEntry[] = [];
  for (const asOf of named.state.statementDates.toReversed()) {
    const then = await state(key, asOf);
    const measure =
      then.kind === 'found' ? then.state.measures.find((candidate) => candidate.id === id) : null;
    if (!measure) continue;
    entries.push({
      asOf,
      progress: measure.progress,
      lines: measure.lines,
      superseded: supersededBy(
        statements.filter((s) => s.as_of === asOf),
        measure,
      ),
    });
  }
  return entries;
}

/** Statements come with the one that holds first, for each line: the rest was superseded, and is kept. */
function supersededBy(
  statements: readonly StatementRow[],
  measure: MeasureState,
): SupersededStatement[] {
  const labels = new Map(measure.lines.map((line: LineState) => [line.id, line.label]));
  const held = new Set<number>();
  return statements.flatMap((statement) => {
    if (!held.has(statement.line_id)) {
      held.add(statement.line_id);
      return [];
    }
    return [
      {
        label: labels.get(statement.line_id) ?? null,
        stated: statement.value,
        narrative:
          statement.narrative === null
            ? null
            : { fr: statement.narrative, en: statement.narrative_en },
        source: statement.source as SupersededStatement['source'],
        author: statement.author,
        recordedAt: statement.recorded_at.toISOString(),
      },
    ];
  });
}
