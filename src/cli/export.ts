import { extname } from 'node:path';
import type { Command } from 'commander';
import { type ExportFormat, exportFollowUp, planRefusal } from '#modules/plan/index.ts';
import { config } from '#platform/config/config.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { parseDay } from './options.ts';
import { withServices } from './session.ts';
import { writeOutput } from './write-output.ts';

interface ExportOptions {
  readonly plan: string;
  readonly asOf?: string;
  readonly out: string;
  readonly json?: boolean;
}

const FORMATS: readonly string[] = ['xlsx', 'csv', 'json'] satisfies ExportFormat[];

export function registerExport(program: Command): void {
  program
    .command('export')
    .description('écrit le tableau de suivi d’un plan, dans la forme où il s’importe')
    .requiredOption('--plan <clé>', 'plan')
    .requiredOption('--out <fichier>', 'fichier .xlsx, .csv ou .json à écrire')
    .option('--as-of <AAAA-MM-JJ>', 'date; par défaut, la dernière déclarée', parseDay)
    .option('--json', 'écrit le résultat en JSON')
    .action(runExport);
}

async function runExport(options: ExportOptions): Promise<void> {
  const format = extname(options.out).slice(1).toLowerCase();
  if (!isFormat(format)) {
    throw new DomainError(
      'invalid',
      `--out ${options.out} : le nom doit finir par .xlsx, .csv ou .json.`,
    );
  }
  await withServices(config(), async ({ plans }) => {
    const found = await plans.state(options.plan, options.asOf ?? null);
    if (found.kind !== 'found') throw planRefusal(found, options.plan);
    const { bytes } = await exportFollowUp(found.state, format);
    await writeOutput(options.out, bytes);
    const { asOf, measures } = found.state;
    console.log(
      options.json
        ? JSON.stringify({ plan: options.plan, asOf, measures: measures.length, file: options.out })
        : `${options.out} : ${measures.length} mesures, au ${asOf}.`,
    );
  });
}

function isFormat(text: string): text is ExportFormat {
  return FORMATS.includes(text);
}
