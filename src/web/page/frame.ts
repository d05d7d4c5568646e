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
  /** Whether this is a demonstration. */
  readonly demo: boolean;
  /** On the pages of work: who is there, and where they may go; null on public pages, alike for everyone. */
  readonly work: WorkFrame | null;
  /** Which of them the page belongs to. */
  readonly place: WorkPlace | null;
  /** Goes with every form, and proves that it comes from a page given to this visitor; null on public pages. */
  readonly formToken: string | null;
}

export interface WorkFrame {
  readonly name: string;
  /** What they may open, in the order of the navigation. */
  readonly places: readonly WorkPlace[];
}

export type WorkPlace =
  | 'home'
  | 'coordination'
  | 'updates'
  | 'observations'
  | 'people'
  | 'record'
  | 'mail'
  | 'account';

export interface PlanLink {
  readonly key: string;
  /** Null while the plan has not been read. */
  readonly title: Bilingual | null;
}
