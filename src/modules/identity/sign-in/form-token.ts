import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * What a form carries to say that it comes from a page given to this session, or, before anybody signed
 * in, to this browser. Another session's token opens nothing (OWASP ASVS 5.0, 3.5.1).
 *
 * @param holder the session's id, or the browser's own cookie
 */
export function formTokenOf(secret: string, holder: string): string {
  return createHmac('sha256', secret).update(`form:${holder}`).digest('base64url');
}

export function isFormTokenOf(secret: string, holder: string, token: string): boolean {
  const expected = Buffer.from(formTokenOf(secret, holder));
  const given = Buffer.from(token);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
