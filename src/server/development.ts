import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { MiddlewareHandler } from 'hono';
import type { ServerBuild } from 'react-router';
import type { Config } from '#platform/config/config.ts';
import type { Assembly } from './assemble.ts';

/**
 * The site straight from its sources. Vite loads the server's side and the pages alike, so that there
 * is one copy of each module, and one pool, as in production. Pages follow their sources at the next
 * request; restart after changing what is behind them.
 */
export async function openDevelopment(url: string, config: Config): Promise<Assembly> {
  const { createServer } = await import('vite');
  const vite = await createServer({
    server: { middlewareMode: true, hmr: false, ws: false },
    appType: 'custom',
  });
  const { assemble } = (await vite.ssrLoadModule(
    '/src/server/assemble.ts',
  )) as typeof import('./assemble.ts');
  const answer: MiddlewareHandler<{ Bindings: HttpBindings }> = async (c, next) => {
    const { incoming, outgoing } = c.env;
    const answered = await new Promise<boolean>((resolve) => {
      outgoing.once('close', () => resolve(true));
      vite.middlewares(incoming, outgoing, () => resolve(false));
    });
    if (answered) return RESPONSE_ALREADY_SENT;
    await next();
    return undefined;
  };
  const { app, welcome, close } = await assemble(url, config, {
    build: () => vite.ssrLoadModule('virtual:react-router/server-build') as Promise<ServerBuild>,
    mode: 'development',
    name: null,
    assets: { path: '/*', answer },
  });
  return {
    app,
    welcome,
    close: async () => {
      await close();
      await vite.close();
    },
  };
}
