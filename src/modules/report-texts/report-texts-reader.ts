import type { Bilingual } from '#modules/plan/index.ts';
import type { ReportTemplate } from './report-template.ts';

/** What a body wrote for its annual report, and what that report is made of. */
export interface ReportTextsReader {
  /** The template in force: the plan's own, else the default one. Null for an unknown plan. */
  template(planKey: string): Promise<ReportTemplate | null>;
  /**
   * The texts that hold at a date, by key: those written for it and, of the lasting ones, the latest
   * before it. What is missing or withdrawn is absent.
   */
  texts(planKey: string, asOf: string): Promise<ReadonlyMap<string, ReportText>>;
  /** The versions that hold at a date, by key, withdrawals included: what an editor starts from. */
  holding(planKey: string, asOf: string): Promise<ReadonlyMap<string, TextVersion>>;
}

/** One version of a text: plain narrative text, as `rules/narrative.ts` of the plan reads it. */
export interface TextVersion {
  readonly versionId: number;
  readonly key: string;
  /** Null is a withdrawal. */
  readonly body: Bilingual | null;
  /** 'summary': our own words from a published document; 'declared': written by the body itself. */
  readonly source: 'summary' | 'declared';
  /** The date it was written for, ISO. */
  readonly asOf: string;
  /** ISO instant. */
  readonly recordedAt: string;
}

/** With the name of who wrote it: for those who write the report, never for the public. */
export interface SignedVersion extends TextVersion {
  readonly recordedBy: string;
}

/** A text that holds. */
export interface ReportText extends TextVersion {
  readonly body: Bilingual;
}
