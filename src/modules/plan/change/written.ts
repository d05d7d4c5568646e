import type { Period } from '#platform/database/temporal.ts';
import type { LineChange } from './difference.ts';
import type { DraftLine, DraftMeasure, PlanDraft } from './plan-draft.ts';

export interface WriteOptions {
  readonly planId: number;
  /** Over which days the definitions hold. */
  readonly period: Period;
  /** The date the statements are for. */
  readonly asOf: string;
  readonly source: PlanDraft['source'];
  readonly importId: number | null;
}

/** A line that is in force afterwards, with its indicator. */
export interface WrittenLine {
  readonly change: LineChange;
  readonly draft: DraftLine;
  readonly measure: DraftMeasure;
  readonly id: number;
  readonly indicatorId: number | null;
}
