import { extname } from 'node:path';
import type { Command } from 'commander';
import { type DocumentFormat, FORMATS, isDocumentFormat } from '#documents/rendering/formats.ts';
import { planRefusal } from '#modules/plan/index.ts';
import { config } from '#platform/config/config.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { parseDay } from './options.ts';
import { withServices } from './session.ts';
import { writeOutput } from './write-output.ts';

interface ReportOptions {
  readonly plan: string;
  readonly asOf?: string;
  readonly format?: string;
  readonly lang: string;
  readonly out: string;
  readonly json?: boolean;
}

const NAMES = Object.keys(FORMATS).join(', ');

export function registerReport(program: Command): void {
  program
    .command('report')
    .description('écrit le rapport annuel d’un plan à une date')
    .requiredOption('--plan <clé>', 'plan')
    .requiredOption('--out <fichier>', 'fichier à écrire')
    .option('--as-of <AAAA-MM-JJ>', 'date; par défaut, la dernière déclarée', parseDay)
    .option('--format <format>', `${NAMES}; par défaut, d’après le nom du fichier`)
    .option('--lang <langue>', 'fr ou en', 'fr')
    .option('--json', 'écrit le résultat en JSON')
    .action(runReport);
}

async function runReport(options: ReportOptions): Promise<void> {
  const format = formatOf(options);
  const locale = languageOf(options);
  await withServices(config(), async ({ reports }, signal) => {
    const request = { plan: options.plan, asOf: options.asOf ?? null, locale };
    const result = await reports.render(request, format, { signal });
    if (result.kind !== 'rendered') throw planRefusal(result, options.plan);
    await writeOutput(options.out, result.bytes);
    console.log(
      options.json
        ? JSON.stringify({
            plan: options.plan,
            asOf: result.asOf,
            format,
            bytes: result.bytes.length,
            draft: result.draft,
            file: options.out,
          })
        : `${options.out} : rapport au ${result.asOf}${result.draft ? '; c’est un projet, des textes y manquent' : ''}.`,
    );
  });
}

function formatOf({ format, out }: ReportOptions): DocumentFormat {
  const given = (format ?? extname(out).slice(1)).toLowerCase();
  if (isDocumentFormat(given)) return given;
  throw new DomainError(
    'invalid',
    format === undefined
      ? `--out ${out} : le nom doit finir par un de ces formats (${NAMES}), ou --format doit le dire.`
      : `--format ${format} : un de ces formats est attendu : ${NAMES}.`,
  );
}

function languageOf({ lang }: ReportOptions): 'fr' | 'en' {
  if (lang === 'fr') return lang;
  if (lang !== 'en') {
    throw new DomainError('invalid', `--lang ${lang} : « fr » ou « en » est attendu.`);
  }
  if (!config().english) {
    throw new DomainError('invalid', '--lang en : ce site ne publie qu’en français.');
  }
  return lang;
}
