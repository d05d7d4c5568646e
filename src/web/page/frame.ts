import type { Bilingual } from '#modules/plan/index.ts';
import type { Locale } from '#platform/i18n/locale.ts';
import type { AddressParams, PageName } from './addresses.ts';

/** What stands around every page: its language, its plan, the date asked for, and what the site offers. */
export interface Frame {
  readonly locale: Locale;
  /** Null for the coordinator's pages and for addresses that lead nowhere. */
  readonly page: PageName | null;
  readonly params: AddressParams;
  /** The rest of the query: what a change of date or of language keeps. */
  readonly query: AddressParams;
  /** As asked in the address; null for the latest date. */
  readonly asOf: string | null;
  /** The plan the navigation leads to; null where several exist and the page is about none of them. */
  readonly plan: PlanLink | null;
  readonly english: boolean;
  readonly coordination: boolean;
}

export interface PlanLink {
  readonly key: string;
  /** Null while the plan has not been read. */
  readonly title: Bilingual | null;
}
