/**
 * Shares of one (0.5 is half) held as whole numbers of ten-billionths. Percentages arrive as decimals
 * that binary numbers cannot hold (0.1 + 0.2 is not 0.3); whole numbers add up exactly, in any order,
 * for up to 900,000 figures.
 */
export const UNITS_PER_ONE = 1e10;

/** One percentage point, in the same ten-billionths. */
export const UNITS_PER_POINT = UNITS_PER_ONE / 100;

/** The share in ten-billionths, to the nearest. */
export function inUnits(share: number): number {
  return Math.round(share * UNITS_PER_ONE);
}

/** The mean of shares, the same whatever their order; null when there is none. */
export function meanOfShares(shares: readonly number[]): number | null {
  if (shares.length === 0) return null;
  const sum = shares.reduce((total, share) => total + inUnits(share), 0);
  return sum / (shares.length * UNITS_PER_ONE);
}
