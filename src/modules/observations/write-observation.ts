import { sql } from 'kysely';
import { findPlanId, tidy } from '#modules/plan/index.ts';
import type { Actor } from '#platform/actor/actor.ts';
import { type Change, recordEvent } from '#platform/audit/record-event.ts';
import type { ActorTransaction } from '#platform/database/database.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { formatInstant } from '#platform/i18n/dates.ts';
import { formatNumber } from '#platform/i18n/numbers.ts';
import type { ObservationView } from './observations-reader.ts';
import { observationPolicy } from './policy.ts';
import { demandObservation } from './read-observations.ts';
import {
  LONGEST_BODY,
  LONGEST_TITLE,
  OBSERVATION_KINDS,
  type ObservationContent,
  type ObservationKind,
} from './rules.ts';

export interface ObservationInput extends ObservationContent {
  /** Null for a new one. What it is about is settled when it is begun. */
  readonly id: number | null;
  readonly kind: ObservationKind;
  readonly planKey: string | null;
  readonly measureNumber: string | null;
  /** The version the observer started from; null for a new one. */
  readonly seen: number | null;
}

/**
 * Writes one of the observer's texts. Every version is kept; one that says what holds already is not
 * written. Of a published text, everyone goes on reading the version that was published.
 *
 * @returns its id, and whether anything was written
 * @throws DomainError 'forbidden', 'not-found', 'invalid', or 'conflict' when another version was
 *   written since `seen`
 */
export async function writeObservation(
  tx: ActorTransaction,
  actor: Actor,
  input: ObservationInput,
): Promise<{ id: number; changed: boolean }> {
  observationPolicy.demand(actor, 'write-observation', 'draft');
  const before = input.id === null ? null : await demandObservation(tx, actor, input.id);
  if (before) observationPolicy.demand(actor, 'write-observation', before.state);
  const content = readContent(input);
  const changes = changesBetween(before?.current ?? null, content);
  if (before && changes.length === 0) return { id: before.id, changed: false };
  if (before && before.version !== input.seen) throw overtaken(before);
  const id = before?.id ?? (await begin(tx, input));
  await tx
    .insertInto('observer_text_version')
    .values({
      text_id: id,
      version: (before?.version ?? 0) + 1,
      title: content.title,
      title_en: content.titleEn,
      body: content.body,
      body_en: content.bodyEn,
      addressed_to: content.addressedTo,
    })
    // Taken by a row this transaction could not see: it fails as crossed.
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await recordEvent(tx, {
    action: 'write-observation',
    subject: { kind: 'observation', key: String(id) },
    audience: 'observer',
    changes,
    details: { kind: before?.kind ?? input.kind },
  });
  return { id, changed: true };
}

async function begin(tx: ActorTransaction, input: ObservationInput): Promise<number> {
  const { kind, planKey, measureNumber } = input;
  if (!OBSERVATION_KINDS.includes(kind)) {
    throw new DomainError('invalid', 'Choisissez : commentaire, recommandation ou rapport.');
  }
  if (planKey === null && (kind === 'comment' || measureNumber !== null)) {
    throw new DomainError('invalid', 'Choisissez le plan dont il est question.');
  }
  const planId = planKey === null ? null : await demandPlan(tx, planKey);
  const measureId =
    planId === null || measureNumber === null
      ? null
      : await demandMeasure(tx, planId, measureNumber);
  const { id } = await tx
    .insertInto('observer_text')
    .values({ kind, plan_id: planId, measure_id: measureId })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function demandPlan(tx: ActorTransaction, key: string): Promise<number> {
  const id = await findPlanId(tx, key);
  if (id === null) throw new DomainError('not-found', `Aucun plan n’a la clé « ${key} ».`);
  return id;
}

/** By the number it has now, or had last. */
async function demandMeasure(
  tx: ActorTransaction,
  planId: number,
  number: string,
): Promise<number> {
  const { rows } = await sql<{ measure_id: number }>`
    select measure_id from measure_version
     where plan_id = ${planId} and number = ${number}
     order by valid desc limit 1`.execute(tx);
  const [found] = rows;
  if (!found) throw new DomainError('not-found', `Ce plan n’a pas de mesure ${number}.`);
  return found.measure_id;
}

function readContent(input: ObservationContent): ObservationContent {
  const content = {
    title: tidy(input.title).replaceAll('\n', ' '),
    body: tidy(input.body),
    titleEn: tidy(input.titleEn ?? '').replaceAll('\n', ' '),
    bodyEn: tidy(input.bodyEn ?? ''),
    addressedTo: tidy(input.addressedTo ?? '').replaceAll('\n', ' '),
  };
  const refuse = (message: string): never => {
    throw new DomainError('invalid', message);
  };
  if (content.title === '') refuse('Donnez un titre.');
  if (content.body === '') refuse('Le texte est vide : écrivez-le.');
  if ((content.titleEn === '') !== (content.bodyEn === '')) {
    refuse('En anglais, le titre et le texte vont ensemble : écrivez les deux, ou aucun.');
  }
  for (const [what, text, longest] of [
    ['Le titre', content.title, LONGEST_TITLE],
    ['Le titre anglais', content.titleEn, LONGEST_TITLE],
    ['Le destinataire', content.addressedTo, LONGEST_TITLE],
    ['Le texte', content.body, LONGEST_BODY],
    ['Le texte anglais', content.bodyEn, LONGEST_BODY],
  ] as const) {
    if (text.length <= longest) continue;
    refuse(
      `${what} a ${formatNumber('fr', text.length)} caractères, pour ${formatNumber('fr', longest)} au plus. Raccourcissez.`,
    );
  }
  return {
    title: content.title,
    body: content.body,
    titleEn: content.titleEn === '' ? null : content.titleEn,
    bodyEn: content.bodyEn === '' ? null : content.bodyEn,
    addressedTo: content.addressedTo === '' ? null : content.addressedTo,
  };
}

function changesBetween(before: ObservationContent | null, after: ObservationContent): Change[] {
  return (['title', 'body', 'titleEn', 'bodyEn', 'addressedTo'] as const)
    .map((field) => ({ field, before: before?.[field] ?? null, after: after[field] }))
    .filter((change) => change.before !== change.after);
}

function overtaken({ current }: ObservationView): DomainError {
  return new DomainError(
    'conflict',
    `${current.recordedBy} a enregistré une autre version le ${formatInstant('fr', current.recordedAt)}. Rien n’a été écrit : comparez avec votre texte, puis enregistrez de nouveau.`,
    { version: current.version },
  );
}
