import { compareNumbers } from '#modules/plan/rules/natural-order.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { ActorTransaction } from '#platform/database/database.ts';
import { findUpdate } from './demand-update.ts';
import { type UpdateTarget, updatePolicy } from './policy.ts';
import {
  type LineRecord,
  readLatestAsOf,
  readLedLines,
  readSteps,
  readUpdatesIn,
  readVersions,
  targetOf,
} from './queries.ts';
import type {
  AwaitingUpdate,
  ListedUpdate,
  OrganisationUpdates,
  UpdateAbilities,
  UpdateRef,
  UpdateView,
} from './update-reader.ts';

/**
 * What an organisation says, or has yet to say, of each line it leads on a date: by default the latest
 * one it prepared something for, else today. Null when there is no such organisation, or the reader has
 * nothing to see of it.
 */
export async function readOrganisationUpdates(
  tx: ActorTransaction,
  actor: Actor,
  organisationKey: string,
  asked: { readonly asOf: string | null; readonly today: string },
): Promise<OrganisationUpdates | null> {
  const organisation = await tx
    .selectFrom('organisation')
    .innerJoin('organisation_version as v', 'v.organisation_id', 'organisation.id')
    .select(['id', 'key', 'name', 'acronym'])
    .where('key', '=', organisationKey)
    .orderBy('valid', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!organisation || !updatePolicy.may(actor, 'list-updates', organisation.id)) return null;
  const { id, ...name } = organisation;
  const asOf = asked.asOf ?? (await readLatestAsOf(tx, id)) ?? asked.today;
  const records = inOrder(await readLedLines(tx, id, asOf));
  return {
    organisation: name,
    isOwn: actor.seats.some((seat) => seat.organisationId === id),
    asOf,
    lines: records.map(({ line, update }) => ({ ...line, update })),
  };
}

/** An update with its versions and passages, as far as the reader may see; null where they see none. */
export async function readUpdate(
  tx: ActorTransaction,
  actor: Actor,
  ref: UpdateRef,
): Promise<UpdateView | null> {
  const found = await findUpdate(tx, actor, ref);
  if (found === null) return null;
  const { record, target } = found;
  const { organisation, asOf, line, updateId, update } = record;
  const versions = updateId === null ? [] : await readVersions(tx, updateId);
  return {
    organisation,
    asOf,
    line,
    state: target.state,
    notValidated: update?.notValidated ?? false,
    current: versions[0] ?? null,
    versions,
    steps: updateId === null ? [] : await readSteps(tx, updateId),
    abilities: abilitiesOf(actor, target),
  };
}

/** What all organisations handed on: for the coordination, also what it has yet to approve. */
export async function readHandedOn(tx: ActorTransaction, actor: Actor): Promise<ListedUpdate[]> {
  updatePolicy.demand(actor, 'list-handed-on');
  const records = await readUpdatesIn(tx, ['validated', 'approved']);
  return inOrder(records)
    .filter((record) => updatePolicy.may(actor, 'read-update', targetOf(record, true)))
    .flatMap(listed);
}

const WAITING = ['draft', 'returned', 'submitted', 'validated'] as const;

/** What waits for the actor, in every organisation they act for and on the platform. */
export async function readAwaiting(tx: ActorTransaction, actor: Actor): Promise<AwaitingUpdate[]> {
  // Most often nothing waits, and to find that out is ten times quicker than to plan the whole query.
  const any = await tx
    .selectFrom('line_update')
    .select('id')
    .where('state', 'in', WAITING)
    .limit(1)
    .executeTakeFirst();
  if (!any) return [];
  const records = inOrder(await readUpdatesIn(tx, WAITING));
  return records.flatMap((record) => {
    const awaits = awaitedOf(actor, targetOf(record, true));
    return awaits === null ? [] : listed(record).map((update) => ({ ...update, awaits }));
  });
}

function awaitedOf(actor: Actor, target: UpdateTarget): AwaitingUpdate['awaits'] | null {
  if (updatePolicy.may(actor, 'approve-update', target)) return 'approve';
  if (updatePolicy.may(actor, 'validate-update', target)) return 'validate';
  if (!updatePolicy.may(actor, 'write-draft', target)) return null;
  return target.state === 'returned' ? 'correct' : 'finish';
}

function abilitiesOf(actor: Actor, target: UpdateTarget): UpdateAbilities {
  return {
    write: updatePolicy.refusal(actor, 'write-draft', target),
    submit: updatePolicy.refusal(actor, 'submit-update', target),
    validate: updatePolicy.refusal(actor, 'validate-update', target),
    return: updatePolicy.refusal(actor, 'return-update', target),
    approve: updatePolicy.refusal(actor, 'approve-update', target),
  };
}

function listed({ organisation, asOf, line, update }: LineRecord): ListedUpdate[] {
  return update === null ? [] : [{ organisation, asOf, line, update }];
}

/** By plan, then by the number of the measure; lines of a measure stay as they were. */
function inOrder(records: readonly LineRecord[]): LineRecord[] {
  return records.toSorted(
    ({ line: one }, { line: other }) =>
      one.plan.key.localeCompare(other.plan.key) ||
      compareNumbers(one.measure.number, other.measure.number),
  );
}
