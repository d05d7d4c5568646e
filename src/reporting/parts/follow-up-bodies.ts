import type { Inline } from '#documents/document.ts';
import { text } from '#documents/inlines.ts';
import type { OrganisationRef } from '#modules/plan/index.ts';
import { drawMarker } from '../drawing/svg.ts';
import { type PartContext, said } from '../part-context.ts';

/** The bodies that follow measures up, in the order of their marks: the coordinator's is the first. */
export interface FollowUpBodies {
  readonly bodies: readonly OrganisationRef[];
  /** Which mark a body has; null for "unknown". */
  rankOf(body: OrganisationRef | null): number | null;
}

export function followUpBodies({ state }: PartContext): FollowUpBodies {
  const bodies = new Map<string, OrganisationRef>();
  const { coordinator } = state.plan;
  if (coordinator) bodies.set(coordinator.key, coordinator);
  for (const { followUp } of state.measures) if (followUp) bodies.set(followUp.key, followUp);
  const ranks = new Map([...bodies.keys()].map((key, rank) => [key, rank]));
  return {
    bodies: [...bodies.values()],
    rankOf: (body) => (body === null ? null : (ranks.get(body.key) ?? null)),
  };
}

/** What the marks mean, "unknown" included. */
export function legendOf(context: PartContext, { bodies }: FollowUpBodies): Inline[] {
  const { t } = context;
  const known = bodies.flatMap((body, rank): Inline[] => [
    text(' '),
    drawMarker(rank),
    text('\u00A0'),
    said(context, body.name),
    text(';'),
  ]);
  return [
    text(t.followUp.legend),
    ...known,
    text(' '),
    drawMarker(null),
    text(`\u00A0${t.followUp.unknown}.`),
  ];
}
