import { loadDirectory } from '#modules/organisations/index.ts';
import { type PlainTable, writeFollowUpJson } from '#modules/plan/follow-up-table/index.ts';
import { DEFAULT_LIMITS } from '#modules/plan/follow-up-table/limits.ts';
import { parseFollowUp } from '#modules/plan/follow-up-table/parse-job.ts';
import type { ReadFile } from '#modules/plan/import/import-follow-up.ts';
import { type ImportReport, importFollowUp, previewImport } from '#modules/plan/index.ts';
import type { Actor } from '#platform/actor/actor.ts';
import { transact } from '#platform/database/database.ts';
import type { Services } from '../../src/server/services.ts';
import { COORDINATOR, TODAY } from './test-site.ts';

export type Measure = PlainTable['measures'][number];
export type Line = Measure['lines'][number];

/** A line about an indicator, with the figure stated for it, if any. */
export function line(label: string, stated: number | null, more: Partial<Line> = {}): Line {
  return {
    scope: 'indicator',
    indicator: { label, deadline: null },
    label: null,
    expected: true,
    statement: stated === null ? null : { kind: 'stated', value: stated },
    narrative: null,
    leadText: null,
    ...more,
  };
}

export function measure(
  number: string,
  name: string,
  lines: readonly Line[],
  more: Partial<Measure> = {},
): Measure {
  return {
    number,
    name,
    theme: '1',
    leadText: 'MES',
    collaboratorText: null,
    followUpText: null,
    lines: [...lines],
    ...more,
  };
}

/** A follow-up table of a plan of two themes and three measures, at a date. */
export function coastTable(asOf: string | null, more: Partial<PlainTable> = {}): PlainTable {
  return {
    title: 'Plan d’action 2023-2026 de la Table du littoral',
    asOf,
    sheet: 'Suivi',
    themes: [
      { number: '1', name: 'Milieux naturels', objective: 'Garder le littoral vivant' },
      { number: '2', name: 'Accès au fleuve', objective: null },
    ],
    measures: [
      measure('1', 'Restaurer les marais', [
        line('Plan de restauration', 0.5, {
          indicator: { label: 'Plan de restauration', deadline: 'Automne 2023' },
          narrative: 'Le plan est à moitié écrit.',
        }),
        line('Entente signée', 0),
      ]),
      measure('2', 'Suivre les oiseaux', [line('Portrait annuel', 1)], { leadText: 'MIFI' }),
      measure('3', 'Ouvrir des sentiers', [line('Trois sentiers ouverts', 0.33)], { theme: '2' }),
    ],
    ...more,
  };
}

export interface Bringing {
  readonly planKey?: string;
  readonly asOf?: string | null;
  readonly fileName?: string;
  readonly keepUnknown?: boolean;
  readonly actor?: Actor;
  readonly expected?: string;
}

/**
 * Reads a table as a file, as `readFollowUp` does, but in this thread: a thread of its own for each
 * of a hundred small files is most of the time they take.
 */
export async function readTable(
  { db }: Services,
  table: PlainTable | Uint8Array,
  bringing: Bringing = {},
): Promise<ReadFile> {
  const input = {
    planKey: bringing.planKey ?? 'littoral',
    fileName: bringing.fileName ?? 'suivi.json',
    content: table instanceof Uint8Array ? table : Buffer.from(writeFollowUpJson(table)),
    asOf: bringing.asOf ?? null,
    keepUnknown: bringing.keepUnknown ?? false,
  };
  const reading = await parseFollowUp({
    bytes: input.content,
    fileName: input.fileName,
    mapping: {},
    knownNames: (await loadDirectory(db)).spellings,
    limits: DEFAULT_LIMITS,
  });
  return { input, reading };
}

/** Imports a table, and lets this process read what it wrote. */
export async function bring(
  services: Services,
  table: PlainTable | Uint8Array,
  bringing: Bringing = {},
): Promise<ImportReport> {
  const actor = bringing.actor ?? COORDINATOR;
  const file = await readTable(services, table, bringing);
  const report = await transact(services.db, actor, (tx) =>
    importFollowUp(tx, actor, file, TODAY, bringing.expected),
  );
  await services.refresh();
  return report;
}

export async function preview(
  services: Services,
  table: PlainTable | Uint8Array,
  bringing: Bringing = {},
): Promise<ImportReport> {
  return previewImport(services.db, await readTable(services, table, bringing), TODAY);
}

/** A plan's state on a date, which must be there. */
export async function stateOf({ plans }: Services, key: string, asOf: string | null = null) {
  const found = await plans.state(key, asOf);
  if (found.kind !== 'found') throw new Error(`${key} at ${asOf}: ${found.kind}`);
  return found.state;
}

/** One measure of a plan on a date, which must be there. */
export async function measureOf(
  services: Services,
  key: string,
  number: string,
  asOf: string | null = null,
) {
  const { measures } = await stateOf(services, key, asOf);
  const found = measures.find((candidate) => candidate.number === number);
  if (!found) throw new Error(`no measure ${number} in ${key} at ${asOf}`);
  return found;
}
