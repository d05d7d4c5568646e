import { inUnits, UNITS_PER_ONE, UNITS_PER_POINT } from './share.ts';

/** How a computed share becomes a whole percentage: to the nearest (a half going up), down, up, or not at all. */
export type Rounding = 'nearest' | 'down' | 'up' | 'none';

/**
 * Rounds a share to whole steps, by default of one percentage point.
 *
 * @param step the step, in ten-billionths of one
 * @returns a share, not a percentage
 */
export function roundShare(share: number, rounding: Rounding, step = UNITS_PER_POINT): number {
  if (rounding === 'none') return share;
  // Through whole units: 0.29 × 100 is a hair under 29, and 0.07 × 100 a hair over 7.
  const steps = inUnits(share) / step;
  return (wholeSteps(steps, rounding) * step) / UNITS_PER_ONE;
}

function wholeSteps(steps: number, rounding: 'nearest' | 'down' | 'up'): number {
  switch (rounding) {
    case 'nearest':
      return Math.floor(steps + 0.5);
    case 'down':
      return Math.floor(steps);
    case 'up':
      return Math.ceil(steps);
  }
}
