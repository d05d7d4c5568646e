// Writes the types of the database's tables from the migrations, or, with --verify, says whether
// they are what the migrations make.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import pg from 'pg';
import { loadConfig } from '#platform/config/config.ts';
import { acquireDatabase } from '#platform/database/embedded/acquire-database.ts';
import { migrate } from '#platform/database/migrate.ts';
import { withDatabase } from './global-database.ts';

const { databaseUrl, dataDir } = loadConfig(process.env);
const server = await acquireDatabase(
  { databaseUrl, dataDir: join(dataDir, 'test') },
  { fsync: false },
);
const name = `passerelle_types_${process.pid}`;
const admin = new pg.Client({ connectionString: server.url });
await admin.connect();
try {
  await admin.query(`create database ${name}`);
  const url = withDatabase(server.url, name);
  await migrate(url);
  const { status } = spawnSync(
    process.execPath,
    [
      'node_modules/kysely-codegen/dist/cli/bin.js',
      ...['--dialect', 'postgres', '--url', url],
      ...['--out-file', 'src/platform/database/schema.gen.ts'],
      ...['--date-parser', 'string', '--numeric-parser', 'number'],
      ...['--exclude-pattern', 'kysely_*'],
      ...process.argv.slice(2),
    ],
    { stdio: 'inherit' },
  );
  process.exitCode = status ?? 1;
} finally {
  await admin.query(`drop database if exists ${name} with (force)`);
  await admin.end();
  await server.release();
}
