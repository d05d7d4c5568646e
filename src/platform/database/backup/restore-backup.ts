import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { DomainError } from '#platform/errors/domain-error.ts';
import { listMigrations, migrateWithin } from '../migrate.ts';
import { holdsData, PORTABLE_SETTINGS, SCHEMAS } from './catalogue.ts';
import { loadBackup } from './load.ts';
import { type BackupManifest, unknownMigrations, unreadable } from './manifest.ts';
import { verifyBackup } from './verify-backup.ts';

export interface RestoreOptions {
  /** Whether what the database holds may be replaced. */
  readonly replace: boolean;
  /** Gives up, leaving the database as it was. */
  readonly signal?: AbortSignal;
}

export interface RestoreDone {
  readonly manifest: BackupManifest;
  /** The migrations of this program that the backup did not have yet, now applied. */
  readonly migrated: readonly string[];
}

/**
 * Checks that a file is a whole backup that this program can restore; reads nothing but the file.
 *
 * @throws DomainError `invalid`, in French, saying what is wrong and what to do
 */
export async function checkBackup(file: string): Promise<BackupManifest> {
  const manifest = await verifyBackup(file);
  const [unknown] = unknownMigrations(manifest, await listMigrations());
  if (unknown === undefined) return manifest;
  throw unreadable(
    file,
    `il vient d'une version plus récente de Passerelle (${manifest.application}, migration ` +
      `${unknown}). Installez-la, puis recommencez.`,
  );
}

async function refuseData(client: pg.ClientBase): Promise<void> {
  if (!(await holdsData(client))) return;
  throw new DomainError(
    'conflict',
    "La base de données contient déjà des données, et rien n'a été changé. Faites-en une " +
      'sauvegarde (passerelle backup), puis recommencez avec --replace pour la remplacer.',
  );
}

/** A database like a new one: migrations only go forward, so they start from there. */
async function emptySchemas(client: pg.ClientBase): Promise<void> {
  for (const schema of SCHEMAS) await client.query(`drop schema if exists ${schema} cascade`);
  await client.query('create schema public authorization pg_database_owner');
  await client.query('grant usage on schema public to public');
}

/** What PostgreSQL refuses for a reason that the person restoring can do something about. */
function explain(error: unknown, file: string): unknown {
  if (!(error instanceof pg.DatabaseError)) return error;
  // Class 22 and 23: a value or a row that the schema does not allow.
  if (error.code?.startsWith('22') || error.code?.startsWith('23')) {
    return unreadable(
      file,
      `ses lignes ne respectent pas le schéma (${error.message}). Prenez une autre sauvegarde.`,
    );
  }
  if (error.code === '42501') {
    return new DomainError(
      'forbidden',
      `Le rôle de DATABASE_URL n'a pas les droits pour restaurer (${error.message}). Il doit ` +
        'posséder la base de données.',
    );
  }
  return error;
}

/**
 * Makes the database what it was when the backup was made, then brings it to this program's schema:
 * in one transaction, so that it succeeds whole or changes nothing. Others may be using it.
 *
 * @param url the database, for the role that owns it
 * @throws DomainError, in French: `invalid` for a file that cannot be restored, `conflict` when the
 *   database holds data and `replace` is not set
 */
export async function restoreBackup(
  url: string,
  file: string,
  { replace, signal }: RestoreOptions,
): Promise<RestoreDone> {
  const manifest = await checkBackup(file);
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    application_name: 'passerelle-restore',
  });
  pool.on('error', () => undefined);
  const client = await pool.connect();
  // The same connection as the migrations', for what only the driver can do: COPY.
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({
      pool: { connect: async () => client, end: () => pool.end(), options: pool.options },
    }),
  });
  const giveUp = () => client.connection.stream.destroy();
  signal?.addEventListener('abort', giveUp, { once: true });
  try {
    const migrated = await db.transaction().execute(async (tx) => {
      await client.query(PORTABLE_SETTINGS);
      if (!replace) await refuseData(client);
      await emptySchemas(client);
      await migrateWithin(tx, manifest.migrations.at(-1));
      await loadBackup(client, manifest, file);
      const later = await migrateWithin(tx);
      // Messages that waited then may have left since.
      await client.query('select hold_mail()');
      // A session, a link or a failure that was ended since would be back.
      await client.query('truncate auth.session, auth.verification, auth.throttle');
      await client.query("select pg_notify('passerelle_changed', '')");
      return later;
    });
    return { manifest, migrated };
  } catch (error) {
    throw explain(error, file);
  } finally {
    signal?.removeEventListener('abort', giveUp);
    await db.destroy();
  }
}
