import type {
  Bilingual,
  LineState,
  OrganisationRef,
  PlanHeading,
  PlanState,
} from './plan-state.ts';
import type { RollUp } from './rules/roll-up.ts';

/** Everything the public may read of plans. Answers are computed from what is in force. */
export interface PlanReader {
  /** Every plan, the latest period first. */
  list(): Promise<readonly PlanSummary[]>;
  /**
   * A plan on a date, or, without one, on the latest date that has statements (today when none).
   * `unknown-plan` when no plan has this key; `not-in-force` when the date is outside its versions.
   */
  state(key: string, asOf?: string | null): Promise<PlanStateResult>;
  /**
   * What was stated about one measure, the latest date first, followed through renumbering: the number
   * is the one it has on `asOf` (or on the latest date). Null when there is no such measure.
   */
  history(
    key: string,
    measureNumber: string,
    asOf?: string | null,
  ): Promise<readonly HistoryEntry[] | null>;
  /** Measures, indicators, narratives, organisations and terms that match, best first, in force on `asOf`. */
  search(key: string, query: string, asOf: string): Promise<readonly SearchHit[]>;
  vocabulary(key: string): Promise<Vocabulary | null>;
  /**
   * For each line in force on `asOf` of which a figure is expected, the latest date up to `asOf` for
   * which one was stated. Empty for an unknown plan.
   */
  figureAges(key: string, asOf: string): Promise<readonly FigureAge[]>;
}

export interface FigureAge {
  readonly lineId: number;
  /** ISO date; null when no figure was ever stated. */
  readonly latest: string | null;
}

export type PlanStateResult =
  | { readonly kind: 'found'; readonly state: PlanState }
  | { readonly kind: 'unknown-plan' }
  | { readonly kind: 'not-in-force'; readonly from: string | null; readonly until: string | null };

export interface PlanSummary {
  readonly key: string;
  readonly title: Bilingual;
  readonly period: PlanHeading['period'];
  readonly measureCount: number;
  readonly latestStatementDate: string | null;
}

export interface HistoryEntry {
  readonly asOf: string;
  readonly progress: RollUp;
  readonly lines: readonly LineState[];
  /** Statements another one has since superseded at the same date: kept, and shown on request. */
  readonly superseded: readonly SupersededStatement[];
}

export interface SupersededStatement {
  readonly label: Bilingual | null;
  readonly stated: number | null;
  readonly narrative: Bilingual | null;
  readonly source: 'summary' | 'declared';
  readonly author: string | null;
  /** ISO instant. */
  readonly recordedAt: string;
}

export interface SearchHit {
  readonly kind: 'measure' | 'indicator' | 'narrative' | 'organisation' | 'acronym' | 'term';
  /** The measure's number, the organisation's key, or the term's label. */
  readonly key: string;
  readonly title: Bilingual;
  /** Plain text with what matched between U+E000 and U+E001. */
  readonly excerpt: string;
}

export interface Vocabulary {
  readonly acronyms: readonly VocabularyTerm[];
  readonly terms: readonly VocabularyTerm[];
}

export interface VocabularyTerm {
  readonly label: Bilingual;
  readonly definition: Bilingual;
  readonly organisation: OrganisationRef | null;
}
