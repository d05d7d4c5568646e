import { sql } from 'kysely';
import type { ActorTransaction, DB } from './database.ts';

/** A table of versions in valid time, the column that names what a version is of, and its columns. */
export interface VersionTable {
  readonly table: keyof DB;
  readonly id: string;
  /** Column names and their PostgreSQL types, the identity and the period left out. */
  readonly columns: Readonly<Record<string, string>>;
}

export interface Amendment {
  readonly id: number;
  /**
   * The rows in force over the period: one for a definition, several where the identity owns a list
   * (the parties of a measure), none when nothing of it is in force any more.
   */
  readonly versions: readonly Readonly<Record<string, unknown>>[];
}

/** From a day (included) to another (excluded), or for ever. ISO dates. */
export interface Period {
  readonly from: string;
  readonly until: string | null;
}

/**
 * The one way a definition changes: over `period`, each identity has the version given (or none);
 * what was in force before and after stays as it was. Set-based, so that a table of 20,000 lines
 * takes a handful of statements.
 *
 * PostgreSQL's temporal keys refuse overlaps at once and let period foreign keys wait for the
 * commit; so the old versions are cut first, and the new ones put in after.
 */
export async function amend(
  tx: ActorTransaction,
  { table, id, columns }: VersionTable,
  amendments: readonly Amendment[],
  period: Period,
): Promise<void> {
  if (amendments.length === 0) return;
  const ids = amendments.map((amendment) => amendment.id);
  const names = Object.keys(columns);
  const all = sql.join(names.map((name) => sql.ref(name)));
  const range = sql`daterange(${period.from}::date, ${period.until}::date)`;
  const target = sql.table(table);
  const identity = sql.ref(id);

  // What the old versions said of the days around the period is kept under periods of its own.
  await sql`
    with cut as (
      delete from ${target}
       where ${identity} = any(${ids}) and valid && ${range}
      returning ${identity}, valid, ${all}
    )
    insert into ${target} (${identity}, valid, ${all})
    select ${identity}, part.valid, ${all}
      from cut, lateral unnest(cut.valid::datemultirange - ${range}::datemultirange) as part(valid)
  `.execute(tx);

  const rows = amendments.flatMap(({ id: value, versions }) =>
    versions.map((version) => ({ ...version, [id]: value })),
  );
  if (rows.length === 0) return;
  const shape = sql.join([
    sql`${identity} integer`,
    ...names.map((name) => sql`${sql.ref(name)} ${sql.raw(columns[name] ?? 'text')}`),
  ]);
  await sql`
    insert into ${target} (${identity}, valid, ${all})
    select ${identity}, ${range}, ${all}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(${shape})
  `.execute(tx);
}
