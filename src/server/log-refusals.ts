import type { MiddlewareHandler } from 'hono';
import { log } from '#platform/log/log.ts';
import { redact } from '#platform/log/redact.ts';

/** A request of somebody's work, or of signing in, that was refused. */
export interface Refusal {
  /** Names the request; null where it was refused before it had one. */
  readonly reference: string | null;
  /** The id of whoever signed in; null for nobody. */
  readonly person: string | null;
  readonly status: number;
  readonly method: string;
  /** Without what lets somebody in. */
  readonly path: string;
}

declare module 'hono' {
  interface ContextVariableMap {
    reference: string | undefined;
    person: string | undefined;
  }
}

const REFUSED = [403, 413, 429];

/** Keeps in the log what was refused, and to whom: a person who tries, or a page of another site. */
export function logRefusals(
  isWatched: (path: string) => boolean,
  report = (refusal: Refusal): void => log.warn(refusal, 'request refused'),
): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const { status } = c.res;
    if (!REFUSED.includes(status) || !isWatched(c.req.path)) return;
    report({
      reference: c.get('reference') ?? null,
      person: c.get('person') ?? null,
      status,
      method: c.req.method,
      path: redact(c.req.path),
    });
  };
}
