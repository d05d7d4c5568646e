import { isDeepStrictEqual } from 'node:util';
import { findPlanId } from '#modules/plan/index.ts';
import type { Actor } from '#platform/actor/actor.ts';
import { recordEvent } from '#platform/audit/record-event.ts';
import type { ActorTransaction } from '#platform/database/database.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { appendTemplate } from './append.ts';
import { reportPolicy } from './policy.ts';
import { readOwnTemplate } from './queries.ts';
import { parseReportTemplate } from './report-template.ts';

export interface ReportTemplateInput {
  readonly planKey: string;
  /** Read as a template; what does not conform is refused. */
  readonly template: unknown;
}

/**
 * Gives a plan's report a template of its own, from now on and for every date. Texts whose part is no
 * longer in it are kept, and come back with the part. The one it has already is not written again.
 *
 * @throws DomainError 'forbidden', 'not-found', 'invalid' with the place of each thing that is wrong
 */
export async function setReportTemplate(
  tx: ActorTransaction,
  actor: Actor,
  { planKey, template }: ReportTemplateInput,
): Promise<{ changed: boolean }> {
  reportPolicy.demand(actor, 'edit-report');
  const parsed = parseReportTemplate(template);
  const planId = await findPlanId(tx, planKey);
  if (planId === null) {
    throw new DomainError('not-found', `Aucun plan n’a la clé « ${planKey} ».`);
  }
  if (isDeepStrictEqual(await readOwnTemplate(tx, planId), parsed)) return { changed: false };
  await appendTemplate(tx, planId, parsed);
  await recordEvent(tx, {
    action: 'set-report-template',
    subject: { kind: 'plan', key: planKey },
    details: { parts: parsed.parts.length },
  });
  return { changed: true };
}
