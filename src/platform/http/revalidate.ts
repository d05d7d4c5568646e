import type { MiddlewareHandler } from 'hono';

export interface Validators {
  /** Names the state of the data; null when it cannot be known. */
  readonly revision: () => string | null;
  /** Names the program, so that a new one is never answered from an old one's cache. */
  readonly build: string;
  /** Today, ISO: pages say how late things are. */
  readonly today: () => string;
}

/**
 * Public answers are the same for everyone, so one name covers them all: the program, the data and
 * the day. A visitor who has the current one is answered without computing anything. Browsers ask
 * each time; caches in front of the site may serve for a moment what they have.
 */
export function revalidate({ revision, build, today }: Validators): MiddlewareHandler {
  return async (c, next) => {
    const current = revision();
    if (current === null || (c.req.method !== 'GET' && c.req.method !== 'HEAD')) {
      await next();
      return undefined;
    }
    const etag = `W/"${build}-${current}-${today()}"`;
    const headers = {
      etag,
      // Said here, the compression need not add it: that would copy the whole answer.
      vary: 'Accept-Encoding',
      'cache-control': 'public, max-age=0, must-revalidate',
      'cdn-cache-control': 'public, max-age=30, stale-while-revalidate=300',
    };
    if (matches(c.req.header('if-none-match'), etag)) return c.body(null, 304, headers);
    await next();
    if (c.res.status === 200) {
      for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
    }
    return undefined;
  };
}

/** Weak comparison of RFC 9110, 13.1.2. */
function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const bare = etag.slice('W/'.length);
  return header
    .split(',')
    .map((candidate) => candidate.trim().replace(/^W\//, ''))
    .some((candidate) => candidate === bare || candidate === '*');
}
