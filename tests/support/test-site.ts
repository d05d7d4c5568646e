import { afterAll, beforeAll } from 'vitest';
import type { RendererOptions } from '#documents/rendering/open-renderer.ts';
import { OPERATOR, PUBLIC, SYSTEM } from '#platform/actor/actor.ts';
import type { Clock } from '#platform/clock/clock.ts';
import { loadBuiltIn } from '../../src/server/built-in.ts';
import { openServices, type Services } from '../../src/server/services.ts';
import { asOwner } from './as-owner.ts';
import { withDatabase } from './global-database.ts';
import { openTestDatabase } from './test-database.ts';

export { asOwner, loadBuiltIn, PUBLIC, SYSTEM };

export const COORDINATOR = OPERATOR;

/** Where the site of tests is read from. */
export const ORIGIN = 'https://passerelle.example';

/** The day of every test that has one. */
export const TODAY = '2026-01-15';
const clock: Clock = { now: () => new Date(`${TODAY}T17:00:00Z`) };

/** The site's services over a database of this test file's own, with the built-in data. */
export function openTestServices(renderer: Partial<RendererOptions> = {}): {
  readonly url: string;
  readonly services: Services;
} {
  const { url } = openTestDatabase();
  let services: Services | null = null;
  beforeAll(async () => {
    services = await openServices(url, clock, ORIGIN, renderer);
    await loadBuiltIn(services.db);
    await services.refresh();
  });
  afterAll(() => services?.close());
  return {
    url,
    get services() {
      if (!services) throw new Error('services are open during tests only');
      return services;
    },
  };
}

/** Everything a database holds, by table, each row as text: two equal ones hold the same. */
export async function contentsOf(url: string): Promise<Readonly<Record<string, string[]>>> {
  return asOwner(url, async (owner) => {
    const tables = await owner.query<{ name: string }>(
      `select relname as name from pg_class
        where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
    );
    const contents: Record<string, string[]> = {};
    for (const { name } of tables.rows) {
      const { rows } = await owner.query<{ row: string }>(
        `select t::text as row from "${name}" t order by 1`,
      );
      contents[name] = rows.map(({ row }) => row);
    }
    return contents;
  });
}

/**
 * Cuts the connection on which a site listens to the database, and refuses any new one to this
 * database while `work` lasts.
 */
export async function withoutListening(url: string, work: () => Promise<void>): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  await asOwner(withDatabase(url, 'postgres'), async (admin) => {
    await admin.query(`alter database ${name} allow_connections false`);
    try {
      await admin.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = $1 and query like '%pg_current_snapshot%'`,
        [name],
      );
      await work();
    } finally {
      await admin.query(`alter database ${name} allow_connections true`);
    }
  });
}
