import { createHash } from 'node:crypto';
import { loadDirectory } from '#modules/organisations/index.ts';
import type { Actor } from '#platform/actor/actor.ts';
import { recordEvent } from '#platform/audit/record-event.ts';
import type { ActorTransaction, Database } from '#platform/database/database.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import {
  type CurrentPlan,
  changesNothing,
  comparePlan,
  type PlanDifference,
} from '../change/difference.ts';
import { holdPlan } from '../change/hold-plan.ts';
import { writeDifference } from '../change/write-difference.ts';
import {
  type ColumnMapping,
  type FollowUpReading,
  type FollowUpTable,
  type Message,
  parseFollowUpFile,
} from '../follow-up-table/index.ts';
import { planPolicy } from '../policy.ts';
import {
  findPlanId,
  readDefinitions,
  readNextAmendment,
  readStatementDates,
  readStatements,
} from '../queries.ts';
import { dateMessages } from './check-dates.ts';
import { demandTarget } from './demand-target.ts';
import { draftOfTable } from './draft-of-table.ts';
import { makePlan, planPeriod } from './make-plan.ts';
import { recordedChanges } from './recorded-changes.ts';
import { resolveParties } from './resolve-parties.ts';

export interface ImportInput {
  readonly planKey: string;
  readonly fileName: string;
  readonly content: Uint8Array;
  /** ISO; where absent, the date the table itself gives. */
  readonly asOf: string | null;
  readonly mapping?: ColumnMapping;
  /** Keep names that look like a slip of a known organisation's as they are. */
  readonly keepUnknown?: boolean;
}

/** What an import would do, or did. */
export interface ImportReport {
  readonly planKey: string;
  readonly newPlan: boolean;
  readonly title: string | null;
  readonly asOf: string | null;
  readonly recognition: FollowUpReading['recognition'];
  readonly summary: {
    readonly themes: number;
    readonly measures: number;
    readonly lines: number;
    readonly stated: number;
  };
  readonly difference: PlanDifference | null;
  readonly messages: readonly Message[];
  /** Names the difference: two reports with one fingerprint do the same. Null when errors forbid it. */
  readonly fingerprint: string | null;
}

/** A file, read once: what follows only asks the database. */
export interface ReadFile {
  readonly input: ImportInput;
  readonly reading: FollowUpReading;
}

/**
 * Reads the file apart from any transaction: it is the slow part, and the one that may be hostile.
 *
 * @throws DomainError 'invalid' for a key or a date that cannot be one; what the file itself is refused for
 */
export async function readFollowUp(db: Database, input: ImportInput): Promise<ReadFile> {
  demandTarget(input);
  const directory = await loadDirectory(db);
  const reading = await parseFollowUpFile({
    bytes: input.content,
    fileName: input.fileName,
    mapping: input.mapping ?? {},
    knownNames: directory.spellings,
  });
  return { input, reading };
}

/** Says what importing would change. Writes nothing. */
export async function previewImport(
  db: Database | ActorTransaction,
  file: ReadFile,
  today: string,
): Promise<ImportReport> {
  return (await prepare(db, file, today)).report;
}

/**
 * Imports a follow-up table: all of it, or nothing. One that says nothing new writes nothing, not
 * even that it came: the same file twice changes nothing.
 *
 * @param expected the fingerprint of the preview that was confirmed, if there was one
 * @throws DomainError 'forbidden'; 'invalid' with the report when the table has errors; 'conflict'
 *   when what would change is no longer what was confirmed
 */
