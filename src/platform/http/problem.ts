import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { DomainError, DomainErrorCode } from '../errors/domain-error.ts';
import { reportDefect } from '../log/report-defect.ts';

/** The one place where what went wrong becomes an HTTP status. */
export const STATUS: Readonly<Record<DomainErrorCode, ContentfulStatusCode>> = {
  invalid: 400,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  unsupported: 415,
  'too-many': 429,
  unavailable: 503,
};

const TITLES: Readonly<Record<number, string>> = {
  400: 'Demande invalide',
  403: 'Accès refusé',
  404: 'Introuvable',
  405: 'Méthode non permise',
  409: 'Conflit',
  413: 'Trop volumineux',
  415: 'Format non reconnu',
  429: 'Trop d’essais',
  500: 'Erreur interne',
  503: 'Service indisponible',
};

/** Problem details, RFC 9457. Never a stack trace: `reference` is what the log knows it by. */
export function problem(
  c: Context,
  status: ContentfulStatusCode,
  detail: string,
  extra: Readonly<Record<string, unknown>> = {},
): Response {
  const body = {
    type: 'about:blank',
    title: TITLES[status] ?? 'Erreur',
    status,
    detail,
    instance: new URL(c.req.url).pathname,
    ...extra,
  };
  return c.body(JSON.stringify(body), status, {
    'content-type': 'application/problem+json; charset=utf-8',
    'content-language': 'fr-CA',
    'cache-control': 'no-store',
  });
}

export function domainProblem(c: Context, error: DomainError): Response {
  const { retryAfter } = error.details;
  // In seconds: what is busy says when to come back (RFC 9110, 10.2.3).
  if (typeof retryAfter === 'number') c.header('retry-after', String(retryAfter));
  return problem(c, STATUS[error.code], error.message);
}

/** For what nobody foresaw: it is in the log, under the reference that is given. */
export function unexpectedProblem(c: Context, error: unknown): Response {
  return problem(c, 500, 'Une erreur s’est produite; elle est au journal, sous cette référence.', {
    reference: reportDefect(error),
  });
}
