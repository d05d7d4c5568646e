import { type Bilingual, findPlanId, tidy } from '#modules/plan/index.ts';
import { isIsoDate } from '#modules/plan/rules/iso-date.ts';
import type { Actor } from '#platform/actor/actor.ts';
import { recordEvent } from '#platform/audit/record-event.ts';
import type { ActorTransaction } from '#platform/database/database.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { formatDate, formatInstant } from '#platform/i18n/dates.ts';
import { formatNumber } from '#platform/i18n/numbers.ts';
import { appendText } from './append.ts';
import { reportPolicy } from './policy.ts';
import { isInForce, readHolding, readTemplateInForce, readWriter } from './queries.ts';
import { type TextPart, textPartsOf } from './report-template.ts';
import type { TextVersion } from './report-texts-reader.ts';

/** In characters, for each language. */
const LONGEST_TEXT = 40_000;

export interface ReportTextInput {
  readonly planKey: string;
  /** A text part of the plan's template. */
  readonly key: string;
  readonly asOf: string;
  /** Null, as both are, withdraws the text. */
  readonly body: string | null;
  readonly bodyEn: string | null;
  /** The version the editor started from, withdrawal or not; null where there was none. */
  readonly seen: number | null;
}

/**
 * Writes a text of the report for a date, or withdraws it. Every version is kept; one that says what
 * holds already is not written.
 *
 * @returns the version that holds afterwards, and whether it is a new one
 * @throws DomainError 'forbidden', 'not-found', 'invalid' naming the text, or 'conflict' when
 *   somebody wrote another version since `seen`
 */
export async function editReportText(
  tx: ActorTransaction,
  actor: Actor,
  input: ReportTextInput,
): Promise<{ versionId: number | null; changed: boolean }> {
  reportPolicy.demand(actor, 'edit-report');
  const { planKey, key, asOf, seen } = input;
  if (!isIsoDate(asOf)) {
    throw new DomainError('invalid', `« ${asOf} » n’est pas une date : écrivez AAAA-MM-JJ.`);
  }
  const planId = await demandPlan(tx, planKey, asOf);
  const part = await demandPart(tx, planId, planKey, key);
  const body = readBody(part, input);
  const current = (await readHolding(tx, planId, [part], asOf)).get(key) ?? null;
  if (sameBody(current?.body ?? null, body)) {
    return { versionId: current?.versionId ?? null, changed: false };
  }
  if ((current?.versionId ?? null) !== seen) throw await overtaken(tx, part, current, asOf);
  const versionId = await appendText(tx, { planId, key, asOf, body, source: 'declared' });
  await recordEvent(tx, {
    action: body === null ? 'withdraw-report-text' : 'edit-report-text',
    subject: { kind: 'plan', key: planKey },
    details: { key, heading: part.heading.fr, asOf, versionId },
  });
  return { versionId, changed: true };
}

async function demandPlan(tx: ActorTransaction, planKey: string, asOf: string): Promise<number> {
  const planId = await findPlanId(tx, planKey);
  if (planId === null || !(await isInForce(tx, planId, asOf))) {
    throw new DomainError('not-found', `Aucun plan « ${planKey} » en vigueur au ${asOf}.`);
  }
  return planId;
}

async function demandPart(
  tx: ActorTransaction,
  planId: number,
  planKey: string,
  key: string,
): Promise<TextPart> {
  const template = await readTemplateInForce(tx, planId);
  const part = template && textPartsOf(template).find((candidate) => candidate.key === key);
  if (part) return part;
  throw new DomainError(
    'not-found',
    `Le modèle de rapport du plan « ${planKey} » n’a pas de texte « ${key} ». Gardez ce que vous avez écrit, et relisez la page.`,
  );
}

/** What is to be kept, tidied; null is a withdrawal. */
function readBody(part: TextPart, { body, bodyEn }: ReportTextInput): Bilingual | null {
  const fr = tidy(body ?? '');
  const en = tidy(bodyEn ?? '');
  for (const [text, language] of [
    [fr, 'français'],
    [en, 'anglais'],
  ] as const) {
    if (text.length <= LONGEST_TEXT) continue;
    throw new DomainError(
      'invalid',
      `« ${part.heading.fr} » : ${formatNumber('fr', LONGEST_TEXT)} caractères au plus; le texte ${language} en a ${formatNumber('fr', text.length)}. Raccourcissez-le.`,
    );
  }
  if (fr === '' && en !== '') {
    throw new DomainError(
      'invalid',
      `« ${part.heading.fr} » : le texte anglais ne va pas seul. Écrivez d’abord le français.`,
    );
  }
  return fr === '' ? null : { fr, en: en === '' ? null : en };
}

function sameBody(one: Bilingual | null, other: Bilingual | null): boolean {
  return one?.fr === other?.fr && one?.en === other?.en;
}

async function overtaken(
  tx: ActorTransaction,
  part: TextPart,
  current: TextVersion | null,
  asOf: string,
): Promise<DomainError> {
  const what = `« ${part.heading.fr} »`;
  if (current === null) {
    return new DomainError(
      'conflict',
      `${what} : il n’y a plus de texte au ${formatDate('fr', asOf)}. Rien n’a été écrit : relisez la page, puis enregistrez de nouveau.`,
    );
  }
  const { versionId, recordedAt, body } = current;
  const writer = await readWriter(tx, versionId);
  const did = body === null ? 'a retiré ce texte' : 'a enregistré une autre version';
  return new DomainError(
    'conflict',
    `${what} : ${writer} ${did} le ${formatInstant('fr', recordedAt)}. Rien n’a été écrit : comparez avec votre texte, puis enregistrez de nouveau.`,
    { versionId },
  );
}
