/** What a figure counts. Sizes are decimal, as networks and disks count them: 1 Mo = 1 000 000. */
export type Unit = 's' | 'ms' | 'Mo' | 'ko' | 'req/s' | '×' | 'pages' | 'mesures';

/** What is aimed at; `below` excludes the value itself. */
export interface Target {
  readonly bound: 'at-most' | 'below' | 'at-least';
  readonly value: number;
}

/** One line of the table. Without a target it is there to be read, not judged. */
export interface Measured {
  readonly kind: 'measured';
  readonly label: string;
  readonly unit: Unit;
  readonly target: Target | null;
  readonly value: number;
  /** Where the value comes from, in a few words. */
  readonly detail: string;
}

/** A line without a value: this system cannot give it, or measuring it failed. */
export interface Unmeasured {
  readonly kind: 'not-offered' | 'failed';
  readonly label: string;
  readonly reason: string;
}

export type Figure = Measured | Unmeasured;

export const atMost = (value: number): Target => ({ bound: 'at-most', value });
export const below = (value: number): Target => ({ bound: 'below', value });
export const atLeast = (value: number): Target => ({ bound: 'at-least', value });

/** Whether a figure holds its target; null where it has none. */
export function holds({ value, target }: Measured): boolean | null {
  if (target === null) return null;
  if (target.bound === 'at-least') return value >= target.value;
  return target.bound === 'below' ? value < target.value : value <= target.value;
}

/** Measured over aimed at; null without a target, or where the target is nothing at all. */
export function ratioToTarget({ value, target }: Measured): number | null {
  return target === null || target.value === 0 ? null : value / target.value;
}
