import type { PlanState, PlanSummary } from '#modules/plan/index.ts';
import type { Site } from '#web/site-context.ts';

/** A plan on the date asked for; `state` is null when it is not in force then. */
export interface PlanOnDate {
  readonly summary: PlanSummary;
  readonly state: PlanState | null;
}

/** Every plan on a date, or, without one, each on its latest. */
export async function readPlans(site: Site, asOf: string | null): Promise<PlanOnDate[]> {
  const summaries = await site.plans.list();
  return Promise.all(
    summaries.map(async (summary) => {
      const result = await site.plans.state(summary.key, asOf);
      return { summary, state: result.kind === 'found' ? result.state : null };
    }),
  );
}

/** The date shown on a page about several plans: the one asked for, else the latest that has statements. */
export function dateShown(site: Site, asOf: string | null, plans: readonly PlanOnDate[]): string {
  const latest = plans.flatMap(({ summary }) => summary.latestStatementDate ?? []);
  return asOf ?? latest.toSorted().at(-1) ?? site.today;
}
