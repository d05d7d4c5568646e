import { computation } from './en/computation.ts';
import { state } from './en/state.ts';
import { summary } from './en/summary.ts';
import type { PlanMessages } from './fr.ts';

/** The same in English. */
export const en = { computation, state, summary } satisfies PlanMessages;
