import { networkInterfaces } from 'node:os';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askRaw, type Listening, listen } from '../../../tests/support/listen.ts';
import { isLocalRequest } from './local-request.ts';

/** Says whether a request is taken for a local one. */
const app = new Hono().all('*', (c) => c.text(isLocalRequest(c) ? 'local' : 'foreign'));

const addresses = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
const outward = addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
const hasIpv6 = addresses.some(({ address }) => address === '::1');

let everywhere: Listening;
beforeAll(async () => {
  // All addresses: over IPv6's socket, IPv4 callers come as "::ffff:127.0.0.1".
  everywhere = await listen(app, hasIpv6 ? '::' : '0.0.0.0');
});
afterAll(() => everywhere.close());

type Headers = Readonly<Record<string, string>>;
const ask = async (headers: Headers = {}, method = 'GET', hostname = '127.0.0.1') =>
  (await askRaw({ hostname, port: everywhere.port }, '/', { method, headers })).body;

describe('a request', () => {
  test('from this machine to a name of this machine is local', async () => {
    const { port } = everywhere;
    for (const host of [
      `localhost:${port}`,
      `127.0.0.1:${port}`,
      `127.1.2.3:${port}`,
      `[::1]:${port}`,
    ]) {
      expect(await ask({ host }), host).toBe('local');
    }
  });

  test.skipIf(!hasIpv6)('over IPv6 too', async () => {
    expect(await ask({}, 'GET', '::1')).toBe('local');
  });

  test.skipIf(outward === undefined)('that came by an outward address is not', async () => {
    const host = `localhost:${everywhere.port}`;
    expect(await ask({ host }, 'GET', outward)).toBe('foreign');
  });

  test.each([
    ['forwarded', 'for=127.0.0.1'],
    ['x-forwarded-for', '127.0.0.1'],
    ['x-forwarded-host', 'localhost'],
    ['x-forwarded-proto', 'https'],
    ['x-real-ip', '127.0.0.1'],
    ['via', '1.1 proxy'],
  ])('that a proxy passed on (%s) is not', async (name, value) => {
    expect(await ask({ [name]: value })).toBe('foreign');
  });

  test.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    '0.0.0.0',
    '192.168.0.1',
    '[::2]',
  ])('to another name (%j), which may resolve to this machine, is not', async (host) => {
    expect(await ask({ host })).toBe('foreign');
  });
});

describe('a request that changes something', () => {
  const own = () => `127.0.0.1:${everywhere.port}`;

  test.each(['POST', 'PUT', 'PATCH', 'DELETE'])(
    '(%s) is local from a page of this site',
    async (method) => {
      expect(await ask({ host: own(), origin: `http://${own()}` }, method)).toBe('local');
    },
  );

  test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('(%s) is not without an origin', async (method) => {
    expect(await ask({ host: own() }, method)).toBe('foreign');
  });

  test.each([
    'null',
    '',
    'https://evil.example',
    'http://localhost',
    'http://127.0.0.1:1',
    'file://',
  ])('is not from a page of %j', async (origin) => {
    expect(await ask({ host: own(), origin }, 'POST')).toBe('foreign');
  });

  test('is not from this site under another of its names', async () => {
    const origin = `http://localhost:${everywhere.port}`;
    expect(await ask({ host: own(), origin }, 'POST')).toBe('foreign');
  });
});
