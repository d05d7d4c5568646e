import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { securityHeaders } from './security-headers.ts';

function site(secure: boolean) {
  const app = new Hono().onError((_, c) => c.text('broken', 500));
  app.use(securityHeaders(secure));
  app.get('/broken', () => {
    throw new Error('broken');
  });
  app.get('/passkey', (c) => {
    c.set('scriptNonce', 'bm9uY2U=');
    return c.html('<p>');
  });
  app.get('*', (c) =>
    c.html('<p>', 200, { 'content-security-policy': "script-src 'unsafe-inline'" }),
  );
  return async (path: string) => (await app.request(path)).headers;
}

/** A policy by directive. */
function directives(headers: Headers): Record<string, string> {
  const parts = (headers.get('content-security-policy') ?? '').split('; ');
  return Object.fromEntries(parts.map((part) => part.split(/ (.*)/).slice(0, 2)));
}

const STRICT = {
  'default-src': "'none'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'script-src': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
  'base-uri': "'none'",
};

describe('what an answer says to the browser', () => {
  test.each(['/', '/espace', '/rien', '/broken'])('%s: no script, in no frame', async (path) => {
    const headers = await site(true)(path);
    expect(directives(headers)).toEqual(STRICT);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('referrer-policy')).toBe('same-origin');
  });

  test('the one script of a page, by its nonce, for that answer only', async () => {
    const ask = site(true);
    expect(directives(await ask('/passkey'))).toEqual({
      ...STRICT,
      'script-src': "'nonce-bm9uY2U='",
      'connect-src': "'self'",
    });
    expect(directives(await ask('/'))).toEqual(STRICT);
  });

  test('to ask for nothing in the clear, where it is encrypted', async () => {
    const name = 'strict-transport-security';
    expect((await site(true)('/')).get(name)).toBe('max-age=63072000; includeSubDomains');
    expect((await site(true)('/broken')).get(name)).not.toBeNull();
    expect((await site(false)('/')).get(name)).toBeNull();
  });

  test('nothing of the device, but passkeys for this site', async () => {
    const policy = (await site(false)('/')).get('permissions-policy') ?? '';
    const allowed = policy.split(', ').filter((one) => !one.endsWith('=()'));
    expect(allowed).toEqual([
      'publickey-credentials-create=(self)',
      'publickey-credentials-get=(self)',
    ]);
    expect(policy).toContain('camera=()');
  });

  test('that other sites may show the open data, and nothing else', async () => {
    const ask = site(true);
    const name = 'cross-origin-resource-policy';
    expect((await ask('/api/v1/plans')).get(name)).toBe('cross-origin');
    expect((await ask('/espace')).get(name)).toBe('same-origin');
    expect((await ask('/api/v1autre')).get(name)).toBe('same-origin');
  });
});
