import type { ComputationRule, Observation } from '../rules/computed-progress.ts';

/**
 * What a plan should be on a date, whoever says so: a follow-up table, or a built-in data set.
 * `undefined` is "not said": what is there stays.
 */
export interface PlanDraft {
  readonly themes: readonly DraftTheme[];
  readonly measures: readonly DraftMeasure[];
  /** Whether these are a body's own statements or our summary of a document. */
  readonly source: 'summary' | 'declared';
}

export interface DraftTheme {
  readonly number: string;
  readonly name: string;
  readonly nameEn?: string | null;
  readonly objective?: string | null | undefined;
  readonly objectiveEn?: string | null;
}

export interface DraftMeasure {
  readonly number: string;
  readonly name: string;
  readonly nameEn?: string | null;
  readonly shortName?: string | null;
  readonly shortNameEn?: string | null;
  /** The number of its theme; null where the table has no themes. */
  readonly theme: string | null;
  readonly leadText: string | null;
  readonly collaboratorText: string | null;
  readonly followUpText?: string | null;
  readonly followUpId?: number | null;
  readonly parties: readonly DraftParty[];
  readonly lines: readonly DraftLine[];
}

export interface DraftParty {
  readonly role: 'lead' | 'collaborator';
  readonly text: string;
  readonly qualifier: string | null;
  readonly organisationId: number | null;
  readonly groupId: number | null;
}

export interface DraftLine {
  readonly scope: 'measure' | 'indicator' | 'file';
  readonly indicator: DraftIndicator | null;
  readonly label: string | null;
  readonly leadText: string | null;
  readonly expected: boolean;
  readonly figure: 'stated' | 'not-applicable' | 'nothing-to-report' | 'missing';
  readonly value: number | null;
  readonly narrative: string | null;
  readonly narrativeEn?: string | null;
  /** Where the table says it: its row, and each thing on it. */
  readonly cell: string | null;
  readonly cells?: Readonly<Partial<Record<string, string>>>;
}

export interface DraftIndicator {
  readonly label: string;
  readonly labelEn?: string | null;
  readonly deadline: string | null;
  readonly computation?: ComputationRule | null;
  readonly observation?: {
    readonly observed: Observation;
    readonly note: string | null;
    readonly noteEn: string | null;
  } | null;
}
