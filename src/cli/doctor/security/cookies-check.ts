import { type Finding, failure, ok } from '../check.ts';

/**
 * Whether the cookies of the sign-in page are for this site's server only.
 *
 * @param cookies as `Set-Cookie` gives them
 * @param secure whether the site's address is https
 */
export function judgeCookies(cookies: readonly string[], secure: boolean): Finding {
  const weak = cookies.flatMap((cookie) => {
    const { name, missing } = weaknessOf(cookie, secure);
    return missing.length > 0 ? [`${name} (${missing.join(', ')})`] : [];
  });
  if (weak.length > 0) {
    return failure(
      `il manque à des témoins de la page de connexion : ${weak.join(' ; ')}.`,
      'Un serveur mandataire les réécrit (« proxy_cookie_* » dans nginx) : laissez-les passer tels quels.',
    );
  }
  return ok(
    cookies.length === 0
      ? 'la page de connexion n’en pose aucun.'
      : 'réservés à ce site, hors de portée des scripts et des autres sites.',
  );
}

function weaknessOf(cookie: string, secure: boolean) {
  const [pair = '', ...rest] = cookie.split(';').map((part) => part.trim());
  const attributes = rest.map((part) => part.toLowerCase());
  const [name = ''] = pair.split('=');
  const missing = [
    attributes.includes('httponly') ? null : 'HttpOnly',
    attributes.some((one) => /^samesite=(lax|strict)$/.test(one)) ? null : 'SameSite',
    attributes.includes('path=/') ? null : 'Path=/',
    attributes.some((one) => one.startsWith('domain=')) ? 'sans Domain' : null,
    !secure || attributes.includes('secure') ? null : 'Secure',
    !secure || name.startsWith('__Host-') ? null : '__Host-',
  ].filter((one) => one !== null);
  return { name, missing };
}
