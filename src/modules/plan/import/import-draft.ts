import { sql } from 'kysely';
import type { Actor } from '#platform/actor/actor.ts';
import type { ActorTransaction } from '#platform/database/database.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import type { ColumnMapping } from '../follow-up-table/index.ts';
import { planPolicy } from '../policy.ts';
import { demandDay, demandTarget } from './demand-target.ts';
import type { ImportInput } from './import-follow-up.ts';

/** A preview that nobody confirms is forgotten. */
const KEPT_FOR = '7 days';

/**
 * Keeps a file between its preview and its confirmation; returns the draft's key.
 *
 * @throws DomainError 'forbidden', or 'invalid' for a plan's key or a date that cannot be one
 */
export async function draftImport(
  tx: ActorTransaction,
  actor: Actor,
  input: Pick<ImportInput, 'planKey' | 'asOf' | 'fileName' | 'content'>,
): Promise<string> {
  planPolicy.demand(actor, 'edit-plan');
  demandTarget(input);
  await tx
    .deleteFrom('import_draft')
    .where('created_at', '<', sql<Date>`now() - ${KEPT_FOR}::interval`)
    .execute();
  const { id } = await tx
    .insertInto('import_draft')
    .values({
      plan_key: input.planKey,
      as_of: input.asOf,
      file_name: input.fileName,
      content: Buffer.from(input.content),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export interface DraftChoices {
  readonly asOf?: string | null;
  readonly mapping?: ColumnMapping;
  readonly keepUnknown?: boolean;
}

/**
 * Reads a draft, after keeping the choices made about it, if any.
 *
 * @throws DomainError 'forbidden'; 'not-found' when it was confirmed, discarded or forgotten;
 *   'invalid' for a date that does not exist
 */
export async function openDraft(
  tx: ActorTransaction,
  actor: Actor,
  id: string,
  choices: DraftChoices,
): Promise<ImportInput> {
  planPolicy.demand(actor, 'edit-plan');
  const unknown = new DomainError(
    'not-found',
    'Cet aperçu n’existe plus : il a été confirmé, abandonné ou oublié. Recommencez l’importation.',
  );
  if (!isDraftId(id)) throw unknown;
  demandDay(choices.asOf ?? null);
  const changes = {
    ...(choices.asOf === undefined ? {} : { as_of: choices.asOf }),
    ...(choices.mapping === undefined ? {} : { mapping: JSON.stringify(choices.mapping) }),
    ...(choices.keepUnknown === undefined ? {} : { keep_unknown: choices.keepUnknown }),
  };
  if (Object.keys(changes).length > 0) {
    await tx.updateTable('import_draft').set(changes).where('id', '=', id).execute();
  }
  const draft = await tx
    .selectFrom('import_draft')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!draft) throw unknown;
  return {
    planKey: draft.plan_key,
    asOf: draft.as_of,
    fileName: draft.file_name,
    content: draft.content,
    mapping: draft.mapping as ColumnMapping,
    keepUnknown: draft.keep_unknown,
  };
}

/** Forgets a draft; one that is not there is forgotten already. */
export async function discardDraft(tx: ActorTransaction, actor: Actor, id: string): Promise<void> {
  planPolicy.demand(actor, 'edit-plan');
  if (!isDraftId(id)) return;
  await tx.deleteFrom('import_draft').where('id', '=', id).execute();
}

function isDraftId(id: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
}
