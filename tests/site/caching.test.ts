import { describe, expect, test } from 'vitest';
import { importFollowUp } from '#modules/plan/index.ts';
import { openDatabase, transact } from '#platform/database/database.ts';
import { openHttpSite, PLAN } from '../support/http-site.ts';
import { askRaw } from '../support/listen.ts';
import { COORDINATOR, TODAY, withoutListening } from '../support/test-site.ts';
import { coastTable, readTable } from '../support/test-table.ts';

const site = openHttpSite();
const WAIT = { timeout: 10_000, interval: 10 };
const MEASURES = `/api/v1/plans/${PLAN}/measures`;
const KEPT = [
  '/api/v1/plans',
  `/api/v1/plans/${PLAN}`,
  MEASURES,
  `${MEASURES}/2`,
  `/api/v1/plans/${PLAN}/deadlines.ics`,
  `/api/v1/plans/${PLAN}/follow-up.csv`,
  '/api/v1/organisations',
  '/api/v1/openapi.json',
  '/plans',
];

const headerOf = async (path: string, name: string, init: RequestInit = {}) =>
  (await site.ask(path, init)).headers.get(name);
const etagOf = async (path = MEASURES) => (await headerOf(path, 'etag')) ?? '';

describe.each(KEPT)('%s', (path) => {
  test('has a name, by which it is asked for again without being computed', async () => {
    const first = await site.ask(path);
    const etag = first.headers.get('etag') ?? '';
    expect(first.status).toBe(200);
    expect(etag).toMatch(/^W\/"build-[0-9a-f]{32}-2026-01-15"$/);
    for (const known of [etag, etag.slice(2), `"autre", ${etag}`, '*']) {
      const again = await site.ask(path, { headers: { 'if-none-match': known } });
      expect([again.status, await again.text()], known).toEqual([304, '']);
      for (const name of ['etag', 'cache-control', 'cdn-cache-control']) {
        expect(again.headers.get(name)).toBe(first.headers.get(name));
      }
      expect(again.headers.get('vary')?.toLowerCase()).toBe('accept-encoding');
    }
    const other = await site.ask(path, { headers: { 'if-none-match': '"autre"' } });
    expect(other.status).toBe(200);
  });

  test('is asked for again each time by browsers, and kept a moment in front', async () => {
    const { headers } = await site.ask(path);
    expect(headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    expect(headers.get('cdn-cache-control')).toBe('public, max-age=30, stale-while-revalidate=300');
  });

  test('answers HEAD with the headers of GET, and no body', async () => {
    const got = await site.ask(path, { headers: { 'accept-encoding': 'identity' } });
    const head = await site.ask(path, {
      method: 'HEAD',
      headers: { 'accept-encoding': 'identity' },
    });
    expect([head.status, await head.text()]).toEqual([200, '']);
    for (const name of ['content-type', 'etag', 'cache-control', 'content-security-policy']) {
      expect(head.headers.get(name), name).toBe(got.headers.get(name));
    }
  });
});

describe('compression', () => {
  test('takes nothing from the bytes, and keeps the name weak', async () => {
    const where = { hostname: '127.0.0.1', port: site.port };
    const headers = { 'accept-encoding': 'gzip' };
    const plain = await askRaw(where, MEASURES);
    const small = await site.ask(MEASURES, { headers });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(small.headers.get('content-encoding')).toBe('gzip');
    expect(await small.text()).toBe(plain.body);
    expect(small.headers.get('etag')).toBe(plain.headers.etag);
    expect(small.headers.get('vary')?.toLowerCase()).toBe('accept-encoding');
    expect(plain.headers.vary?.toLowerCase()).toBe('accept-encoding');
  });
});

describe('an import', () => {
  test('by another process changes the name of everything, once it is heard of', async () => {
    const before = await etagOf();
    const { services } = site.data;
    const file = await readTable(services, coastTable('2024-06-30'), { planKey: 'littoral' });
    const other = openDatabase(site.data.url, 1);
    try {
      await transact(other, COORDINATOR, (tx) => importFollowUp(tx, COORDINATOR, file, TODAY));
    } finally {
      await other.destroy();
    }
    await expect.poll(() => etagOf(), WAIT).not.toBe(before);
    const again = await site.ask('/api/v1/plans', { headers: { 'if-none-match': before } });
    expect(again.status).toBe(200);
    const { plans } = (await again.json()) as { plans: { key: string }[] };
    expect(plans.map(({ key }) => key)).toContain('littoral');
  });
});

test('while the database’s announcements are not heard, nothing is answered from what is kept', async () => {
  const path = '/api/v1/openapi.json';
  const before = await etagOf(path);
  const again = async () => {
    const answer = await site.ask(path, { headers: { 'if-none-match': before } });
    return [answer.status, answer.headers.get('etag')];
  };
  expect(await again()).toEqual([304, before]);
  await withoutListening(site.data.url, async () => {
    await expect.poll(again, WAIT).toEqual([200, null]);
  });
  await expect.poll(async () => (await again())[1], WAIT).toMatch(/^W\/"build-[0-9a-f]{32}-/);
});

test('what is wrong is not kept', async () => {
  for (const path of ['/api/v1/plans/inconnu', `${MEASURES}?limit=0`]) {
    expect(await headerOf(path, 'etag')).toBeNull();
    expect(await headerOf(path, 'cache-control')).toBe('no-store');
  }
});
