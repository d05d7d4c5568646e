import { afterAll, beforeAll } from 'vitest';
import type { RendererOptions } from '#documents/rendering/open-renderer.ts';
import { type OpenWork, openWork } from '../../src/server/open-work.ts';
import { createSite } from '../../src/server/site-app.ts';
import { type Listening, listen } from './listen.ts';
import { type GivenRoles, type SignedIn, signInAs, testSignIn } from './sign-in.ts';
import { ORIGIN, openTestServices } from './test-site.ts';

export { ORIGIN };

export const PLAN = 'pole-2019-2024';

/**
 * The whole site but its pages, over the built-in data, on a free port. A page says who is there,
 * and nothing else.
 */
export function openHttpSite(options: { readonly renderer?: Partial<RendererOptions> } = {}) {
  const data = openTestServices(options.renderer);
  let server: Listening | null = null;
  let opened: OpenWork | null = null;
  beforeAll(async () => {
    const { services } = data;
    opened = openWork(data.url, services, testSignIn(ORIGIN));
    server = await listen(
      createSite({
        services,
        pages: async (_, site) => ({
          response: new Response(null, { headers: { 'content-type': 'text/html; charset=utf-8' } }),
          html: site.visitor?.person.name ?? 'public',
          scriptNonce: null,
        }),
        build: 'build',
        assets: { path: '/assets/*', answer: (_, next) => next() },
        english: true,
        origin: ORIGIN,
        secure: true,
        work: opened.work,
        trustedHops: 0,
        demo: false,
      }),
    );
  });
  afterAll(async () => {
    await server?.close();
    await opened?.close();
  });
  const started = <T>(part: T | null): T => {
    if (!part) throw new Error('the site answers during tests only');
    return part;
  };
  return {
    data,
    get port() {
      return started(server).port;
    },
    get work() {
      return started(opened).work;
    },
    /** Makes somebody with these roles, signed in. */
    signInAs: (roles: GivenRoles): Promise<SignedIn> =>
      signInAs({ databaseUrl: data.url, baseUrl: ORIGIN }, roles),
    /** Asks for a path, such as '/healthz'. */
    ask: (path: string, init: RequestInit = {}) => fetch(`${started(server).address}${path}`, init),
    /** Asks for an API path, such as '/plans', and reads the JSON it gives. */
    async read<T = unknown>(path: string, init: RequestInit = {}): Promise<T> {
      const answer = await fetch(`${started(server).address}/api/v1${path}`, init);
      if (answer.status !== 200)
        throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as T;
    },
  };
}
