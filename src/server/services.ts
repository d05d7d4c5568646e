import { type OrganisationReader, openOrganisationReader } from '#modules/organisations/index.ts';
import { openPlanReader, type PlanReader } from '#modules/plan/index.ts';
import { type Clock, dayTeller } from '#platform/clock/clock.ts';
import { type Database, openDatabase } from '#platform/database/database.ts';
import { DataRevision } from '#platform/database/revision.ts';

/** What the site is made of, over one pool. */
export interface Services {
  readonly db: Database;
  readonly plans: PlanReader;
  readonly organisations: OrganisationReader;
  /** Today in Québec, ISO. */
  readonly today: () => string;
  /** Names the state of the data, or null while it is not known (see DataRevision). */
  readonly revision: () => string | null;
  /** After a write of this process: whoever reads next reads it. */
  readonly refresh: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function openServices(url: string, clock: Clock): Promise<Services> {
  const db = openDatabase(url);
  const revision = new DataRevision(url);
  await revision.listen();
  const today = dayTeller(clock);
  const current = () => revision.current;
  return {
    db,
    plans: openPlanReader({ db, revision: current, today }),
    organisations: openOrganisationReader(db),
    today,
    revision: current,
    refresh: () => revision.refresh(),
    close: async () => {
      await revision.close();
      await db.destroy();
    },
  };
}
