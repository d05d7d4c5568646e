import { createContext } from 'react-router';
import type { describeApi } from '#api/api.ts';
import type { OrganisationReader } from '#modules/organisations/index.ts';
import type { PlanReader } from '#modules/plan/index.ts';
import type { Reports } from '#reporting/open-reports.ts';
import type { Coordination } from './coordination/coordination.ts';

/** What a page may use. One per request; made by the server, read by loaders and actions. */
export interface Site {
  readonly plans: PlanReader;
  readonly organisations: OrganisationReader;
  readonly reports: Reports;
  /** False where this site answers in French only. */
  readonly english: boolean;
  /** The day it is in Québec, ISO. */
  readonly today: string;
  /** Scheme, host and port as the visitor sees them, for feeds and canonical addresses. */
  readonly origin: string;
  /** The API's OpenAPI description, from which its reference page is made. */
  readonly describeApi: () => ReturnType<typeof describeApi>;
  /** The coordinator's use cases; null for everyone else, whose requests find nothing there. */
  readonly coordination: Coordination | null;
  /** Names this request in the log, and on the page that says something broke. */
  readonly reference: string;
  /** Records a defect under `reference`; what a visitor may read of it is decided elsewhere. */
  readonly reportDefect: (error: unknown) => void;
}

export const siteContext = createContext<Site>();
