import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { cors } from 'hono/cors';
import { secureHeaders } from 'hono/secure-headers';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { createApi, describeApi } from '#api/api.ts';
import { API_BASE } from '#platform/http/api-base.ts';
import { isLocalRequest } from '#platform/http/local-request.ts';
import { problem, unexpectedProblem } from '#platform/http/problem.ts';
import { revalidate } from '#platform/http/revalidate.ts';
import { makeReference, reportDefect } from '#platform/log/report-defect.ts';
import type { Coordination } from '#web/coordination/coordination.ts';
import { isLivePath } from '#web/page/addresses.ts';
import { mountHealth } from './health.ts';
import type { Pages } from './pages.ts';
import type { Services } from './services.ts';

export interface SiteOptions {
  readonly services: Services;
  readonly pages: Pages;
  /** Names the program in ETags; null where nothing may be cached. */
  readonly build: string | null;
  /** Answers for the style sheets, under these addresses. */
  readonly assets: { readonly path: string; readonly answer: MiddlewareHandler };
  readonly english: boolean;
  readonly origin: string;
  /** The coordinator's use cases, where the operator opened them; only local requests get them. */
  readonly coordination: Coordination | null;
}

/** Forms say themselves, in a page, when a file is too large; beyond this nothing is read at all. */
const LARGEST_BODY = 64 * 1024 * 1024;

/** Everything the site answers, from one address: assets, API, health, pages. */
export function createSite(options: SiteOptions): Hono {
  const { services, pages, build, coordination, english, origin } = options;
  const { plans, organisations, reports, today, revision } = services;
  const app = new Hono();
  const keepable = revalidate({
    revision: () => (build === null ? null : revision()),
    build: build ?? '',
    today,
  });

  app.onError((error, c) => unexpectedProblem(c, error));
  app.use(securityHeaders());
  app.use(compress());
  app.use(options.assets.path, options.assets.answer);
  mountHealth(app, services);

  // Open data: any site may read it, and nobody's identity goes with the question.
  app.options(`${API_BASE}/*`, cors({ origin: '*', allowMethods: ['GET', 'HEAD'] }));
  app.use(`${API_BASE}/*`, openToAll, keepable);
  const api = createApi({ plans, organisations, reports, english, today, origin });
  app.route(API_BASE, api);

  const offered = (c: Context) => (coordination && isLocalRequest(c) ? coordination : null);
  app.use(
    bodyLimit({
      maxSize: LARGEST_BODY,
      onError: (c) => problem(c, 413, 'Le fichier est trop gros : 20 Mo au plus.'),
    }),
  );
  app.use((c, next) => (offered(c) || isLivePath(c.req.path) ? next() : keepable(c, next)));
  app.all('*', async (c) => {
    const own = offered(c);
    if (own === null && c.req.method !== 'GET' && c.req.method !== 'HEAD') {
      return problem(c, 403, 'Rien ne se modifie d’ici : ces pages se lisent seulement.');
    }
    const reference = makeReference();
    const { response, html } = await pages(c.req.raw, {
      plans,
      organisations,
      reports,
      english,
      origin,
      describeApi: () => describeApi(api, origin),
      today: today(),
      coordination: own,
      reference,
      reportDefect: (error) => void reportDefect(error, reference),
    });
    if (own) response.headers.set('cache-control', 'private, no-store');
    if (html === null) return response;
    return c.body(
      html,
      response.status as ContentfulStatusCode,
      Object.fromEntries(response.headers),
    );
  });
  return app;
}

/** What a reading across sites needs; asking first (OPTIONS) is answered apart. */
const openToAll: MiddlewareHandler = async (c, next) => {
  c.header('access-control-allow-origin', '*');
  c.header('access-control-expose-headers', 'ETag');
  await next();
};

/** No script anywhere, styles and forms from here only, never in a frame. */
function securityHeaders(): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      scriptSrc: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
    },
    // Said by whoever terminates TLS, who knows whether there is any.
    strictTransportSecurity: false,
    xFrameOptions: 'DENY',
    referrerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'cross-origin',
  });
}
