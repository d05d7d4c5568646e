import { resolve } from 'node:path';
import type { Command } from 'commander';
import { type Clock, systemClock } from '#platform/clock/clock.ts';
import { config } from '#platform/config/config.ts';
import { type BackupDone, createBackup } from '#platform/database/backup/create-backup.ts';
import { noteBackup } from '#platform/database/backup/last-backup.ts';
import { totalRows } from '#platform/database/backup/manifest.ts';
import { withDatabase } from './with-database.ts';

/** A name that tells backups apart and sorts by time: "passerelle-2026-11-23-141500.passerelle". */
function defaultName(clock: Clock): string {
  const [date, time = ''] = clock.now().toISOString().split('T');
  return `passerelle-${date}-${time.slice(0, 8).replaceAll(':', '')}.passerelle`;
}

function asText({ file, bytes, manifest }: BackupDone): string {
  const size = Math.ceil(bytes / 1000).toLocaleString('fr-CA');
  const rows = totalRows(manifest).toLocaleString('fr-CA');
  return (
    `Sauvegarde faite et relue : ${file}\n` +
    `${manifest.tables.length} tables, ${rows} lignes, ${size} ko. Elle contient tout, y compris ` +
    'ce qui n’est pas public : rangez-la en lieu sûr.'
  );
}

function asJson({ file, bytes, manifest }: BackupDone): string {
  return JSON.stringify({
    file,
    bytes,
    createdAt: manifest.createdAt,
    application: manifest.application,
    migrations: manifest.migrations,
    tables: manifest.tables.length,
    rows: totalRows(manifest),
  });
}

export function registerBackup(program: Command): void {
  program
    .command('backup')
    .description('sauvegarde toutes les données dans un fichier, relu avant d’être rendu')
    .argument('[fichier]', 'où l’écrire ; sans lui, un nom daté dans le dossier courant')
    .option('--json', 'répond en JSON')
    .action(async (file: string | undefined, { json }: { json?: boolean }) => {
      const target = file ?? defaultName(systemClock);
      const done = await withDatabase(config(), ({ url }, signal) =>
        createBackup(url, target, systemClock, signal),
      );
      await noteBackup(config().dataDir, { at: systemClock.now(), file: resolve(done.file) });
      console.log(json ? asJson(done) : asText(done));
    });
}
