import type { Comparison, Computation, ComputationRule } from './rules/computed-progress.ts';
import type { Deadline, DeadlineState } from './rules/deadline.ts';
import type { RollUp } from './rules/roll-up.ts';

/** A text in French and, where somebody wrote it, in English. */
export interface Bilingual {
  readonly fr: string;
  readonly en: string | null;
}

/** A plan as it stood on one date: the definitions in force and what was stated for that very date. */
export interface PlanState {
  readonly plan: PlanHeading;
  /** ISO date. */
  readonly asOf: string;
  /** The dates for which something was stated, oldest first. */
  readonly statementDates: readonly string[];
  /** Ordered; number "0" is cross-cutting, outside the numbered ones. */
  readonly themes: readonly ThemeState[];
  /** In natural order of their numbers. */
  readonly measures: readonly MeasureState[];
  readonly progress: RollUp;
  /** Deadlines passed between the latest statements before `asOf` and `asOf`; empty when `asOf` has statements. */
  readonly passedSince: readonly PassedDeadline[];
}

export interface PlanHeading {
  readonly key: string;
  readonly title: Bilingual;
  readonly objective: Bilingual | null;
  readonly period: { readonly text: string; readonly from: string; readonly to: string } | null;
  readonly coordinator: OrganisationRef | null;
  /** Whether means, which are computed here and never stated by the plan's bodies, are shown. */
  readonly showMean: boolean;
  readonly criteria: readonly {
    readonly key: string;
    readonly name: Bilingual;
    readonly description: Bilingual;
  }[];
  readonly notes: readonly {
    readonly about: string;
    readonly text: Bilingual;
    readonly href: string | null;
  }[];
  readonly summaryOf: { readonly title: Bilingual; readonly publisher: Bilingual } | null;
}

export interface OrganisationRef {
  readonly key: string;
  readonly name: Bilingual;
  readonly acronym: string | null;
}

export interface ThemeState {
  readonly number: string;
  readonly name: Bilingual;
  readonly objective: Bilingual | null;
  readonly crossCutting: boolean;
  readonly progress: RollUp;
}

export interface PartyState {
  /** As written, its qualifier removed. */
  readonly text: string;
  /** "collégial", "et les établissements". */
  readonly qualifier: string | null;
  readonly organisation: OrganisationRef | null;
  readonly group: { readonly key: string; readonly label: Bilingual } | null;
}

export interface MeasureState {
  /** Stays the same when the measure is renumbered or renamed. */
  readonly id: number;
  readonly number: string;
  /** The theme's number. */
  readonly theme: string;
  readonly name: Bilingual;
  /** A shorter name for lists; the name where nobody wrote one. */
  readonly shortName: Bilingual;
  readonly leads: readonly PartyState[];
  readonly collaborators: readonly PartyState[];
  /** As written in the table. */
  readonly leadText: string | null;
  readonly collaboratorText: string | null;
  /** Null is "unknown". */
  readonly followUp: OrganisationRef | null;
  readonly followUpText: string | null;
  readonly indicators: readonly IndicatorState[];
  /** In the order of the table. */
  readonly lines: readonly LineState[];
  readonly progress: RollUp;
  /** One of its indicators is overdue; null when a deadline has passed and no figure says. */
  readonly overdue: boolean | null;
}

export interface IndicatorState {
  readonly id: number;
  readonly label: Bilingual;
  /** Null where the table gives none. */
  readonly deadline: Deadline | null;
  readonly state: DeadlineState;
  /** Day by which it is judged, ISO; null when undated or ongoing. */
  readonly due: string | null;
  /** Whole months since `due` when overdue or passed, else 0. */
  readonly monthsLate: number;
  /** Its own figure, or the measure's where it has no line of its own. */
  readonly progress: number | null;
}

export type LineStatus = 'stated' | 'not-applicable' | 'nothing-to-report' | 'missing' | 'covered';

export interface LineState {
  readonly id: number;
  readonly scope: 'measure' | 'indicator' | 'file';
  /** The file's name, or the indicator's label; null for a measure with no indicator on the row. */
  readonly label: Bilingual | null;
  readonly indicatorId: number | null;
  readonly expected: boolean;
  /** 'covered': no figure of its own is expected, the measure's covers it. */
  readonly status: LineStatus;
  readonly stated: number | null;
  readonly computed: ComputedState | null;
  /** Plain text: paragraphs, "•" bullets, web addresses. */
  readonly narrative: Bilingual | null;
  readonly asOf: string;
  /** 'summary': our own words from a published document; 'declared': stated by the body itself. */
  readonly source: 'summary' | 'declared' | null;
  readonly author: string | null;
  /** The lead of this line, where it differs from the measure's. */
  readonly leadText: string | null;
}

export interface ComputedState {
  /** What kind of rule was applied: the words that explain a growth are not those of a count. */
  readonly rule: ComputationRule['kind'];
  readonly computation: Computation;
  /** Null when nothing was stated or nothing can be computed. */
  readonly comparison: Comparison | null;
  readonly note: Bilingual | null;
  /** What a unit is called in English, by its French name, where somebody said. */
  readonly unitsEn: Readonly<Partial<Record<string, string>>>;
}

export interface PassedDeadline {
  readonly measure: string;
  readonly indicator: Bilingual;
  readonly due: string;
  /** The last figure known before, with its date. */
  readonly last: { readonly value: number; readonly asOf: string } | null;
}
