import { sql } from 'kysely';
import type { ActorTransaction } from '#platform/database/database.ts';

/** Makes new identities, one for each parent given, in the same order. */
export async function makeIdentities(
  tx: ActorTransaction,
  table: 'theme' | 'measure' | 'indicator' | 'progress_line',
  parents: readonly Readonly<Record<string, number>>[],
): Promise<number[]> {
  const [first] = parents;
  if (!first) return [];
  const parent = Object.keys(first)[0] ?? '';
  const values = parents.map((row) => row[parent] ?? null);
  const { rows } = await sql<{ id: number }>`
    insert into ${sql.table(table)} (${sql.ref(parent)})
    select given.value from unnest(${values}::integer[]) with ordinality as given(value, place)
     order by given.place
    returning id
  `.execute(tx);
  return rows.map((row) => row.id);
}
