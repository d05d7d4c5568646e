import { sql } from 'kysely';
import type { Database } from '#platform/database/database.ts';
import type { FigureAge } from './plan-reader.ts';
import { findPlanId } from './queries.ts';

/** When each line of which a figure is expected last had one, up to a date. */
export async function readFigureAges(
  db: Database,
  key: string,
  asOf: string,
): Promise<readonly FigureAge[]> {
  const planId = await findPlanId(db, key);
  if (planId === null) return [];
  const { rows } = await sql<{ line_id: number; latest: string | null }>`
    select v.line_id, max(s.as_of) filter (where s.figure = 'stated') as latest
      from progress_line_version v
      join measure_version m
        on m.measure_id = v.measure_id and m.plan_id = ${planId} and m.valid @> ${asOf}::date
      left join current_statement s on s.line_id = v.line_id and s.as_of <= ${asOf}::date
     where v.valid @> ${asOf}::date and v.expected
     group by v.line_id
     order by v.line_id
  `.execute(db);
  return rows.map((row) => ({ lineId: row.line_id, latest: row.latest }));
}
