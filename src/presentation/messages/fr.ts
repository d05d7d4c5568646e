import { computation } from './fr/computation.ts';
import { state } from './fr/state.ts';
import { summary } from './fr/summary.ts';

/** What is said of a plan in French, on pages and in documents alike. */
export const fr = { computation, state, summary };

export type PlanMessages = typeof fr;