export async function importFollowUp(
  tx: ActorTransaction,
  actor: Actor,
  file: ReadFile,
  today: string,
  expected?: string,
): Promise<ImportReport> {
  planPolicy.demand(actor, 'edit-plan');
  const { report, table, planId: known } = await prepare(tx, file, today);
  const { difference, asOf, fingerprint } = report;
  if (!difference || !asOf || !fingerprint || !table) {
    throw new DomainError('invalid', 'Le tableau contient des erreurs : rien n’a été importé.', {
      report,
    });
  }
  if (expected !== undefined && expected !== fingerprint) {
    throw new DomainError(
      'conflict',
      'Le plan a changé depuis l’aperçu : relisez les différences, puis confirmez de nouveau.',
    );
  }
  if (known !== null) {
    if (changesNothing(difference)) return report;
    await holdPlan(tx, known);
  }
  const planId = known ?? (await makePlan(tx, file.input.planKey, table, asOf));
  const followUpImport = await tx
    .insertInto('follow_up_import')
    .values({
      plan_id: planId,
      as_of: asOf,
      file_name: file.input.fileName,
      sha256: createHash('sha256').update(file.input.content).digest('hex'),
      sheet: table.sheet,
      counts: JSON.stringify(difference.counts),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await writeDifference(tx, difference, {
    planId,
    period: {
      from: known === null ? planPeriod(table, asOf).inForceFrom : asOf,
      until: known === null ? null : await readNextDate(tx, planId, asOf),
    },
    asOf,
    source: 'declared',
    importId: followUpImport.id,
  });
  await recordEvent(tx, {
    action: 'import-follow-up',
    subject: { kind: 'plan', key: file.input.planKey },
    changes: recordedChanges(difference),
    details: { asOf, file: file.input.fileName, counts: difference.counts },
  });
  return report;
}

/**
 * Definitions brought by a table for an earlier date hold until the next date something was stated
 * for, or the plan was changed on: what is said of later dates stays.
 */
async function readNextDate(tx: ActorTransaction, planId: number, asOf: string) {
  const dates = [
    (await readStatementDates(tx, planId)).find((date) => date > asOf) ?? null,
    await readNextAmendment(tx, planId, asOf, 'lines'),
  ];
  return dates.filter((date) => date !== null).sort()[0] ?? null;
}

interface Prepared {
  readonly report: ImportReport;
  readonly table: FollowUpTable | null;
  readonly planId: number | null;
}

async function prepare(
  db: Database | ActorTransaction,
  { input, reading }: ReadFile,
  today: string,
): Promise<Prepared> {
  const planId = await findPlanId(db, input.planKey);
  const { table } = reading;
  const asOf = input.asOf ?? table?.asOf ?? null;
  const base = {
    planKey: input.planKey,
    newPlan: planId === null,
    title: table?.title ?? null,
    asOf,
    recognition: reading.recognition,
    summary: summarise(table),
  };
  if (!table) {
    return {
      table,
      planId,
      report: {
        ...base,
        difference: null,
        messages: sortMessages(reading.messages),
        fingerprint: null,
      },
    };
  }
  const { parties, messages } = resolveParties(
    table,
    await loadDirectory(db),
    input.keepUnknown ?? false,
  );
  const current = planId === null || asOf === null ? null : await readCurrent(db, planId, asOf);
  const all = sortMessages([
    ...reading.messages,
    ...messages,
    ...(await dateMessages(db, { planId, table, asOf, today })),
  ]);
  const blocked = all.some((message) => message.severity === 'error');
  const difference =
    blocked || asOf === null ? null : comparePlan(current, draftOfTable(table, parties));
  return {
    table,
    planId,
    report: {
      ...base,
      difference,
      messages: all,
      fingerprint: difference && fingerprint(difference, asOf),
    },
  };
}

async function readCurrent(
  db: Database | ActorTransaction,
  planId: number,
  asOf: string,
): Promise<CurrentPlan | null> {
  const definitions = await readDefinitions(db, planId, asOf);
  return definitions && { definitions, statements: await readStatements(db, planId, asOf) };
}

function summarise(table: FollowUpTable | null): ImportReport['summary'] {
  const lines = table?.measures.flatMap((measure) => measure.lines) ?? [];
  return {
    themes: table?.themes.length ?? 0,
    measures: table?.measures.length ?? 0,
    lines: lines.length,
    stated: lines.filter((line) => line.statement?.kind === 'stated').length,
  };
}

function fingerprint(difference: PlanDifference, asOf: string | null): string {
  return createHash('sha256')
    .update(JSON.stringify([asOf, difference]))
    .digest('hex');
}

const SERIOUSNESS = { error: 0, warning: 1, info: 2 } as const;

/** The serious ones first; within a kind, in the order they were found. */
function sortMessages(messages: readonly Message[]): Message[] {
  return messages.toSorted((a, b) => SERIOUSNESS[a.severity] - SERIOUSNESS[b.severity]);
}
