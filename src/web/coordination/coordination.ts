import type {
  ReportTextInput,
  SignedVersion,
  TextPart,
  TextVersion,
} from '#modules/report-texts/index.ts';

/**
 * What the coordinator can do from the site: bring a follow-up table in (upload, see the
 * difference, confirm), edit the plan's texts and those of its report. Each call is one use case; a
 * refusal is a DomainError whose message is shown.
 */
export interface Coordination {
  /** Keeps the file and returns the preview's address key. */
  draftImport(input: DraftInput): Promise<{ readonly draft: string }>;
  previewImport(draft: string, choices?: PreviewChoices): Promise<ImportPreview>;
  /** Imports exactly what `fingerprint`'s preview showed; refused when anything has changed since. */
  confirmImport(draft: string, fingerprint: string): Promise<ImportPreview>;
  discardImport(draft: string): Promise<void>;
  editTexts(planKey: string, texts: PlanTexts): Promise<void>;
  /** What is written, and not yet, for a plan's report at a date. */
  reportTexts(planKey: string, asOf: string): Promise<ReportTexts>;
  /** Writes a text of the report, or withdraws it; says whether that changed anything. */
  editReportText(input: ReportTextInput): Promise<{ readonly changed: boolean }>;
}

export interface ReportTexts {
  /** "Rapport annuel 2021-2022". */
  readonly title: string;
  /** In the order of the report. */
  readonly texts: readonly ReportTextState[];
}

/** A text of the report, as its form needs it. */
export interface ReportTextState {
  readonly part: TextPart;
  /** The version that holds at the date, withdrawal or not; null where none does. */
  readonly holding: TextVersion | null;
  /** Whatever their dates, the latest recorded first. */
  readonly versions: readonly SignedVersion[];
}

export interface DraftInput {
  readonly planKey: string;
  readonly asOf: string | null;
  readonly fileName: string;
  readonly content: Uint8Array;
}

export interface PreviewChoices {
  readonly asOf?: string | null;
  /** Column letter → field, for columns the recogniser did not know. */
  readonly mapping?: Readonly<Record<string, string>>;
  /** Keep names that look like a slip of a known organisation's as they are. */
  readonly keepUnknown?: boolean;
}

export interface ImportMessage {
  readonly severity: 'error' | 'warning' | 'info';
  readonly code: string;
  readonly sheet: string | null;
  readonly cell: string | null;
  /** French, one line. */
  readonly text: string;
}

export interface ImportPreview {
  readonly planKey: string;
  readonly planTitle: string | null;
  readonly newPlan: boolean;
  readonly fileName: string;
  readonly asOf: string | null;
  readonly sheet: string | null;
  /** Lines of the table. */
  readonly counts: {
    readonly added: number;
    readonly changed: number;
    readonly unchanged: number;
    readonly withdrawn: number;
  };
  readonly summary: {
    readonly themes: number;
    readonly measures: number;
    readonly lines: number;
    readonly stated: number;
  };
  /** At most the first thousand, in the table's order. */
  readonly differences: readonly ImportDifference[];
  readonly messages: readonly ImportMessage[];
  /** Columns found, and those left aside, for the mapping form. */
  readonly columns: readonly {
    readonly letter: string;
    readonly heading: string;
    readonly field: string | null;
  }[];
  readonly fields: readonly { readonly field: string; readonly label: string }[];
  /** Names the difference shown; null when errors forbid confirming. */
  readonly fingerprint: string | null;
  readonly confirmed: boolean;
}

export interface ImportDifference {
  readonly kind: 'added' | 'changed' | 'withdrawn';
  readonly measure: string;
  /** The line's label, or null for the measure itself. */
  readonly line: string | null;
  readonly cell: string | null;
  readonly changes: readonly {
    readonly field: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
}

/** The texts of a plan that the coordination writes itself. Empty is "none". */
export interface PlanTexts {
  readonly title: string;
  readonly titleEn: string;
  readonly objective: string;
  readonly objectiveEn: string;
  readonly showMean: boolean;
  readonly themes: readonly {
    readonly number: string;
    readonly name: string;
    readonly nameEn: string;
    readonly objective: string;
    readonly objectiveEn: string;
  }[];
  readonly measures: readonly {
    readonly number: string;
    readonly shortName: string;
    readonly shortNameEn: string;
    readonly nameEn: string;
  }[];
}
