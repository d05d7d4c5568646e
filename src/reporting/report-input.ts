import type { FigureAge, PlanState, Vocabulary } from '#modules/plan/index.ts';
import type { ReportTemplate, ReportText } from '#modules/report-texts/index.ts';
import type { Locale } from '#platform/i18n/locale.ts';

/** Everything a report is assembled from: the same input always gives the same document. */
export interface ReportInput {
  readonly locale: Locale;
  readonly state: PlanState;
  readonly template: ReportTemplate;
  /** What was written, by key; a text that is not there is missing. */
  readonly texts: ReadonlyMap<string, ReportText>;
  readonly vocabulary: Vocabulary;
  /** Acronyms of the organisations in force on the date, with what they stand for. */
  readonly organisations: readonly NamedByAcronym[];
  /** For each line of which a figure is expected, when it last had one. */
  readonly ages: readonly FigureAge[];
  /** The measures that the follow-up table shows: all of them, but on a page that shows it bit by bit. */
  readonly followedUp: PlanState['measures'];
  /** Where the report is read online; null where the site has no public address. */
  readonly address: string | null;
}

export interface NamedByAcronym {
  readonly acronym: string;
  readonly name: { readonly fr: string; readonly en: string | null };
}
