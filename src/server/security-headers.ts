import type { MiddlewareHandler } from 'hono';
import { API_BASE } from '#platform/http/api-base.ts';

/** What every answer's policy says: styles, pictures and forms from here only, never in a frame. */
const CONTENT = "default-src 'none'; style-src 'self'; img-src 'self' data:";
const CONFINED = "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
const NO_SCRIPT = `${CONTENT}; script-src 'none'; ${CONFINED}`;

/** Only the page's own script, which may ask this site only. */
const oneScript = (nonce: string) =>
  `${CONTENT}; script-src 'nonce-${nonce}'; connect-src 'self'; ${CONFINED}`;

/** Nothing of the device is asked for, but passkeys. */
const DENIED = [
  'accelerometer',
  'autoplay',
  'bluetooth',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
];
const PASSKEYS = ['publickey-credentials-create', 'publickey-credentials-get'];
const PERMISSIONS = [
  ...DENIED.map((feature) => `${feature}=()`),
  ...PASSKEYS.map((feature) => `${feature}=(self)`),
].join(', ');

const ALWAYS: readonly (readonly [string, string])[] = [
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  ['referrer-policy', 'same-origin'],
  ['permissions-policy', PERMISSIONS],
  ['cross-origin-opener-policy', 'same-origin'],
  ['origin-agent-cluster', '?1'],
  ['x-permitted-cross-domain-policies', 'none'],
];

/** Two years, in seconds. No preload: it is the domain's owner who asks browsers for that. */
const ENCRYPTED_ONLY = 'max-age=63072000; includeSubDomains';

declare module 'hono' {
  interface ContextVariableMap {
    /** Set by whoever renders a page that runs one script, which carries this nonce. */
    scriptNonce: string | null | undefined;
  }
}

/**
 * What each answer says to the browser: no script anywhere, but the one of a page that names its
 * nonce; nothing of the device; never in another's frame or window.
 *
 * @param secure whether the site's address is https: browsers are then told to ask for nothing else
 */
export function securityHeaders(secure: boolean): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const { headers } = c.res;
    const nonce = c.get('scriptNonce');
    headers.set('content-security-policy', nonce ? oneScript(nonce) : NO_SCRIPT);
    for (const [name, value] of ALWAYS) headers.set(name, value);
    // Open data may be shown by any site; a page or a file of somebody's work by none.
    const open = c.req.path.startsWith(`${API_BASE}/`);
    headers.set('cross-origin-resource-policy', open ? 'cross-origin' : 'same-origin');
    if (secure) headers.set('strict-transport-security', ENCRYPTED_ONLY);
  };
}
