import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { loadConfig } from '#platform/config/config.ts';
import { freePort } from '#platform/database/embedded/free-port.ts';
import { createHttpServer } from '../../src/server/http-server.ts';
import { openProduction } from '../../src/server/production.ts';
import {
  type GivenRoles,
  type SignedIn,
  signInAs,
  TEST_SECRET,
} from '../../tests/support/sign-in.ts';
import { openTestDatabase } from '../../tests/support/test-database.ts';
import { browserSession } from './session.ts';

export interface TestSite {
  /** 'http://localhost:41234', once the tests run. */
  readonly address: string;
  /** Its database, for what a test brings in behind its back. */
  readonly databaseUrl: string;
  /** Where it keeps what it writes outside of the database: its outbox. */
  readonly dataDir: string;
  /** Makes somebody with these roles, signed in. */
  signIn(roles: GivenRoles, options?: Parameters<typeof signInAs>[2]): Promise<SignedInBrowser>;
}

export interface SignedInBrowser extends SignedIn {
  /** What a browser opens with to be theirs. */
  readonly session: BrowserContextOptions;
}

/**
 * The built site on a free port, over a database of this test file's own. It says of itself the very
 * address it answers at: cookies, passkeys and the origin of forms depend on it.
 */
export function openTestSite(environment: Readonly<Record<string, string>> = {}): TestSite {
  const database = openTestDatabase();
  let address = '';
  let dataDir = '';
  let stop: () => Promise<void> = async () => undefined;
  beforeAll(async () => {
    const port = await freePort(null);
    address = `http://localhost:${port}`;
    dataDir = await mkdtemp(join(tmpdir(), 'passerelle-e2e-'));
    const site = await openProduction(
      database.url,
      loadConfig({
        HOST: 'localhost',
        PORT: String(port),
        PASSERELLE_BASE_URL: address,
        PASSERELLE_SECRET: TEST_SECRET,
        PASSERELLE_DATA_DIR: dataDir,
        ...environment,
      }),
    );
    const server = createHttpServer(site.app);
    server.listen(port, 'localhost');
    await once(server, 'listening');
    stop = async () => {
      server.close();
      server.closeAllConnections();
      await site.close();
      await rm(dataDir, { recursive: true, force: true });
    };
  });
  afterAll(() => stop());
  return {
    databaseUrl: database.url,
    get address() {
      return address;
    },
    get dataDir() {
      return dataDir;
    },
    async signIn(roles, options) {
      const place = { databaseUrl: database.url, baseUrl: address };
      const someone = await signInAs(place, roles, options);
      return { ...someone, session: browserSession(someone, address) };
    },
  };
}
