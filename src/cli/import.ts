import { basename } from 'node:path';
import type { Command } from 'commander';
import {
  FIELD_LABELS,
  type ImportReport,
  importFollowUp,
  presentReport,
  previewImport,
  type ReadFile,
  readFollowUp,
} from '#modules/plan/index.ts';
import { OPERATOR } from '#platform/actor/actor.ts';
import { config } from '#platform/config/config.ts';
import { type Database, transact } from '#platform/database/database.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { describeImport } from './describe-import.ts';
import { parseDay } from './options.ts';
import { readInput } from './read-input.ts';
import { withServices } from './session.ts';

interface ImportOptions {
  readonly plan: string;
  readonly asOf?: string;
  readonly dryRun?: boolean;
  readonly map?: Record<string, string>;
  readonly keepUnknown?: boolean;
  readonly json?: boolean;
}

export function registerImport(program: Command): void {
  program
    .command('import')
    .description('importe un tableau de suivi : tout, ou rien')
    .argument('<fichier>', 'classeur .xlsx, .csv ou .json')
    .requiredOption('--plan <clé>', 'plan visé; une clé qui n’existe pas encore crée le plan')
    .option(
      '--as-of <AAAA-MM-JJ>',
      'date à laquelle le tableau vaut; sinon, celle qu’il donne',
      parseDay,
    )
    .option('--dry-run', 'montre les différences sans rien écrire')
    .option(
      '--map <colonne=champ...>',
      'dit ce que contient une colonne, par sa lettre ou son titre',
      parseMapping,
      {},
    )
    .option('--keep-unknown', 'garde tels quels les noms qui ressemblent à une faute de frappe')
    .option('--json', 'écrit le résultat en JSON')
    .action(runImport);
}

/** With --json, a file that is refused whole is told as one that has errors is: on standard output. */
async function runImport(path: string, options: ImportOptions): Promise<void> {
  try {
    await importFile(path, options);
  } catch (error) {
    if (options.json && error instanceof DomainError && !(error instanceof ReportedError)) {
      console.log(JSON.stringify(refusalReport(error, options), null, 2));
    }
    throw error;
  }
}

/** The table's errors, which the report has told already. */
class ReportedError extends DomainError {}

function refusalReport({ code, message }: DomainError, { plan, dryRun }: ImportOptions) {
  return {
    added: 0,
    changed: 0,
    unchanged: 0,
    withdrawn: 0,
    dryRun: dryRun ?? false,
    imported: false,
    planKey: plan,
    sheet: null,
    differences: [],
    columns: [],
    messages: [{ severity: 'error', code, sheet: null, cell: null, text: message }],
  };
}

/** Imports; a table that has errors is reported as its preview would be. */
async function importOrReport(db: Database, file: ReadFile, today: string): Promise<ImportReport> {
  try {
    return await transact(db, OPERATOR, (tx) => importFollowUp(tx, OPERATOR, file, today));
  } catch (error) {
    const report = error instanceof DomainError ? error.details['report'] : undefined;
    if (report === undefined) throw error;
    return report as ImportReport;
  }
}

async function importFile(path: string, options: ImportOptions): Promise<void> {
  const content = await readInput(path);
  await withServices(config(), async ({ db, today }) => {
    const file = await readFollowUp(db, {
      planKey: options.plan,
      fileName: basename(path),
      content,
      asOf: options.asOf ?? null,
      mapping: (options.map ?? {}) as NonNullable<Parameters<typeof readFollowUp>[1]['mapping']>,
      keepUnknown: options.keepUnknown ?? false,
    });
    const report = options.dryRun
      ? await previewImport(db, file, today())
      : await importOrReport(db, file, today());
    const refused = report.fingerprint === null;
    const presented = presentReport(report);
    const dryRun = options.dryRun ?? false;
    if (options.json) {
      const { counts, fingerprint: _, fields: __, ...rest } = presented;
      console.log(
        JSON.stringify({ ...counts, dryRun, imported: !dryRun && !refused, ...rest }, null, 2),
      );
    } else {
      console.log(describeImport(presented, dryRun));
    }
    if (refused) {
      throw new ReportedError('invalid', 'Le tableau contient des erreurs : rien n’a été importé.');
    }
  });
}

function parseMapping(text: string, previous: Record<string, string>): Record<string, string> {
  const at = text.lastIndexOf('=');
  if (at < 1) {
    throw new DomainError(
      'invalid',
      `--map ${text} : écrivez « colonne=champ », par exemple --map F=indicator.`,
    );
  }
  const field = text.slice(at + 1);
  const known = [...Object.keys(FIELD_LABELS), 'ignore'];
  if (!known.includes(field)) {
    throw new DomainError(
      'invalid',
      `--map ${text} : « ${field} » n’est pas un champ. Choisissez parmi ${known.join(', ')}.`,
    );
  }
  return { ...previous, [text.slice(0, at)]: field };
}
