import { findPlanId, tidy } from '#modules/plan/index.ts';
import type { Actor } from '#platform/actor/actor.ts';
import { recordEvent } from '#platform/audit/record-event.ts';
import type { ActorTransaction } from '#platform/database/database.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { appendTemplate, appendText } from './append.ts';
import { reportPolicy } from './policy.ts';
import { readOwnTemplate } from './queries.ts';
import type { ReportData } from './report-data.ts';
import { type ReportTemplate, textPartsOf } from './report-template.ts';

/** The report of a plan; or the template of the plans that have none of their own, where it has no plan. */
export type ReportToLoad =
  | { readonly planKey: string; readonly data: ReportData }
  | { readonly planKey: null; readonly template: ReportTemplate };

/**
 * Brings in a report's built-in template and texts. A template that is there already, and a text of
 * which anything was ever written, are left alone: what people wrote since is worth more.
 *
 * @throws DomainError 'forbidden', 'not-found' for a plan that is not there, 'invalid' for a text that
 *   is no part of the template
 */
export async function loadReport(
  tx: ActorTransaction,
  actor: Actor,
  report: ReportToLoad,
): Promise<{ loaded: boolean }> {
  reportPolicy.demand(actor, 'edit-report');
  const { planKey } = report;
  const planId = planKey === null ? null : await demandPlanId(tx, planKey);
  const template = report.planKey === null ? report.template : report.data.template;
  const setsTemplate = (await readOwnTemplate(tx, planId)) === null;
  if (setsTemplate) await appendTemplate(tx, planId, template);
  const texts =
    report.planKey === null || planId === null ? [] : await loadTexts(tx, planId, report.data);
  if (!setsTemplate && texts.length === 0) return { loaded: false };
  await recordEvent(tx, {
    action: 'load-report',
    subject: { kind: 'plan', key: planKey ?? '*' },
    details: { template: setsTemplate, texts },
  });
  return { loaded: true };
}

async function demandPlanId(tx: ActorTransaction, planKey: string): Promise<number> {
  const planId = await findPlanId(tx, planKey);
  if (planId !== null) return planId;
  throw new DomainError('not-found', `Aucun plan n’a la clé « ${planKey} ».`);
}

/** @returns the keys of the texts that were written */
async function loadTexts(
  tx: ActorTransaction,
  planId: number,
  { template, asOf, source, texts }: ReportData,
): Promise<string[]> {
  const keys = new Set(textPartsOf(template).map(({ key }) => key));
  const written = await tx
    .selectFrom('report_text')
    .select('key')
    .distinct()
    .where('plan_id', '=', planId)
    .execute();
  const known = new Set(written.map(({ key }) => key));
  const added: string[] = [];
  for (const [key, { fr, en }] of Object.entries(texts)) {
    if (!keys.has(key)) {
      throw new DomainError(
        'invalid',
        `Le jeu de données a un texte « ${key} » qui n’est pas dans son modèle de rapport.`,
      );
    }
    if (known.has(key)) continue;
    const body = { fr: tidy(fr), en: en === null ? null : tidy(en) };
    await appendText(tx, { planId, key, asOf, body, source });
    added.push(key);
  }
  return added;
}
