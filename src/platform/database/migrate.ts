import { readdir, readFile } from 'node:fs/promises';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import pg from 'pg';
import { DomainError } from '../errors/domain-error.ts';

const FOLDER = new URL('../../../db/migrations/', import.meta.url);

/** The names of this program's migrations, oldest first. */
export async function listMigrations(): Promise<string[]> {
  const files = await readdir(FOLDER);
  return files
    .filter((file) => file.endsWith('.sql'))
    .map((file) => file.slice(0, -'.sql'.length))
    .sort();
}

/**
 * Brings a database to this program's schema, or to `target` (a migration's name), forward only,
 * in one transaction. Runs as the connecting role, which owns the schema.
 *
 * @returns the names of the migrations applied by this call
 * @throws DomainError 'conflict' when the database was made by a newer program
 */
export async function migrate(url: string, target?: string): Promise<string[]> {
  const pool = new pg.Pool({ connectionString: url, max: 1, application_name: 'passerelle' });
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    return await migrateWithin(db, target);
  } finally {
    await db.destroy();
  }
}

/** Does as `migrate`, through a database or a transaction of the caller's. */
export async function migrateWithin(db: Kysely<unknown>, target?: string): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: readMigrations } });
  const { error, results } = target
    ? await migrator.migrateTo(target)
    : await migrator.migrateToLatest();
  if (error) throw explain(error);
  return (results ?? []).filter((r) => r.status === 'Success').map((r) => r.migrationName);
}

async function readMigrations(): Promise<Record<string, Migration>> {
  const migrations: Record<string, Migration> = {};
  for (const name of await listMigrations()) {
    const text = await readFile(new URL(`${name}.sql`, FOLDER), 'utf8');
    migrations[name] = { up: async (db) => void (await sql.raw(text).execute(db)) };
  }
  return migrations;
}

function explain(error: unknown): unknown {
  const missing =
    error instanceof Error && /previously executed migration (\S+) is missing/.exec(error.message);
  if (!missing) return error;
  return new DomainError(
    'conflict',
    `La base de données vient d’une version plus récente de Passerelle (migration ${missing[1]}). Installez cette version, ou restaurez une sauvegarde faite par celle-ci.`,
  );
}
