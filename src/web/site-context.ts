import { createContext } from 'react-router';
import type { describeApi } from '#api/api.ts';
import type { SignInRequest, Visitor } from '#modules/identity/index.ts';
import type { ObservationsReader } from '#modules/observations/index.ts';
import type { OrganisationReader } from '#modules/organisations/index.ts';
import type { PlanReader } from '#modules/plan/index.ts';
import type { Reports } from '#reporting/open-reports.ts';
import type { Work } from './work/work.ts';

/** What a page may use. One per request; made by the server, read by loaders and actions. */
export interface Site {
  readonly plans: PlanReader;
  readonly organisations: OrganisationReader;
  readonly reports: Reports;
  /** What the observer published. */
  readonly observations: ObservationsReader;
  /** False where this site answers in French only. */
  readonly english: boolean;
  /** The day it is in Québec, ISO. */
  readonly today: string;
  /** Scheme, host and port as the visitor sees them, for feeds and canonical addresses. */
  readonly origin: string;
  /** The API's OpenAPI description, from which its reference page is made. */
  readonly describeApi: () => ReturnType<typeof describeApi>;
  /** Who signed in; null for everyone else, and on public pages, which are the same for all. */
  readonly visitor: Visitor | null;
  /** What the forms of this visitor carry; null on public pages. */
  readonly formToken: string | null;
  /** Whether a form carries this visitor's token. */
  readonly ownsForm: (token: string) => boolean;
  /** This request, as signing in needs it. */
  readonly request: SignInRequest;
  readonly work: Work;
  /** Whether every page says that this is a demonstration. */
  readonly demo: boolean;
  /** Names this request in the log, and on the page that says something broke. */
  readonly reference: string;
  /** Records a defect under `reference`; what a visitor may read of it is decided elsewhere. */
  readonly reportDefect: (error: unknown) => void;
}

export const siteContext = createContext<Site>();
