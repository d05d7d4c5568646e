/** What the observer writes: a comment on a plan or a measure, or what is addressed to who runs the plan. */
export const OBSERVATION_KINDS = ['comment', 'recommendation', 'report'] as const;
export type ObservationKind = (typeof OBSERVATION_KINDS)[number];

export type ObservationState = 'draft' | 'published' | 'withdrawn';

/** In characters. */
export const LONGEST_TITLE = 200;
export const LONGEST_BODY = 40_000;

/** What a version says: plain text, as `rules/narrative.ts` of the plan reads it. */
export interface ObservationContent {
  readonly title: string;
  readonly body: string;
  /** In English: both, or neither. */
  readonly titleEn: string | null;
  readonly bodyEn: string | null;
  readonly addressedTo: string | null;
}
