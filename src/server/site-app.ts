import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';
import { cors } from 'hono/cors';
import { createApi, describeApi } from '#api/api.ts';
import { AUTH_PATH, type SignInRequest } from '#modules/identity/index.ts';
import { API_BASE } from '#platform/http/api-base.ts';
import { clientAddress } from '#platform/http/client-address.ts';
import { problem, unexpectedProblem } from '#platform/http/problem.ts';
import { revalidate } from '#platform/http/revalidate.ts';
import { comesFromHere } from '#platform/http/same-origin.ts';
import { makeReference, reportDefect } from '#platform/log/report-defect.ts';
import { isLivePath, isPrivatePath } from '#web/page/addresses.ts';
import type { Work } from '#web/work/work.ts';
import { bodyLimits } from './body-limits.ts';
import { mountHealth } from './health.ts';
import { leadAway } from './lead-away.ts';
import { logRefusals } from './log-refusals.ts';
import type { Pages } from './pages.ts';
import { securityHeaders } from './security-headers.ts';
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
  /** Whether that address is https. */
  readonly secure: boolean;
  readonly work: Work;
  /** How many proxies before the site are believed about who asks. */
  readonly trustedHops: number;
  /** Whether what is here is a demonstration, as every page then says. */
  readonly demo: boolean;
}

/** Everything the site answers, from one address: assets, API, health, pages. */
export function createSite(options: SiteOptions): Hono {
  const { services, pages, build, work, english, origin } = options;
  const { plans, organisations, reports, observations, today, revision } = services;
  const app = new Hono();
  const keepable = revalidate({
    revision: () => (build === null ? null : revision()),
    build: build ?? '',
    today,
  });

  app.onError((error, c) => unexpectedProblem(c, error));
  app.use(securityHeaders(options.secure));
  app.use(logRefusals(isPrivatePath));
  app.use(compress());
  app.use(options.assets.path, options.assets.answer);
  mountHealth(app, services, options.trustedHops);

  // Open data: any site may read it, and nobody's identity goes with the question.
  app.options(`${API_BASE}/*`, cors({ origin: '*', allowMethods: ['GET', 'HEAD'] }));
  app.use(`${API_BASE}/*`, openToAll, keepable);
  const api = createApi({ plans, organisations, reports, english, today, origin });
  app.route(API_BASE, api);

  app.use(bodyLimits());
  // Before anything is read of it: what changes something comes from a page of this very site.
  app.use(async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    if (!isPrivatePath(c.req.path)) {
      return problem(c, 403, 'Rien ne se modifie d’ici : ces pages se lisent seulement.');
    }
    if (comesFromHere(c.req.raw, origin)) return next();
    return problem(c, 403, 'Cette demande vient d’un autre site : elle a été refusée.');
  });
  app.use((c, next) => {
    if (!isPrivatePath(c.req.path)) return isLivePath(c.req.path) ? next() : keepable(c, next);
    c.header('cache-control', 'private, no-store');
    return next();
  });
  app.all(`${AUTH_PATH}/*`, async (c) => {
    const answer = await work.signIn.handle(c.req.raw, askedBy(c, makeReference()));
    return answer ?? problem(c, 404, 'Cette adresse ne mène à rien ici.');
  });
  app.all('*', async (c) => {
    const reference = makeReference();
    const request = askedBy(c, reference);
    const attendance = isPrivatePath(c.req.path)
      ? await work.signIn.attend(request, c.req.method)
      : null;
    c.set('reference', reference);
    c.set('person', attendance?.visitor?.person.id);
    const { response, html, scriptNonce } = await pages(c.req.raw, {
      plans,
      organisations,
      reports,
      observations,
      english,
      origin,
      describeApi: () => describeApi(api, origin),
      today: today(),
      visitor: attendance?.visitor ?? null,
      formToken: attendance?.formToken ?? null,
      ownsForm: attendance?.ownsForm ?? (() => false),
      request,
      work,
      demo: options.demo,
      reference,
      reportDefect: (error) => void reportDefect(error, reference),
    });
    c.set('scriptNonce', scriptNonce);
    if (attendance) response.headers.set('cache-control', 'private, no-store');
    // What was just done says more of the session than what was found before it.
    const said = new Set(response.headers.getSetCookie().map(nameOf));
    for (const cookie of attendance?.cookies ?? []) {
      if (!said.has(nameOf(cookie))) response.headers.append('set-cookie', cookie);
    }
    // Made anew, for it may have several cookies: an object of headers would keep one.
    return html === null ? leadAway(response, origin) : new Response(html, response);
  });
  return app;

  function askedBy(c: Context, requestId: string): SignInRequest {
    return {
      headers: c.req.raw.headers,
      address: clientAddress(c, options.trustedHops),
      requestId,
    };
  }
}

/** What a reading across sites needs; asking first (OPTIONS) is answered apart. */
const openToAll: MiddlewareHandler = async (c, next) => {
  c.header('access-control-allow-origin', '*');
  c.header('access-control-expose-headers', 'ETag');
  await next();
};

/** The name of a cookie that is set. */
function nameOf(cookie: string): string {
  return cookie.slice(0, cookie.indexOf('='));
}
