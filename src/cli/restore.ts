import type { Command } from 'commander';
import { config } from '#platform/config/config.ts';
import { totalRows } from '#platform/database/backup/manifest.ts';
import {
  checkBackup,
  type RestoreDone,
  restoreBackup,
} from '#platform/database/backup/restore-backup.ts';
import { withDatabase } from './with-database.ts';

function asText({ manifest, migrated }: RestoreDone): string {
  const rows = totalRows(manifest).toLocaleString('fr-CA');
  const schema =
    migrated.length === 0 ? '' : `\nSchéma mis à jour ensuite : ${migrated.join(', ')}.`;
  return (
    `Sauvegarde du ${manifest.createdAt} restaurée : ${manifest.tables.length} tables, ` +
    `${rows} lignes, toutes retrouvées.${schema}`
  );
}

function asJson({ manifest, migrated }: RestoreDone): string {
  return JSON.stringify({
    createdAt: manifest.createdAt,
    application: manifest.application,
    tables: manifest.tables.length,
    rows: totalRows(manifest),
    migrated,
  });
}

interface Options {
  readonly replace?: boolean;
  readonly json?: boolean;
}

export function registerRestore(program: Command): void {
  program
    .command('restore')
    .description(
      'remet la base de données dans l’état d’une sauvegarde, entièrement ou pas du tout',
    )
    .argument('<fichier>', 'la sauvegarde, faite par « passerelle backup »')
    .option('--replace', 'remplace les données s’il y en a déjà ; sans elle, c’est refusé')
    .option('--json', 'répond en JSON')
    .action(async (file: string, { replace = false, json }: Options) => {
      // A file that cannot be restored is said so before a server is started for it.
      await checkBackup(file);
      const done = await withDatabase(config(), ({ url }, signal) =>
        restoreBackup(url, file, { replace, signal }),
      );
      console.log(json ? asJson(done) : asText(done));
    });
}
