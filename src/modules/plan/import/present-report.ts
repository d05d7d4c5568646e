import { FIELD_LABELS } from '../follow-up-table/index.ts';

import { describeDifference } from './describe-report.ts';

import type { ImportReport } from './import-follow-up.ts';

/** A page shows so many differences; the counts always say how many there are. */
const MOST_DIFFERENCES = 1000;

/** An import's report as pages and the command line show it. */
export function presentReport(report: ImportReport) {
  const { recognition, difference } = report;
  return {
    planKey: report.planKey,
    planTitle: report.title,
    newPlan: report.newPlan,
    asOf: report.asOf,
    sheet: recognition?.sheet ?? null,
    counts: difference?.counts ?? { added: 0, changed: 0, unchanged: 0, withdrawn: 0 },
    summary: report.summary,
    differences: difference ? describeDifference(difference).slice(0, MOST_DIFFERENCES) : [],
    messages: report.messages,
    columns: [
      ...(recognition?.columns ?? []),
      ...(recognition?.unrecognised ?? []).map((column) => ({ ...column, field: null })),
    ],
    fields: Object.entries(FIELD_LABELS).map(([field, label]) => ({ field, label })),
    fingerprint: report.fingerprint,
  };
}
