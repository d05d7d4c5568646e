import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OPERATOR } from '#platform/actor/actor.ts';
import { verifyChain } from '#platform/audit/verify-chain.ts';
import { loadConfig } from '#platform/config/config.ts';
import { type Database, openDatabase, transact } from '#platform/database/database.ts';
import { TEST_SECRET } from '../../tests/support/sign-in.ts';
import { openTestDatabase } from '../../tests/support/test-database.ts';
import { asOwner } from '../../tests/support/test-site.ts';
import { assemble, type Front } from './assemble.ts';

const { url } = openTestDatabase();
const WAIT = { timeout: 20_000, interval: 20 };
let folder: string;
let db: Database;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assemble-'));
  db = openDatabase(url, 1);
});
afterAll(async () => {
  await db.destroy();
  await rm(folder, { recursive: true, force: true });
});

const front: Front = {
  build: () => Promise.reject(new Error('no page is asked for here')),
  mode: 'production',
  name: 'essai',
  assets: { path: '/assets/*', answer: (_, next) => next() },
};

test('a site that starts links what is on record, and leaves that to others once closed', async () => {
  const config = loadConfig({
    DATABASE_URL: url,
    PASSERELLE_DATA_DIR: folder,
    PASSERELLE_SECRET: TEST_SECRET,
  });
  const { close } = await assemble(url, config, front);
  const verify = () => transact(db, OPERATOR, (tx) => verifyChain(tx));
  await expect.poll(async () => (await verify()).pending, WAIT).toBe(0);
  const { links, broken } = await verify();
  expect(links).toBeGreaterThan(0);
  expect(broken).toBeNull();
  await close();
  const { rows } = await asOwner(url, (owner) =>
    owner.query(
      `select pid from pg_locks
        where locktype = 'advisory'
          and database = (select oid from pg_database where datname = current_database())`,
    ),
  );
  expect(rows).toEqual([]);
});
