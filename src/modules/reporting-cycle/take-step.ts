import type { Actor } from '#platform/actor/actor.ts';
import { type Audience, recordEvent } from '#platform/audit/record-event.ts';
import type { ActorTransaction } from '#platform/database/database.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { formatInstant } from '#platform/i18n/dates.ts';
import { demandUpdate, nameLine } from './demand-update.ts';
import { detailsOf } from './edit-draft.ts';
import { updatePolicy } from './policy.ts';
import { readVersions } from './queries.ts';
import { saysSomething, type Transition, transitionOf, type UpdateAction } from './rules.ts';
import type { UpdateRef } from './update-reader.ts';

export interface StepInput extends UpdateRef {
  /** The version under the eyes of whoever decides: another is not moved on in its stead. */
  readonly seen: number;
}

const POLICY = {
  submit: 'submit-update',
  validate: 'validate-update',
  return: 'return-update',
  approve: 'approve-update',
} as const satisfies Readonly<Record<UpdateAction, string>>;

/**
 * Takes an update from a state to another: the part that submitting, validating, returning and
 * approving share.
 *
 * @param reason in the actor's words, where the passage needs one
 * @throws DomainError 'not-found', 'forbidden', 'invalid', or 'conflict' when it was written again
 *   since `seen`
 */
export async function takeStep(
  tx: ActorTransaction,
  actor: Actor,
  action: UpdateAction,
  input: StepInput,
  reason: string | null = null,
): Promise<void> {
  const { record, target } = await demandUpdate(tx, actor, input);
  updatePolicy.demand(actor, POLICY[action], target);
  const transition = transitionOf(action, target.state, target.hasValidator);
  const [current] = record.updateId === null ? [] : await readVersions(tx, record.updateId);
  if (!transition || !current || record.updateId === null || !saysSomething(current)) {
    throw new DomainError(
      'invalid',
      `${nameLine(record)} : dites d’abord où en est cette ligne, par un pourcentage ou par un texte.`,
    );
  }
  if (current.version !== input.seen) {
    throw new DomainError(
      'conflict',
      `${nameLine(record)} : ${current.recordedBy} a enregistré une autre version le ${formatInstant('fr', current.recordedAt)}. Rien n’a été fait : relisez-la, puis décidez.`,
      { version: current.version },
    );
  }
  if (transition.needsReason && reason === null) {
    throw new DomainError('invalid', `${nameLine(record)} : dites pourquoi vous la retournez.`);
  }
  await tx
    .insertInto('line_update_step')
    .values({
      update_id: record.updateId,
      version: current.version,
      action,
      from_state: transition.from,
      to_state: transition.to,
      reason,
    })
    .execute();
  await recordEvent(tx, {
    action: POLICY[action],
    subject: { kind: 'update', key: String(record.updateId) },
    organisationId: record.organisationId,
    audience: audienceOf(transition),
    changes: [{ field: 'state', before: transition.from, after: transition.to }],
    reason,
    details: detailsOf(record, current.version),
  });
}

/** Whoever may read the update on both sides of the step may read that it was taken. */
function audienceOf({ from, to }: Pick<Transition, 'from' | 'to'>): Audience {
  if (to === 'approved') return 'platform';
  return from === 'validated' || to === 'validated' ? 'coordination' : 'organisation';
}
