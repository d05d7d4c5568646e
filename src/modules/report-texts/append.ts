import { sql } from 'kysely';
import type { Bilingual } from '#modules/plan/index.ts';
import type { ActorTransaction } from '#platform/database/database.ts';
import type { ReportTemplate } from './report-template.ts';

/*
 * Versions are counted. Two transactions that add one at once count the same: the second finds the
 * number taken by a row it could not see, and fails as crossed.
 */

/** Adds a version of a plan's template, or of the default one where `planId` is null. */
export async function appendTemplate(
  tx: ActorTransaction,
  planId: number | null,
  template: ReportTemplate,
): Promise<void> {
  await tx
    .insertInto('report_template')
    .values({
      plan_id: planId,
      version: sql<number>`(select coalesce(max(version), 0) + 1 from report_template
                             where plan_id is not distinct from ${planId}::integer)`,
      content: JSON.stringify(template),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export interface NewVersion {
  readonly planId: number;
  readonly key: string;
  readonly asOf: string;
  readonly body: Bilingual | null;
  readonly source: 'summary' | 'declared';
}

/** Adds a version of a text. @returns its id */
export async function appendText(tx: ActorTransaction, added: NewVersion): Promise<number> {
  const { planId, key, asOf, body, source } = added;
  const { id } = await tx
    .insertInto('report_text')
    .values({
      plan_id: planId,
      key,
      version: sql<number>`(select coalesce(max(version), 0) + 1 from report_text
                             where plan_id = ${planId} and key = ${key})`,
      as_of: asOf,
      body: body?.fr ?? null,
      body_en: body?.en ?? null,
      source,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
