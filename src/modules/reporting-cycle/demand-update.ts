import { isIsoDate } from '#modules/plan/rules/iso-date.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { ActorTransaction } from '#platform/database/database.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { type UpdateTarget, updatePolicy } from './policy.ts';
import { type LineRecord, readHasValidator, readLedLine, targetOf } from './queries.ts';
import type { UpdateRef } from './update-reader.ts';

export interface StoredUpdate {
  readonly record: LineRecord;
  readonly target: UpdateTarget;
}

/** The largest number PostgreSQL's integer holds. */
const LARGEST_ID = 2_147_483_647;

/** An update that the actor may read, or the place for one; null where there is nothing for them. */
export async function findUpdate(
  tx: ActorTransaction,
  actor: Actor,
  ref: UpdateRef,
): Promise<StoredUpdate | null> {
  const { lineId, asOf } = ref;
  if (!Number.isInteger(lineId) || lineId < 1 || lineId > LARGEST_ID || !isIsoDate(asOf)) {
    return null;
  }
  const record = await readLedLine(tx, ref);
  if (record === null) return null;
  const target = targetOf(record, await readHasValidator(tx, record));
  return updatePolicy.may(actor, 'read-update', target) ? { record, target } : null;
}

/**
 * Does as `findUpdate`. What the actor may not read does not exist for them: the same words whether
 * the line is unknown, another organisation's, or its update is still a draft.
 *
 * @throws DomainError 'not-found'
 */
export async function demandUpdate(
  tx: ActorTransaction,
  actor: Actor,
  ref: UpdateRef,
): Promise<StoredUpdate> {
  const found = await findUpdate(tx, actor, ref);
  if (found === null) throw new DomainError('not-found', 'Aucune mise à jour à cette adresse.');
  return found;
}

/** Names the line in a message: "Mesure 6, « Portrait »". */
export function nameLine({ line: { measure, label } }: LineRecord): string {
  return label === null ? `Mesure ${measure.number}` : `Mesure ${measure.number}, « ${label} »`;
}
