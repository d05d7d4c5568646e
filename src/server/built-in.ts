import { readdir, readFile } from 'node:fs/promises';
import { z } from 'zod';
import {
  groupSchema,
  loadOrganisations,
  organisationSchema,
} from '#modules/organisations/index.ts';
import { loadPlan, planDataSchema, vocabularyDataSchema } from '#modules/plan/index.ts';
import {
  inlineLogo,
  loadReport,
  parseReportTemplate,
  reportDataSchema,
} from '#modules/report-texts/index.ts';
import { SYSTEM } from '#platform/actor/actor.ts';
import { type Database, transact } from '#platform/database/database.ts';
import { DomainError } from '#platform/errors/domain-error.ts';

const DATA = new URL('../../data/', import.meta.url);

/**
 * Loads the data sets of `data/`: the organisations, the template of reports, and each folder, which
 * is a plan: `plan.json`, `vocabulary.json` and, where its report was published, `report.json`. What
 * is there already stays as it is, so this runs at every start.
 */
export async function loadBuiltIn(db: Database): Promise<void> {
  const organisations = z.array(organisationSchema).parse(await readJson('organisations.json'));
  const groups = z.array(groupSchema).parse(await readJson('groups.json'));
  const template = parseReportTemplate(
    await readTemplate('', await readJson('report-template.json')),
  );
  const folders = (await readdir(DATA, { withFileTypes: true })).filter((e) => e.isDirectory());
  const plans = await Promise.all(
    folders.map(async ({ name }) => ({
      plan: planDataSchema.parse(await readJson(`${name}/plan.json`)),
      vocabulary: vocabularyDataSchema.parse(await readJson(`${name}/vocabulary.json`)),
      report: await readReport(name),
    })),
  );
  const load = () =>
    transact(db, SYSTEM, async (tx) => {
      await loadOrganisations(tx, SYSTEM, { organisations, groups });
      await loadReport(tx, SYSTEM, { planKey: null, template });
      for (const { plan, vocabulary, report } of plans) {
        await loadPlan(tx, SYSTEM, plan, vocabulary);
        if (report) await loadReport(tx, SYSTEM, { planKey: plan.key, data: report });
      }
    });
  try {
    await load();
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'conflict') throw error;
    // Another process started at the same moment: it has loaded them, or left them to us.
    await load();
  }
}

/** Null where the folder has no report. */
async function readReport(folder: string) {
  const files = await readdir(new URL(`${folder}/`, DATA));
  if (!files.includes('report.json')) return null;
  const { template, ...rest } = reportFileSchema.parse(await readJson(`${folder}/report.json`));
  return reportDataSchema.parse({ ...rest, template: await readTemplate(`${folder}/`, template) });
}

const reportFileSchema = z.looseObject({ template: z.unknown() });

/** A template with its logo, which may be a file beside it. */
function readTemplate(folder: string, template: unknown): Promise<unknown> {
  return inlineLogo(template, (name) => readFile(new URL(`${folder}${name}`, DATA), 'utf8'));
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(new URL(path, DATA), 'utf8'));
}
