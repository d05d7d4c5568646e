import { afterAll, beforeAll } from 'vitest';
import type { RendererOptions } from '#documents/rendering/open-renderer.ts';
import { openCoordination } from '../../src/server/open-coordination.ts';
import { createSite } from '../../src/server/site-app.ts';
import { type Listening, listen } from './listen.ts';
import { ORIGIN, openTestServices } from './test-site.ts';

export { ORIGIN };

export const PLAN = 'pole-2019-2024';

/**
 * The whole site but its pages, over the built-in data, on a free port. A page says who is there,
 * and nothing else.
 */
export function openHttpSite(
  options: { readonly coordination?: boolean; readonly renderer?: Partial<RendererOptions> } = {},
) {
  const data = openTestServices(options.renderer);
  let server: Listening | null = null;
  beforeAll(async () => {
    const { services } = data;
    server = await listen(
      createSite({
        services,
        pages: async (_, site) => ({
          response: new Response(null, { headers: { 'content-type': 'text/html; charset=utf-8' } }),
          html: site.coordination ? 'coordination' : 'public',
        }),
        build: 'build',
        assets: { path: '/assets/*', answer: (_, next) => next() },
        english: true,
        origin: ORIGIN,
        coordination: options.coordination ? openCoordination(services) : null,
      }),
    );
  });
  afterAll(() => server?.close());
  const started = () => {
    if (!server) throw new Error('the site answers during tests only');
    return server;
  };
  return {
    data,
    get port() {
      return started().port;
    },
    /** Asks for a path, such as '/healthz'. */
    ask: (path: string, init: RequestInit = {}) => fetch(`${started().address}${path}`, init),
    /** Asks for an API path, such as '/plans', and reads the JSON it gives. */
    async read<T = unknown>(path: string, init: RequestInit = {}): Promise<T> {
      const answer = await fetch(`${started().address}/api/v1${path}`, init);
      if (answer.status !== 200)
        throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as T;
    },
  };
}
