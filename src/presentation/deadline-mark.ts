import type { IndicatorState } from '#modules/plan/index.ts';
import type { Axis } from './axis.ts';
import type { ShapeName } from './shapes.ts';

/** A period shorter than this is a point at the scale of a plan. In percent of the axis. */
const SHORTEST_SPAN = 1.5;

/** How a deadline stands on a lane: all along it, or as a shape at a place, with its period before it. */
export type DeadlineMark =
  | { readonly kind: 'ongoing' }
  | {
      readonly kind: 'point';
      readonly shape: ShapeName;
      /** In percent of the axis. */
      readonly at: number;
      /** Where its period begins; null for a day, or a period too short to be seen. */
      readonly from: number | null;
    };

/** Null for a deadline that has no place in time. */
export function markOf({ deadline, due, state }: IndicatorState, axis: Axis): DeadlineMark | null {
  if (deadline?.kind === 'ongoing') return { kind: 'ongoing' };
  if (deadline === null || due === null || state === 'undated') return null;
  const at = axis.place(due);
  const from = deadline.kind === 'dated' ? axis.place(deadline.earliest) : at;
  return { kind: 'point', shape: state, at, from: at - from < SHORTEST_SPAN ? null : from };
}
