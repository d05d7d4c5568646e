/** Where an update stands, from what its organisation writes to what the coordination approved. */
export const UPDATE_STATES = ['draft', 'submitted', 'validated', 'approved', 'returned'] as const;
export type UpdateState = (typeof UPDATE_STATES)[number];

/** What makes an update pass from a state to another. */
export const UPDATE_ACTIONS = ['submit', 'validate', 'return', 'approve'] as const;
export type UpdateAction = (typeof UPDATE_ACTIONS)[number];

/**
 * Who acts: `writer` is the respondent, or the alternate who stands in; `validator` validates for the
 * organisation; `coordination` approves for all.
 */
export type UpdateRole = 'writer' | 'validator' | 'coordination';

export interface Transition {
  readonly action: UpdateAction;
  readonly from: UpdateState;
  readonly to: UpdateState;
  readonly by: UpdateRole;
  /** Whether the organisation must have, or must lack, a validator for the line; null where it is all the same. */
  readonly validator: boolean | null;
  readonly needsReason: boolean;
}

const passage = (
  action: UpdateAction,
  from: UpdateState,
  to: UpdateState,
  by: UpdateRole,
  validator: boolean | null = null,
): Transition => ({ action, from, to, by, validator, needsReason: action === 'return' });

/**
 * Every passage there is. Without a validator an update goes straight to the coordination, also when
 * it was submitted to one who has left since.
 */
export const TRANSITIONS: readonly Transition[] = [
  passage('submit', 'draft', 'submitted', 'writer', true),
  passage('submit', 'returned', 'submitted', 'writer', true),
  passage('submit', 'draft', 'validated', 'writer', false),
  passage('submit', 'returned', 'validated', 'writer', false),
  passage('submit', 'submitted', 'validated', 'writer', false),
  passage('validate', 'submitted', 'validated', 'validator'),
  passage('return', 'submitted', 'returned', 'validator'),
  passage('return', 'validated', 'returned', 'coordination'),
  passage('approve', 'validated', 'approved', 'coordination'),
];

/** The passage an action takes from a state; null where there is none. */
export function transitionOf(
  action: UpdateAction,
  from: UpdateState,
  hasValidator: boolean,
): Transition | null {
  return (
    TRANSITIONS.find(
      (transition) =>
        transition.action === action &&
        transition.from === from &&
        (transition.validator === null || transition.validator === hasValidator),
    ) ?? null
  );
}

/** Whether what it says may be changed; nothing that left its writers may. */
export function isWritable(state: UpdateState): boolean {
  return state === 'draft' || state === 'returned';
}

/** The four things that can be said of a figure, as the plan has them. */
export const FIGURES = ['stated', 'not-applicable', 'nothing-to-report', 'missing'] as const;
export type Figure = (typeof FIGURES)[number];

/** What a version of an update says. */
export interface UpdateContent {
  readonly figure: Figure;
  /** A share from 0 to 1; null unless the figure is stated. */
  readonly value: number | null;
  /** Plain text, as `rules/narrative.ts` of the plan reads it. */
  readonly narrative: string | null;
  readonly difficulty: string | null;
}

/** Whether it says anything at all: silence is not submitted. */
export function saysSomething({ figure, narrative }: UpdateContent): boolean {
  return figure !== 'missing' || narrative !== null;
}

/**
 * Reads a percentage as people type it: "45", "45,5 %"; four decimals at most.
 *
 * @returns a share from 0 to 1, exactly as typed; null when it is no percentage from 0 to 100
 */
export function parsePercent(text: string): number | null {
  const match = /^(\d{1,3}(?:[.,]\d{1,4})?)\s*%?$/.exec(text.trim());
  if (!match?.[1]) return null;
  const share = Number(`${match[1].replace(',', '.')}e-2`);
  return share <= 1 ? share : null;
}

/** A share as its percentage is typed: "45,5". Reading it again gives the same share. */
export function writePercent(share: number): string {
  return String(Number(`${share}e2`)).replace('.', ',');
}
