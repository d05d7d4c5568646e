import pg from 'pg';
import type { BackupSequence, BackupTable } from './manifest.ts';

/** The schemas that hold what Passerelle keeps: all of them, and nothing else, is backed up. */
export const SCHEMAS = ['public', 'auth'] as const;

export type TableShape = Pick<BackupTable, 'schema' | 'name' | 'columns'>;

export const qualified = ({ schema, name }: { schema: string; name: string }) =>
  `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`;

export const columnList = ({ columns }: Pick<TableShape, 'columns'>) =>
  columns.map((column) => pg.escapeIdentifier(column)).join(', ');

/** What text stands for a value depends on these: the same on both sides. */
export const PORTABLE_SETTINGS = `
  set local datestyle = 'ISO, YMD';
  set local intervalstyle = 'postgres';
  set local timezone = 'UTC';
  set local bytea_output = 'hex';
  set local extra_float_digits = 1;
  set local statement_timeout = 0;
  set local row_security = off;
  set local search_path = 'public'`;

/**
 * Every table with the columns that are stored, in a stable order. The record of migrations is left
 * out, because restoring applies them anew, and so is what belongs to an extension.
 */
export async function listTables(client: pg.ClientBase): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape>(
    `select n.nspname as schema, c.relname as name,
            coalesce(array_agg(a.attname::text order by a.attnum)
                       filter (where a.attnum > 0 and not a.attisdropped and a.attgenerated = ''),
                     '{}') as columns
       from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
       left join pg_attribute a on a.attrelid = c.oid
      where n.nspname = any($1) and c.relkind = 'r' and c.relpersistence = 'p'
        and c.relname not in ('kysely_migration', 'kysely_migration_lock')
        and not exists (select from pg_depend d
                         where d.classid = 'pg_class'::regclass and d.objid = c.oid
                           and d.deptype = 'e')
      group by n.nspname, c.relname
      order by n.nspname, c.relname`,
    [SCHEMAS],
  );
  return rows;
}

/** Every sequence with where it stands. */
export async function listSequences(client: pg.ClientBase): Promise<BackupSequence[]> {
  const { rows } = await client.query<{ schema: string; name: string }>(
    `select schemaname as schema, sequencename as name from pg_sequences
      where schemaname = any($1) order by schemaname, sequencename`,
    [SCHEMAS],
  );
  const sequences: BackupSequence[] = [];
  for (const sequence of rows) {
    const state = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${qualified(sequence)}`,
    );
    const { value = '1', called = false } = state.rows[0] ?? {};
    sequences.push({ ...sequence, value, isCalled: called });
  }
  return sequences;
}

/** The migrations a database has had, oldest first; none if it was never given a schema. */
export async function listApplied(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ exists: boolean }>(
    `select to_regclass('public.kysely_migration') is not null as exists`,
  );
  if (!rows[0]?.exists) return [];
  const applied = await client.query<{ name: string }>(
    'select name from public.kysely_migration order by name',
  );
  return applied.rows.map(({ name }) => name);
}

/** Whether any table holds anything. */
export async function holdsData(client: pg.ClientBase): Promise<boolean> {
  for (const table of await listTables(client)) {
    const { rowCount } = await client.query(`select from ${qualified(table)} limit 1`);
    if (rowCount === 1) return true;
  }
  return false;
}
