import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import {
  inlineLogo,
  parseReportTemplate,
  type ReportTemplate,
  setReportTemplate,
  textPartsOf,
} from '#modules/report-texts/index.ts';
import { OPERATOR } from '#platform/actor/actor.ts';
import { config } from '#platform/config/config.ts';
import { transact } from '#platform/database/database.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { plural } from '#platform/i18n/words.ts';
import { readInput } from './read-input.ts';
import { withServices } from './session.ts';
import { writeOutput } from './write-output.ts';

interface TemplateOptions {
  readonly plan: string;
  readonly set?: string;
  readonly out?: string;
}

export function registerReportTemplate(program: Command): void {
  program
    .command('report-template')
    .description('écrit le modèle du rapport annuel d’un plan (parties, marques), ou le remplace')
    .requiredOption('--plan <clé>', 'plan')
    .option('--set <fichier>', 'modèle .json qui remplace celui du plan; son logo peut être à côté')
    .option('--out <fichier>', 'fichier .json à écrire; à défaut, la sortie standard')
    .action(runReportTemplate);
}

async function runReportTemplate({ plan, set, out }: TemplateOptions): Promise<void> {
  // A file that is refused is said so before a database is started for it.
  const replacement = set === undefined ? null : await readTemplate(set);
  await withServices(config(), async ({ db, reportTexts, refresh }) => {
    if (replacement) {
      const { changed } = await transact(db, OPERATOR, (tx) =>
        setReportTemplate(tx, OPERATOR, { planKey: plan, template: replacement }),
      );
      await refresh();
      console.log(changed ? summaryOf(plan, replacement) : `Le plan « ${plan} » a déjà ce modèle.`);
      if (out === undefined) return;
    }
    const template = await reportTexts.template(plan);
    if (!template) throw new DomainError('not-found', `Aucun plan n’a la clé « ${plan} ».`);
    const json = `${JSON.stringify(template, null, 2)}\n`;
    if (out === undefined) {
      process.stdout.write(json);
      return;
    }
    await writeOutput(out, json);
    console.log(`${out} : ${countsOf(template)}.`);
  });
}

function summaryOf(plan: string, template: ReportTemplate): string {
  return `Modèle de rapport du plan « ${plan} » enregistré : ${countsOf(template)}.`;
}

function countsOf(template: ReportTemplate): string {
  const parts = template.parts.length;
  const texts = textPartsOf(template).length;
  return `${parts} ${plural('fr', parts, 'partie', 'parties')}, dont ${texts} ${plural('fr', texts, 'texte', 'textes')}`;
}

async function readTemplate(path: string): Promise<ReportTemplate> {
  const given = readJson(path, await readText(path));
  return parseReportTemplate(
    await inlineLogo(given, (name) => readText(join(dirname(path), name))),
  );
}

async function readText(path: string): Promise<string> {
  return new TextDecoder().decode(await readInput(path, 'un modèle de rapport'));
}

function readJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const complaint = error instanceof Error ? error.message : '';
    throw new DomainError('invalid', `« ${path} » n’est pas du JSON : ${placeIn(complaint)}.`);
  }
}

/** The JSON reader gives a line, or an excerpt, or nothing where the text ends too soon. */
function placeIn(complaint: string): string {
  const place = /line (\d+) column (\d+)/.exec(complaint);
  if (place) return `voyez la ligne ${place[1]}, colonne ${place[2]}`;
  const excerpt = /^Unexpected token '(.*?)', (?:\.{3})?"(.*)"(?:\.{3})? is/su.exec(complaint);
  if (excerpt) {
    const [, token, around = ''] = excerpt;
    return `« ${token} » est de trop dans « ${around.replace(/\s+/g, ' ').trim()} »`;
  }
  return 'il est vide, ou s’arrête trop tôt';
}
