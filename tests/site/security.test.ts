import { describe, expect, test } from 'vitest';
import { openHttpSite, PLAN } from '../support/http-site.ts';
import { askRaw } from '../support/listen.ts';

const closed = openHttpSite();
const open = openHttpSite({ coordination: true });

const HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
};

describe.each([
  ['a page', '/plans', 'GET'],
  ['the API', `/api/v1/plans/${PLAN}`, 'GET'],
  ['the feed', `/api/v1/plans/${PLAN}/deadlines.ics`, 'GET'],
  ['a file', `/api/v1/plans/${PLAN}/follow-up.xlsx`, 'GET'],
  ['its description', '/api/v1/openapi.json', 'GET'],
  ['what is not there', '/api/v1/rien', 'GET'],
  ['what is refused', `/api/v1/plans/${PLAN}?as_of=hier`, 'GET'],
  ['a method that is not taken', '/api/v1/plans', 'DELETE'],
  ['its health', '/healthz', 'GET'],
  ['its readiness', '/readyz', 'HEAD'],
  ['a style sheet that is not there', '/assets/rien.css', 'GET'],
])('%s', (_, path, method) => {
  test('runs no script, is in no frame, leaves no cookie', async () => {
    const { headers } = await closed.ask(path, { method });
    for (const [name, value] of Object.entries(HEADERS))
      expect(headers.get(name), name).toBe(value);
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('server')).toBeNull();
  });
});

test('a 304 says so too', async () => {
  const etag = (await closed.ask('/api/v1/plans')).headers.get('etag') ?? '';
  const { status, headers } = await closed.ask('/api/v1/plans', {
    headers: { 'if-none-match': etag },
  });
  expect([status, headers.get('content-security-policy')]).toEqual([
    304,
    HEADERS['content-security-policy'],
  ]);
});

test('what is public is the same for everyone', async () => {
  const [plain, other] = await Promise.all([
    closed.ask(`/api/v1/plans/${PLAN}`).then((answer) => answer.text()),
    closed
      .ask(`/api/v1/plans/${PLAN}`, {
        headers: { cookie: 'a=b', authorization: 'Bearer x', 'accept-language': 'en' },
      })
      .then((answer) => answer.text()),
  ]);
  expect(other).toBe(plain);
});

describe('the coordinator’s pages', () => {
  const ask = (headers: Readonly<Record<string, string>> = {}, method = 'GET') =>
    askRaw({ hostname: '127.0.0.1', port: open.port }, '/coordination', { method, headers });

  test('are offered to this machine, and kept by nobody', async () => {
    const answer = await ask();
    expect(answer.body).toBe('coordination');
    expect(answer.headers['cache-control']).toBe('private, no-store');
    expect(answer.headers.etag).toBeUndefined();
  });

  test.each<[string, Readonly<Record<string, string>>]>([
    ['what a proxy passes on', { 'x-forwarded-for': '127.0.0.1' }],
    ['a name that resolves to this machine', { host: 'evil.example' }],
  ])('are not offered to %s', async (_, headers) => {
    const answer = await ask(headers);
    expect(answer.body).toBe('public');
    expect(answer.headers.etag).toBeDefined();
  });

  test('take nothing from another site’s form', async () => {
    const host = `127.0.0.1:${open.port}`;
    expect((await ask({ origin: `http://${host}` }, 'POST')).body).toBe('coordination');
    for (const origin of [undefined, 'null', 'https://evil.example', 'http://127.0.0.1:1']) {
      const answer = await ask(origin === undefined ? {} : { origin }, 'POST');
      expect(answer.body, origin).not.toBe('coordination');
    }
  });

  test('are not there where the operator did not open them', async () => {
    const answer = await askRaw({ hostname: '127.0.0.1', port: closed.port }, '/coordination');
    expect(answer.body).toBe('public');
  });
});
