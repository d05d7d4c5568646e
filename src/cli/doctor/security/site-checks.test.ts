import { Hono } from 'hono';
import { afterEach, describe, expect, test } from 'vitest';
import { loadConfig } from '#platform/config/config.ts';
import { openDatabase } from '#platform/database/database.ts';
import { type Listening, listen } from '../../../../tests/support/listen.ts';
import { mountHealth } from '../../../server/health.ts';
import { securityHeaders } from '../../../server/security-headers.ts';
import { checkSite } from './site-checks.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** Health and headers as the site has them; nothing here asks the database. */
async function openSite(trustedHops = 0): Promise<Listening> {
  const db = openDatabase('postgresql://127.0.0.1:1/none');
  const app = new Hono().use(securityHeaders(false));
  mountHealth(app, { db }, trustedHops);
  app.get('/connexion', (c) => {
    c.header('set-cookie', 'passerelle.browser=1; Path=/; HttpOnly; SameSite=Lax');
    return c.html('');
  });
  app.get('/', (c) => c.html(''));
  const server = await listen(app);
  closing.push(
    () => server.close(),
    () => db.destroy(),
  );
  return server;
}

const check = (address: string, env: Record<string, string> = {}) =>
  checkSite(loadConfig({ PASSERELLE_BASE_URL: address, ...env }));

describe('a running site', () => {
  test('is asked at its address for what it shows', async () => {
    const { address } = await openSite();
    expect((await check(address)).map(({ name, level }) => [name, level])).toEqual([
      ['encryption', 'ok'],
      ['headers', 'ok'],
      ['cookies', 'ok'],
      ['proxy', 'ok'],
    ]);
  });

  test('that believes visitors without a proxy is found out', async () => {
    const { address } = await openSite(1);
    const checks = await check(address, { PASSERELLE_TRUSTED_PROXIES: '1' });
    expect(checks.find(({ name }) => name === 'proxy')?.level).toBe('error');
  });

  test('whose headers a proxy took away is found out', async () => {
    const { address } = await openSite();
    const proxy = await listen({
      fetch: async (request: Request) => {
        const { pathname } = new URL(request.url);
        const answer = await fetch(`${address}${pathname}`, {
          headers: { 'x-forwarded-for': '203.0.113.7' },
        });
        const headers = new Headers(answer.headers);
        headers.delete('content-security-policy');
        return new Response(answer.body, { status: answer.status, headers });
      },
    });
    closing.push(() => proxy.close());
    const levels = new Map((await check(proxy.address)).map(({ name, level }) => [name, level]));
    expect(levels.get('headers')).toBe('error');
    expect(levels.get('proxy')).toBe('warning');
  });

  test('that leads elsewhere is not followed', async () => {
    const asked: string[] = [];
    const elsewhere = await listen(
      new Hono().all('*', (c) => {
        asked.push(c.req.path);
        return c.json({ client: null, forwarded: 0 });
      }),
    );
    const here = await listen(new Hono().all('*', (c) => c.redirect(`${elsewhere.address}/`)));
    closing.push(
      () => elsewhere.close(),
      () => here.close(),
    );
    expect(await check(here.address)).toMatchObject([{ name: 'encryption', level: 'warning' }]);
    expect(asked).toEqual([]);
  });

  test('that does not answer is said to be so', async () => {
    const gone = await listen(new Hono());
    await gone.close();
    expect(await check(gone.address)).toMatchObject([
      { name: 'encryption', level: 'warning', message: expect.stringContaining('ECONNREFUSED') },
    ]);
  });
});
