import { beforeAll, expect, test } from 'vitest';
import { transact } from '#platform/database/database.ts';
import {
  COORDINATOR,
  contentsOf,
  openTestServices,
  PUBLIC,
  TODAY,
} from '../../../../tests/support/test-site.ts';
import { bring, coastTable, preview, readTable } from '../../../../tests/support/test-table.ts';
import { importFollowUp } from './import-follow-up.ts';

const site = openTestServices();
const PLAN = 'littoral';
const SECOND = coastTable('2025-06-30');
beforeAll(() => bring(site.services, coastTable('2024-06-30'), { planKey: PLAN }));

test('the public may not import: the policy says so', async () => {
  const before = await contentsOf(site.url);
  const file = await readTable(site.services, SECOND, { planKey: PLAN });
  await expect(
    transact(site.services.db, PUBLIC, (tx) => importFollowUp(tx, PUBLIC, file, TODAY)),
  ).rejects.toMatchObject({
    code: 'forbidden',
    message: 'Seule la coordination peut modifier un plan d’action.',
  });
  expect(await contentsOf(site.url)).toEqual(before);
});

test.each([
  ['nouveau', 'plan'],
  [PLAN, 'follow_up_import'],
])('the database says so too, were the policy forgotten (%s)', async (planKey, table) => {
  const before = await contentsOf(site.url);
  const file = await readTable(site.services, SECOND, { planKey });
  await expect(
    transact(site.services.db, PUBLIC, (tx) => importFollowUp(tx, COORDINATOR, file, TODAY)),
  ).rejects.toThrow(`new row violates row-level security policy for table "${table}"`);
  expect(await contentsOf(site.url)).toEqual(before);
});

test('a preview writes nothing, and needs no leave', async () => {
  const before = await contentsOf(site.url);
  const { difference } = await preview(site.services, SECOND, { planKey: PLAN });
  expect(difference?.counts).toEqual({ added: 0, changed: 4, unchanged: 0, withdrawn: 0 });
  expect(await contentsOf(site.url)).toEqual(before);
});
