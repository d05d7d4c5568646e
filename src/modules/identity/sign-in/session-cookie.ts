import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { parseCookies, serializeCookie, serializeSignedCookie } from 'better-call';
import { COOKIES } from './columns.ts';
import type { SignInOptions } from './options.ts';

/** The cookies of a session, and of a browser before one, as the sign-in library writes them. */
export function sessionCookies({ baseUrl, secret, session }: SignInOptions) {
  const secure = baseUrl.startsWith('https:');
  const prefix = secure ? COOKIES.secure : COOKIES.plain;
  const token = `${prefix}.session_token`;
  const browser = `${prefix}.browser`;
  const attributes = { httpOnly: true, secure, sameSite: 'lax', path: '/' } as const;

  return {
    /** The token a request shows, once its signature is checked; null otherwise. */
    readToken(headers: Headers): string | null {
      const value = parseCookies(headers.get('cookie') ?? '').get(token);
      const [shown, signature, ...rest] = value?.split('.') ?? [];
      if (!shown || !signature || rest.length > 0) return null;
      const expected = createHmac('sha256', secret).update(shown).digest();
      const given = Buffer.from(signature, 'base64');
      return given.length === expected.length && timingSafeEqual(given, expected) ? shown : null;
    },
    /** Gives, or prolongs. */
    writeToken: (value: string) =>
      serializeSignedCookie(token, value, secret, {
        ...attributes,
        maxAge: session.idleMinutes * 60,
      }),
    forgetToken: () => serializeCookie(token, '', { ...attributes, maxAge: 0 }),
    /** Names a browser nobody signed in with, for its forms. */
    readBrowser: (headers: Headers): string | null =>
      parseCookies(headers.get('cookie') ?? '').get(browser) || null,
    nameBrowser(): { readonly name: string; readonly cookie: string } {
      const name = randomBytes(18).toString('base64url');
      return { name, cookie: serializeCookie(browser, name, attributes) };
    },
  };
}

export type SessionCookies = ReturnType<typeof sessionCookies>;
