import { setReportTemplate } from '#modules/report-texts/index.ts';
import { COAST_TEMPLATE } from '#modules/report-texts/testing/template.ts';
import { transact } from '#platform/database/database.ts';
import type { Services } from '../../src/server/services.ts';
import { COORDINATOR } from './test-site.ts';
import { bring, coastTable } from './test-table.ts';

/** Makes a plan whose report has a small template, and nothing written. */
export async function makeReportPlan(
  services: Services,
  planKey: string,
  asOf: string,
): Promise<void> {
  await bring(services, coastTable(asOf), { planKey });
  await transact(services.db, COORDINATOR, (tx) =>
    setReportTemplate(tx, COORDINATOR, { planKey, template: COAST_TEMPLATE }),
  );
  await services.refresh();
}
