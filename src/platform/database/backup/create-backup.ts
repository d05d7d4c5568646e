import { createWriteStream } from 'node:fs';
import { mkdtemp, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Clock } from '#platform/clock/clock.ts';
import { applicationVersion } from '#platform/config/application.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { type ArchiveWriter, writeArchive } from './archive.ts';
import {
  columnList,
  listApplied,
  listSequences,
  listTables,
  PORTABLE_SETTINGS,
  qualified,
  type TableShape,
} from './catalogue.ts';
import {
  type BackupManifest,
  type BackupTable,
  FORMAT_VERSION,
  MANIFEST_ENTRY,
} from './manifest.ts';
import { meter } from './meter.ts';
import { verifyBackup } from './verify-backup.ts';

export interface BackupDone {
  /** Absolute path of the backup. */
  readonly file: string;
  readonly bytes: number;
  readonly manifest: BackupManifest;
}

async function addTable(
  client: pg.ClientBase,
  archive: ArchiveWriter,
  table: TableShape,
  spool: string,
): Promise<BackupTable> {
  const { stream, measure } = meter();
  const entry = `tables/${table.schema}.${table.name}.copy`;
  const source = client.query(copyTo(`copy ${qualified(table)} (${columnList(table)}) to stdout`));
  // An archive announces the size of each part before its content: it is written aside first.
  await pipeline(source, stream, createWriteStream(spool, { mode: 0o600 }));
  await archive.addFile(entry, spool);
  return { ...table, entry, ...measure() };
}

/** Everything as it stood at one instant, while others go on reading and writing. */
async function writeSnapshot(
  client: pg.ClientBase,
  archive: ArchiveWriter,
  spool: string,
  clock: Clock,
): Promise<BackupManifest> {
  await client.query('begin isolation level repeatable read read only');
  await client.query(PORTABLE_SETTINGS);
  const migrations = await listApplied(client);
  if (migrations.length === 0) {
    throw new DomainError('conflict', 'La base de données est vide : il n’y a rien à sauvegarder.');
  }
  const tables: BackupTable[] = [];
  for (const table of await listTables(client)) {
    tables.push(await addTable(client, archive, table, spool));
  }
  const sequences = await listSequences(client);
  const version = await client.query<{ server_version: string }>('show server_version');
  await client.query('commit');
  const manifest: BackupManifest = {
    format: 'passerelle-backup',
    formatVersion: FORMAT_VERSION,
    application: applicationVersion,
    createdAt: clock.now().toISOString(),
    postgres: version.rows[0]?.server_version ?? '',
    migrations,
    tables,
    sequences,
  };
  await archive.addText(MANIFEST_ENTRY, `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

async function syncFolder(dir: string): Promise<void> {
  // Windows does not let a folder be opened; there, renaming is enough.
  if (process.platform === 'win32') return;
  const handle = await open(dir);
  await handle.sync().finally(() => handle.close());
}

function cannotWrite(error: unknown, dir: string): unknown {
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: "ce dossier n'existe pas",
    ENOTDIR: "ce n'est pas un dossier",
    EACCES: "ce compte n'a pas le droit d'y écrire",
    EPERM: "ce compte n'a pas le droit d'y écrire",
    EROFS: 'ce disque est en lecture seule',
    ENOSPC: "il n'y reste plus assez d'espace",
  };
  const reason = reasons[(error as NodeJS.ErrnoException).code ?? ''];
  if (reason === undefined) return error;
  return new DomainError(
    'invalid',
    `La sauvegarde ne peut pas être écrite dans ${dir} : ${reason}.`,
  );
}

/**
 * Writes everything the database holds to one file: a compressed archive with each table in COPY
 * text and a manifest. The file takes its name only once it has been read back whole and is safe on
 * disk, so a file of that name is a good backup. Works on a database in use.
 *
 * @param url the database, for the role that owns it
 * @param file where to write; a former backup of that name is replaced
 * @param signal gives up, leaving nothing behind
 * @throws DomainError, in French: `conflict` when there is nothing to back up, `invalid` when the
 *   file cannot be written
 */
export async function createBackup(
  url: string,
  file: string,
  clock: Clock,
  signal?: AbortSignal,
): Promise<BackupDone> {
  const target = resolve(file);
  const dir = dirname(target);
  const client = new pg.Client({ connectionString: url, application_name: 'passerelle-backup' });
  client.on('error', () => undefined);
  const giveUp = () => void client.end().catch(() => undefined);
  signal?.addEventListener('abort', giveUp, { once: true });
  let draftDir: string | undefined;
  let archive: ArchiveWriter | undefined;
  try {
    draftDir = await mkdtemp(join(dir, `.${basename(target)}-`));
    const draft = join(draftDir, 'backup');
    await client.connect();
    archive = writeArchive(draft);
    const manifest = await writeSnapshot(client, archive, join(draftDir, 'table'), clock);
    await archive.close();
    await verifyBackup(draft);
    signal?.throwIfAborted();
    const { size } = await stat(draft);
    await rename(draft, target);
    await syncFolder(dir);
    return { file: target, bytes: size, manifest };
  } catch (error) {
    throw cannotWrite(error, dir);
  } finally {
    signal?.removeEventListener('abort', giveUp);
    archive?.abandon();
    await client.end().catch(() => undefined);
    if (draftDir !== undefined) await rm(draftDir, { recursive: true, force: true });
  }
}
