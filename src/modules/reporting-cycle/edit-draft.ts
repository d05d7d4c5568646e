import { tidy } from '#modules/plan/index.ts';
import type { Actor } from '#platform/actor/actor.ts';
import { type Change, recordEvent } from '#platform/audit/record-event.ts';
import type { ActorTransaction } from '#platform/database/database.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { formatInstant } from '#platform/i18n/dates.ts';
import { formatNumber } from '#platform/i18n/numbers.ts';
import { demandUpdate, nameLine } from './demand-update.ts';
import { updatePolicy } from './policy.ts';
import { type LineRecord, readVersions } from './queries.ts';
import { FIGURES, type UpdateContent } from './rules.ts';
import type { UpdateRef, UpdateVersion } from './update-reader.ts';

/** In characters. */
const LONGEST_NARRATIVE = 20_000;
const LONGEST_DIFFICULTY = 4_000;

export interface DraftInput extends UpdateRef, UpdateContent {
  /** The version the writer started from; null where there was none. */
  readonly seen: number | null;
}

/**
 * Writes what an organisation says of a line it leads, for a date. Every version is kept; one that
 * says what holds already is not written. Nothing of it is published: that is for the edition made
 * from what was approved.
 *
 * @returns the version that holds afterwards, and whether it is a new one
 * @throws DomainError 'not-found', 'forbidden', 'invalid', or 'conflict' when somebody wrote another
 *   version since `seen`
 */
export async function editDraft(
  tx: ActorTransaction,
  actor: Actor,
  input: DraftInput,
): Promise<{ version: number; changed: boolean }> {
  const { record, target } = await demandUpdate(tx, actor, input);
  updatePolicy.demand(actor, 'write-draft', target);
  const content = readContent(record, input);
  const [current = null] = record.updateId === null ? [] : await readVersions(tx, record.updateId);
  const changes = changesBetween(current, content);
  if (current !== null && changes.length === 0) {
    return { version: current.version, changed: false };
  }
  if ((current?.version ?? null) !== input.seen) throw overtaken(record, current);
  const updateId = record.updateId ?? (await beginUpdate(tx, record));
  const version = (current?.version ?? 0) + 1;
  await tx
    .insertInto('line_update_version')
    .values({ update_id: updateId, version, ...content })
    // Taken by a row this transaction could not see: it fails as crossed.
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await recordEvent(tx, {
    action: 'edit-draft',
    subject: { kind: 'update', key: String(updateId) },
    organisationId: record.organisationId,
    audience: 'organisation',
    changes,
    details: detailsOf(record, version),
  });
  return { version, changed: true };
}

/** Which line of which plan an event is about. */
export function detailsOf({ line, asOf }: LineRecord, version: number) {
  return {
    plan: line.plan.key,
    measure: line.measure.number,
    line: line.lineId,
    label: line.label,
    asOf,
    version,
  };
}

async function beginUpdate(
  tx: ActorTransaction,
  { organisationId, line, asOf }: LineRecord,
): Promise<number> {
  const { id } = await tx
    .insertInto('line_update')
    .values({ line_id: line.lineId, organisation_id: organisationId, as_of: asOf })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

function readContent(record: LineRecord, input: UpdateContent): UpdateContent {
  const { figure, value } = input;
  const refuse = (message: string): never => {
    throw new DomainError('invalid', `${nameLine(record)} : ${message}`);
  };
  if (!FIGURES.includes(figure)) refuse('dites ce qu’il en est du pourcentage.');
  if (figure === 'stated' && !(value !== null && value >= 0 && value <= 1)) {
    refuse('le pourcentage va de 0 à 100.');
  }
  const text = (written: string | null, longest: number, what: string) => {
    const read = tidy(written ?? '');
    if (read.length > longest) {
      refuse(
        `${what} a ${formatNumber('fr', read.length)} caractères, pour ${formatNumber('fr', longest)} au plus. Raccourcissez.`,
      );
    }
    return read === '' ? null : read;
  };
  return {
    figure,
    value: figure === 'stated' ? value : null,
    narrative: text(input.narrative, LONGEST_NARRATIVE, 'le texte'),
    difficulty: text(input.difficulty, LONGEST_DIFFICULTY, 'la difficulté'),
  };
}

function changesBetween(before: UpdateContent | null, after: UpdateContent): Change[] {
  return (['figure', 'value', 'narrative', 'difficulty'] as const)
    .map((field) => ({ field, before: before?.[field] ?? null, after: after[field] }))
    .filter((change) => change.before !== change.after);
}

function overtaken(record: LineRecord, current: UpdateVersion | null): DomainError {
  const what = nameLine(record);
  if (current === null) {
    return new DomainError(
      'conflict',
      `${what} : ce que vous aviez lu n’y est plus. Rien n’a été écrit : relisez la page, puis enregistrez de nouveau.`,
    );
  }
  return new DomainError(
    'conflict',
    `${what} : ${current.recordedBy} a enregistré une autre version le ${formatInstant('fr', current.recordedAt)}. Rien n’a été écrit : comparez avec votre texte, puis enregistrez de nouveau.`,
    { version: current.version },
  );
}
