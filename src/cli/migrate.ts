import type { Command } from 'commander';
import { config } from '#platform/config/config.ts';
import { migrate } from '#platform/database/migrate.ts';
import { withDatabase } from './with-database.ts';

export function registerMigrate(program: Command): void {
  program
    .command('migrate')
    .description('met la base de données au schéma de cette version')
    .option('--json', 'écrit le résultat en JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const applied = await withDatabase(config(), ({ url }) => migrate(url));
      const sentence =
        applied.length === 0
          ? 'La base de données est à jour.'
          : `Migrations appliquées : ${applied.join(', ')}.`;
      console.log(json ? JSON.stringify({ applied }) : sentence);
    });
}
