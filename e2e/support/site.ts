import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { afterAll, beforeAll } from 'vitest';
import { loadConfig } from '#platform/config/config.ts';
import { openProduction } from '../../src/server/production.ts';
import { openTestDatabase } from '../../tests/support/test-database.ts';

export interface TestSite {
  /** 'http://127.0.0.1:41234', once the tests run. */
  readonly address: string;
  /** Its database, for what a test brings in behind its back. */
  readonly databaseUrl: string;
}

/** The built site on a free port, over a database of this test file's own. */
export function openTestSite(environment: Readonly<Record<string, string>> = {}): TestSite {
  const database = openTestDatabase();
  let address = '';
  let stop: () => Promise<void> = async () => undefined;
  beforeAll(async () => {
    const site = await openProduction(
      database.url,
      loadConfig({ HOST: '127.0.0.1', PORT: '0', ...environment }),
    );
    const server = createAdaptorServer({ fetch: site.app.fetch });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    stop = async () => {
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await site.close();
    };
  });
  afterAll(() => stop());
  return {
    databaseUrl: database.url,
    get address() {
      return address;
    },
  };
}
