import type { MeasureState, PlanState } from '#modules/plan/index.ts';

/** The measures an organisation answers for in a plan, and those it helps with. */
export interface Involvement {
  readonly leads: readonly MeasureState[];
  readonly helps: readonly MeasureState[];
}

/** What an organisation does in a plan; one that both leads and helps a measure leads it. */
export function involvementOf(state: PlanState, organisation: string): Involvement {
  const leads = state.measures.filter((measure) => names(measure.leads, organisation));
  const helps = state.measures.filter(
    (measure) => names(measure.collaborators, organisation) && !leads.includes(measure),
  );
  return { leads, helps };
}

/** How many measures each organisation leads and helps with, over several plans, by its key. */
export function countInvolvement(
  states: readonly PlanState[],
): ReadonlyMap<string, { readonly leads: number; readonly helps: number }> {
  const counts = new Map<string, { leads: number; helps: number }>();
  for (const { leads, collaborators } of states.flatMap((state) => state.measures)) {
    const leading = keysOf(leads);
    const helping = [...keysOf(collaborators)].filter((key) => !leading.has(key));
    for (const key of leading) countOf(counts, key).leads += 1;
    for (const key of helping) countOf(counts, key).helps += 1;
  }
  return counts;
}

function countOf(counts: Map<string, { leads: number; helps: number }>, key: string) {
  const count = counts.get(key) ?? { leads: 0, helps: 0 };
  counts.set(key, count);
  return count;
}

function keysOf(parties: MeasureState['leads']): Set<string> {
  return new Set(parties.flatMap(({ organisation }) => (organisation ? [organisation.key] : [])));
}

function names(parties: MeasureState['leads'], organisation: string): boolean {
  return parties.some((party) => party.organisation?.key === organisation);
}
