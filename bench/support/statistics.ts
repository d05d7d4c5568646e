/** @throws when there is nothing to take the median of */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const around = sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1);
  if (around.length === 0) throw new Error('no value to take the median of');
  return around.reduce((sum, value) => sum + value, 0) / around.length;
}

/**
 * The value that a share of all values does not exceed (nearest rank).
 *
 * @param share from 0 to 1: 0.95 for the 95th percentile
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  const value = sorted[rank - 1];
  if (value === undefined) throw new Error('no value to take the percentile of');
  return value;
}
