import pg from 'pg';
import { listApplied } from './backup/catalogue.ts';
import { listMigrations } from './migrate.ts';

/** What can be told of a database that answers. */
export interface DatabaseFacts {
  /** Such as "18.4". */
  readonly version: string;
  /** This program's migrations that it has not had. */
  readonly pending: readonly string[];
  /** Migrations it has had that this program does not know. */
  readonly unknown: readonly string[];
  /** Whether the connecting role may act as the restricted one the application works under. */
  readonly restricted: boolean;
  /** The server's clock. */
  readonly now: Date;
}

/** Asks a database about itself, changing nothing. */
export async function inspectDatabase(url: string): Promise<DatabaseFacts> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'passerelle-doctor',
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ version: string; now: Date; restricted: boolean }>(
      `select current_setting('server_version') as version, clock_timestamp() as now,
              coalesce((select pg_has_role(current_user, oid, 'set') and not rolsuper
                          from pg_roles where rolname = 'passerelle_app'), false) as restricted`,
    );
    const applied = await listApplied(client);
    const known = await listMigrations();
    return {
      version: rows[0]?.version ?? '',
      now: rows[0]?.now ?? new Date(Number.NaN),
      restricted: rows[0]?.restricted ?? false,
      pending: known.filter((name) => !applied.includes(name)),
      unknown: applied.filter((name) => !known.includes(name)),
    };
  } finally {
    await client.end();
  }
}
