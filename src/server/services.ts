import { openRenderer, type RendererOptions } from '#documents/rendering/open-renderer.ts';
import { type ObservationsReader, openObservationsReader } from '#modules/observations/index.ts';
import { type OrganisationReader, openOrganisationReader } from '#modules/organisations/index.ts';
import { openPlanReader, type PlanReader } from '#modules/plan/index.ts';
import { openReportTextsReader, type ReportTextsReader } from '#modules/report-texts/index.ts';
import { type Clock, dayTeller } from '#platform/clock/clock.ts';
import { type Database, openDatabase } from '#platform/database/database.ts';
import { DataRevision } from '#platform/database/revision.ts';
import { API_BASE } from '#platform/http/api-base.ts';
import { openReports, type Reports, type ReportsOptions } from '#reporting/open-reports.ts';
import { fillAddress, PAGES } from '#web/page/addresses.ts';

/** What the site is made of, over one pool. */
export interface Services {
  readonly db: Database;
  readonly plans: PlanReader;
  readonly organisations: OrganisationReader;
  readonly reportTexts: ReportTextsReader;
  readonly reports: Reports;
  readonly observations: ObservationsReader;
  /** Today in Québec, ISO. */
  readonly today: () => string;
  /** Names the state of the data, or null while it is not known (see DataRevision). */
  readonly revision: () => string | null;
  /** After a write of this process: whoever reads next reads it. */
  readonly refresh: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * @param origin the site's public address, for what leaves it; null where it has none
 * @param rendering how documents are made, where it is not as usual
 */
export async function openServices(
  url: string,
  clock: Clock,
  origin: string | null,
  rendering: Partial<RendererOptions> = {},
): Promise<Services> {
  const db = openDatabase(url);
  const dataRevision = new DataRevision(url);
  await dataRevision.listen();
  const today = dayTeller(clock);
  const revision = () => dataRevision.current;
  const plans = openPlanReader({ db, revision, today });
  const organisations = openOrganisationReader(db);
  const reportTexts = openReportTextsReader({ db, revision });
  const renderer = openRenderer({
    ...rendering,
    schemaAddress: `${origin ?? ''}${API_BASE}/document.schema.json`,
  });
  const addressOf: ReportsOptions['addressOf'] = ({ plan, asOf, locale }) =>
    origin && `${origin}${fillAddress(PAGES.report[locale], { plan }, { as_of: asOf })}`;
  return {
    db,
    plans,
    organisations,
    reportTexts,
    reports: openReports({ plans, organisations, reportTexts, renderer, revision, addressOf }),
    observations: openObservationsReader(db),
    today,
    revision,
    refresh: () => dataRevision.refresh(),
    close: async () => {
      await renderer.close();
      await dataRevision.close();
      await db.destroy();
    },
  };
}
