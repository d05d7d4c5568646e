import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { loadConfig } from '#platform/config/config.ts';
import { acquireDatabase } from '#platform/database/embedded/acquire-database.ts';
import { migrate } from '#platform/database/migrate.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where databases are made, and the migrated one they are copies of. */
    database: { readonly url: string; readonly template: string };
  }
}

/**
 * One server for all test files, with a migrated database to copy: the operator's (DATABASE_URL), in
 * databases of its own, or an embedded one in a data folder of its own.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { databaseUrl, dataDir } = loadConfig(process.env);
  const server = await acquireDatabase(
    { databaseUrl, dataDir: join(dataDir, 'test') },
    { fsync: false },
  );
  const template = `passerelle_template_${process.pid}_${project.name}`;
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  await admin.query(`create database ${template}`);
  await migrate(withDatabase(server.url, template));
  project.provide('database', { url: server.url, template });
  return async () => {
    await admin.query(`drop database if exists ${template} with (force)`);
    await admin.end();
    await server.release();
  };
}

export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
