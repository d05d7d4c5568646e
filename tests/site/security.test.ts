import { describe, expect, test } from 'vitest';
import { ORIGIN, openHttpSite, PLAN } from '../support/http-site.ts';
import { askRaw } from '../support/listen.ts';

const site = openHttpSite();

const HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
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
    const { headers } = await site.ask(path, { method });
    for (const [name, value] of Object.entries(HEADERS))
      expect(headers.get(name), name).toBe(value);
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('server')).toBeNull();
  });
});

test('a 304 says so too', async () => {
  const etag = (await site.ask('/api/v1/plans')).headers.get('etag') ?? '';
  const { status, headers } = await site.ask('/api/v1/plans', {
    headers: { 'if-none-match': etag },
  });
  expect([status, headers.get('content-security-policy')]).toEqual([
    304,
    HEADERS['content-security-policy'],
  ]);
});

test('what is public is the same for everyone', async () => {
  const [plain, other] = await Promise.all([
    site.ask(`/api/v1/plans/${PLAN}`).then((answer) => answer.text()),
    site
      .ask(`/api/v1/plans/${PLAN}`, {
        headers: { cookie: 'a=b', authorization: 'Bearer x', 'accept-language': 'en' },
      })
      .then((answer) => answer.text()),
  ]);
  expect(other).toBe(plain);
});

test('what is public takes nothing, and sets no cookie, whoever signed in', async () => {
  const { cookie } = await site.signInAs({ platform: ['coordination'] });
  for (const path of ['/', '/plans', `/plans/${PLAN}`, `/plans/${PLAN}/rapport/pdf`, '/en/plans']) {
    const asked = await site.ask(path, { headers: { cookie } });
    expect([await asked.text(), asked.headers.get('set-cookie')], path).toEqual(['public', null]);
    const sent = await site.ask(path, { method: 'POST', headers: { cookie, origin: ORIGIN } });
    expect([sent.status, sent.headers.get('set-cookie')], path).toEqual([403, null]);
    expect(await sent.json(), path).toMatchObject({
      detail: 'Rien ne se modifie d’ici : ces pages se lisent seulement.',
    });
  }
});

describe.each(['/coordination', '/espace/compte', '/connexion', '/invitation/jeton'])(
  'the private address %s',
  (path) => {
    const ask = (headers: Readonly<Record<string, string>> = {}, method = 'GET') =>
      askRaw({ hostname: '127.0.0.1', port: site.port }, path, { method, headers });

    test('is kept by nobody', async () => {
      const answer = await ask();
      expect(answer.headers['cache-control']).toBe('private, no-store');
      expect(answer.headers.etag).toBeUndefined();
    });

    test('says who signed in, from the cookie of this very site only', async () => {
      const { cookie, name } = await site.signInAs({ platform: ['coordination'] });
      expect((await ask({ cookie })).body).toBe(name);
      const [cookieName, value = ''] = cookie.split('=');
      const forged = [
        `${cookieName}=${value.replace(/^./, (first) => (first === 'a' ? 'b' : 'a'))}`,
        `${cookieName}=${value.split('.')[0]}`,
        // Without its prefix, a neighbour of the same domain could have set it.
        `passerelle.session_token=${value}`,
      ];
      for (const other of forged) expect((await ask({ cookie: other })).body, other).toBe('public');
    });

    test.each<[string, Readonly<Record<string, string>>]>([
      ['another site', { origin: 'https://evil.example' }],
      ['another port', { origin: 'http://127.0.0.1:1' }],
      ['a page without an address', { origin: 'null' }],
      ['another site, which hides its name', { 'sec-fetch-site': 'cross-site' }],
      ['a neighbour of the same domain', { 'sec-fetch-site': 'same-site' }],
      ['nobody knows where', {}],
    ])('takes nothing from %s', async (_, headers) => {
      const { cookie } = await site.signInAs({ platform: ['coordination'] });
      const answer = await ask({ cookie, ...headers }, 'POST');
      expect(answer.status).toBe(403);
      expect(JSON.parse(answer.body)).toMatchObject({
        detail: 'Cette demande vient d’un autre site : elle a été refusée.',
      });
    });

    test('takes what this site’s own pages send', async () => {
      const { cookie, name } = await site.signInAs({ platform: ['coordination'] });
      for (const headers of [{ origin: ORIGIN }, { 'sec-fetch-site': 'same-origin' }]) {
        expect((await ask({ cookie, ...headers }, 'POST')).body).toBe(name);
      }
    });
  },
);
