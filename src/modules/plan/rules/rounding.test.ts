import { describe, expect, it } from 'vitest';
import { roundShare } from './rounding.ts';

describe('roundShare', () => {
  it.each([
    [0.285, 'nearest', 0.29],
    [0.29, 'down', 0.29],
    [0.07, 'up', 0.07],
    [0.071, 'up', 0.08],
    [0.079, 'down', 0.07],
    [0.0749, 'nearest', 0.07],
    [1 / 3, 'none', 1 / 3],
  ] as const)('takes %d %s to %d', (share, rounding, rounded) => {
    expect(roundShare(share, rounding)).toBe(rounded);
  });
});
