import type { OrganisationRef } from '#modules/plan/index.ts';
import type { LedPlan } from '#web/work/people.ts';
import type { Services } from './services.ts';

/** What an organisation leads today, in the plans in force. */
export interface Leading {
  readonly organisation: OrganisationRef;
  readonly plans: readonly LedPlan[];
}

/** Every organisation that leads a measure today, by key. Groups and unknown names lead through nobody. */
export async function readLeading({
  plans,
  today,
}: Pick<Services, 'plans' | 'today'>): Promise<ReadonlyMap<string, Leading>> {
  const leading = new Map<string, { organisation: OrganisationRef; plans: LedPlan[] }>();
  for (const { key } of await plans.list()) {
    const found = await plans.state(key, today());
    if (found.kind !== 'found') continue;
    const { plan, measures } = found.state;
    const led = measures.flatMap((measure) =>
      measure.leads.flatMap(({ organisation }) =>
        organisation ? [{ organisation, measure }] : [],
      ),
    );
    for (const [organisationKey, own] of Map.groupBy(led, (one) => one.organisation.key)) {
      const [first] = own;
      if (!first) continue;
      const entry = leading.get(organisationKey) ?? { organisation: first.organisation, plans: [] };
      leading.set(organisationKey, entry);
      const distinct = new Map(own.map(({ measure }) => [measure.id, measure]));
      entry.plans.push({
        key,
        title: plan.title,
        measures: [...distinct.values()].map(({ id, number, shortName }) => ({
          id,
          number,
          name: shortName,
        })),
      });
    }
  }
  return leading;
}

export function countMeasures(plans: readonly LedPlan[]): number {
  return plans.reduce((sum, { measures }) => sum + measures.length, 0);
}
