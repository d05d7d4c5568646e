import type { Comparison, Computed } from './computation.ts';
import { type Rounding, roundShare } from './rounding.ts';
import { inUnits, UNITS_PER_POINT } from './share.ts';

const ROUNDINGS: readonly Rounding[] = ['nearest', 'down', 'up', 'none'];

/** A whole percentage point, a tenth and a hundredth of one. */
const STEPS: readonly number[] = [UNITS_PER_POINT, UNITS_PER_POINT / 10, UNITS_PER_POINT / 100];

/**
 * Sets a stated share beside the computed one. They differ by rounding when the stated one is another
 * rounding of the exact figure, to the point or to one or two decimals, hence less than a point away:
 * 58 of 60 is 96.67 %, so 96 % was rounded down. The stated figure is never changed.
 */
export function compareWithStated(stated: number, computation: Computed): Comparison {
  if (inUnits(stated) === inUnits(computation.value)) return 'equal';
  const exact = Math.min(1, Math.max(0, computation.exact));
  const rounded = STEPS.some((step) =>
    ROUNDINGS.some((rounding) => inUnits(roundShare(exact, rounding, step)) === inUnits(stated)),
  );
  return rounded ? 'differs-by-rounding' : 'differs';
}
