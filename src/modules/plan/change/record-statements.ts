import { sql } from 'kysely';
import type { ActorTransaction } from '#platform/database/database.ts';
import type { WriteOptions, WrittenLine } from './written.ts';

/** Appends what is newly stated. What was stated before stays where it is. */
export async function recordStatements(
  tx: ActorTransaction,
  lines: readonly WrittenLine[],
  { asOf, source, importId }: WriteOptions,
): Promise<void> {
  const rows = lines
    .filter(({ change }) => change.statementChanges.length > 0)
    .map(({ id, draft, measure }) => ({
      line_id: id,
      figure: draft.figure,
      value: draft.value,
      narrative: draft.narrative,
      narrative_en: draft.narrativeEn ?? null,
      author: draft.leadText ?? measure.leadText,
    }));
  if (rows.length === 0) return;
  await sql`
    insert into statement (line_id, as_of, figure, value, narrative, narrative_en, source, author, import_id)
    select line_id, ${asOf}::date, figure, value, narrative, narrative_en, ${source}, author, ${importId}::integer
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(
        line_id integer, figure text, value numeric, narrative text, narrative_en text, author text)
  `.execute(tx);
}

/** Appends the counts observed, where a draft gives any (a data set does; a follow-up table does not). */
export async function recordObservations(
  tx: ActorTransaction,
  lines: readonly WrittenLine[],
  asOf: string,
): Promise<void> {
  const rows = lines.flatMap(({ indicatorId, draft }) => {
    const observation = draft.indicator?.observation;
    if (indicatorId === null || !observation) return [];
    return [
      {
        indicator_id: indicatorId,
        as_of: asOf,
        observation: JSON.stringify(observation.observed),
        note: observation.note,
        note_en: observation.noteEn,
      },
    ];
  });
  if (rows.length > 0) await tx.insertInto('observation').values(rows).execute();
}
