import { readdir, readFile } from 'node:fs/promises';
import { z } from 'zod';
import {
  groupSchema,
  loadOrganisations,
  organisationSchema,
} from '#modules/organisations/index.ts';
import { loadPlan, planDataSchema, vocabularyDataSchema } from '#modules/plan/index.ts';
import { SYSTEM } from '#platform/actor/actor.ts';
import { type Database, transact } from '#platform/database/database.ts';
import { DomainError } from '#platform/errors/domain-error.ts';

const DATA = new URL('../../data/', import.meta.url);

/**
 * Loads the data sets of `data/`: the organisations, and each folder with a `plan.json`. What is
 * there already stays as it is, so this runs at every start.
 */
export async function loadBuiltIn(db: Database): Promise<void> {
  const organisations = z.array(organisationSchema).parse(await readJson('organisations.json'));
  const groups = z.array(groupSchema).parse(await readJson('groups.json'));
  const folders = (await readdir(DATA, { withFileTypes: true })).filter((e) => e.isDirectory());
  const plans = await Promise.all(
    folders.map(async ({ name }) => ({
      plan: planDataSchema.parse(await readJson(`${name}/plan.json`)),
      vocabulary: vocabularyDataSchema.parse(await readJson(`${name}/vocabulary.json`)),
    })),
  );
  const load = () =>
    transact(db, SYSTEM, async (tx) => {
      await loadOrganisations(tx, SYSTEM, { organisations, groups });
      for (const { plan, vocabulary } of plans) await loadPlan(tx, SYSTEM, plan, vocabulary);
    });
  try {
    await load();
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'conflict') throw error;
    // Another process started at the same moment: it has loaded them, or left them to us.
    await load();
  }
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(new URL(path, DATA), 'utf8'));
}
