import type { Locale } from '#platform/i18n/locale.ts';
import { type Messages, messages } from '../messages/messages.ts';
import {
  type AddressParams,
  COORDINATION,
  fillAddress,
  PAGES,
  type PageName,
  SIGN_IN,
  WORK,
} from './addresses.ts';
import type { Frame } from './frame.ts';

export { say } from '#presentation/say.ts';

/** What components need to speak and to link: the catalogue of the page's language, and its addresses. */
export interface View {
  readonly frame: Frame;
  readonly locale: Locale;
  readonly t: Messages;
  readonly to: Links;
}

/** Addresses in the page's language, about its plan, that keep the date asked for. */
export interface Links {
  page(page: PageName, query?: AddressParams): string;
  theme(number: string): string;
  measure(number: string, plan?: string): string;
  organisation(key: string): string;
  plan(key: string): string;
  /** A file of the plan's report, on the date it is about. */
  reportFile(format: string, asOf: string): string;
  /** This page on another date; null for the latest. */
  onDate(asOf: string | null): string;
  /** This page, its query changed. */
  sameWith(query: AddressParams): string;
  /** This page in another language; null where it has none. */
  inLanguage(locale: Locale): string | null;
  coordination: Within<typeof COORDINATION>;
  work: Within<typeof WORK>;
  signIn: Within<typeof SIGN_IN>;
}

/** An address among pages that are the same in every language. */
type Within<Pages> = (page: keyof Pages, params?: AddressParams, query?: AddressParams) => string;

/** Makes the view of a page from its frame. */
export function openView(frame: Frame): View {
  return { frame, locale: frame.locale, t: messages[frame.locale], to: linksOf(frame) };
}

function linksOf(frame: Frame): Links {
  const { locale, asOf } = frame;
  const plan = frame.plan?.key;
  const address = (page: PageName, params: AddressParams, query: AddressParams = {}) =>
    fillAddress(PAGES[page][locale], params, { ...query, as_of: asOf });
  return {
    page: (page, query) => address(page, { plan }, query),
    theme: (number) => address('theme', { plan, number }),
    measure: (number, ofPlan = plan) => address('measure', { plan: ofPlan, number }),
    organisation: (key) => address('organisation', { key }),
    plan: (key) => address('plan', { plan: key }),
    reportFile: (format, date) =>
      fillAddress(PAGES.reportFile[locale], { plan, format }, { as_of: date }),
    onDate: (date) => self(frame, locale, date) ?? address('plan', { plan }),
    sameWith: (query) =>
      self({ ...frame, query: { ...frame.query, ...query } }, locale, asOf) ??
      address('plan', { plan }),
    inLanguage: (other) => self(frame, other, asOf),
    coordination: (page, params = {}, query = {}) => fillAddress(COORDINATION[page], params, query),
    work: (page, params = {}, query = {}) => fillAddress(WORK[page], params, query),
    signIn: (page, params = {}, query = {}) => fillAddress(SIGN_IN[page], params, query),
  };
}

function self(frame: Frame, locale: Locale, asOf: string | null): string | null {
  if (frame.page === null) return null;
  return fillAddress(PAGES[frame.page][locale], frame.params, { ...frame.query, as_of: asOf });
}
