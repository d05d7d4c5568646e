import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askRaw, type Listening, listen } from '../../../tests/support/listen.ts';
import { addressByHops, clientAddress } from './client-address.ts';

const PEER = '10.0.0.1';
const CLIENT = '203.0.113.7';

describe('where a request comes from', () => {
  test.each<[string, string | undefined, number, string]>([
    ['without a proxy, what is forwarded is not read', '198.51.100.1', 0, PEER],
    ['behind one, what it added is', CLIENT, 1, CLIENT],
    ['what a visitor claims stays on the left', `127.0.0.1, 198.51.100.1, ${CLIENT}`, 1, CLIENT],
    ['behind two, the outer one knows', `127.0.0.1, ${CLIENT}, 10.0.0.2`, 2, CLIENT],
    ['with as many entries as proxies', `${CLIENT}, 10.0.0.2`, 2, CLIENT],
    ['with fewer, only the connection is sure', '198.51.100.1', 2, PEER],
    ['with none either', undefined, 1, PEER],
    ['nor with an empty header', '', 1, PEER],
    ['what is no address is not believed', `${CLIENT}, unknown`, 1, PEER],
    ['nor a number too large', '203.0.113.256', 1, PEER],
    ['nor a script', '<script>', 1, PEER],
    ['nor nothing between commas', `${CLIENT},`, 1, PEER],
    ['spaces are no part of it', `  ${CLIENT}  `, 1, CLIENT],
    ['nor is a port', `${CLIENT}:51234`, 1, CLIENT],
  ])('%s', (_name, forwarded, hops, expected) => {
    expect(addressByHops(PEER, forwarded, hops)).toBe(expected);
  });

  test.each([
    ['2001:0DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['[2001:db8::1]:443', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['::ffff:203.0.113.7', CLIENT],
    ['::FFFF:cb00:7107', CLIENT],
  ])('%s is written %s', (entry, expected) => {
    expect(addressByHops(PEER, entry, 1)).toBe(expected);
    expect(addressByHops(entry, undefined, 0)).toBe(expected);
  });

  test('may be unknown', () => {
    expect(addressByHops(undefined, undefined, 0)).toBeNull();
  });
});

describe('over a connection', () => {
  let server: Listening;
  beforeAll(async () => {
    const app = new Hono();
    app.get('/:hops', (c) => c.text(clientAddress(c, Number(c.req.param('hops'))) ?? 'unknown'));
    server = await listen(app);
  });
  afterAll(() => server.close());

  const ask = async (hops: number, headers: Record<string, string>) =>
    (await askRaw({ hostname: '127.0.0.1', port: server.port }, `/${hops}`, { headers })).body;

  test('no header but the counted one says anything', async () => {
    const spoofed = {
      'x-real-ip': CLIENT,
      'x-client-ip': CLIENT,
      'true-client-ip': CLIENT,
      'cf-connecting-ip': CLIENT,
      forwarded: `for=${CLIENT}`,
    };
    expect(await ask(0, { ...spoofed, 'x-forwarded-for': CLIENT })).toBe('127.0.0.1');
    expect(await ask(1, spoofed)).toBe('127.0.0.1');
    expect(await ask(1, { 'x-forwarded-for': CLIENT })).toBe(CLIENT);
  });
});
