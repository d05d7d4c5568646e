import { sql } from 'kysely';
import { PUBLIC } from '#platform/actor/actor.ts';
import { type Database, transact } from '#platform/database/database.ts';

export const HIGHER_EDUCATION = 'ministere-enseignement-superieur';
export const HEALTH = 'ministere-sante';
/** Leads a measure, and nobody validates for it. */
export const COLLEGES = 'federation-cegeps';

export const AS_OF = '2026-03-31';

/** The lines of a measure of the built-in plan, by number, in their order. */
export async function linesOf(db: Database, number: string): Promise<number[]> {
  const { rows } = await transact(db, PUBLIC, (tx) =>
    sql<{ id: number }>`
      select l.line_id as id
        from measure_version m join progress_line_version l on l.measure_id = m.measure_id
       where m.number = ${number} and m.valid @> ${AS_OF}::date and l.valid @> ${AS_OF}::date
       order by l.position`.execute(tx),
  );
  return rows.map(({ id }) => id);
}

/** The measure a line belongs to. */
export async function measureIdOf(db: Database, lineId: number): Promise<number> {
  const { measure_id } = await db
    .selectFrom('progress_line')
    .select('measure_id')
    .where('id', '=', lineId)
    .executeTakeFirstOrThrow();
  return measure_id;
}
