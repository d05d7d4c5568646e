import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router';
import { refusing } from '#web/page/refusals.ts';
import { type Rendered, renderedContext } from '#web/rendered.ts';
import { type Site, siteContext } from '#web/site-context.ts';

/** One page for one request. */
export interface RenderedPage {
  readonly response: Response;
  /** Its text; null when the answer is a redirection. */
  readonly html: string | null;
  /** What the one script of the page carries; null when it has none. */
  readonly scriptNonce: string | null;
}

export type Pages = (request: Request, site: Site) => Promise<RenderedPage>;

/** Pages from a build of the site: `build/server/index.js`, or Vite's in development. */
export function openPages(build: ServerBuild | (() => Promise<ServerBuild>), mode: string): Pages {
  const handle = createRequestHandler(
    typeof build === 'function' ? async () => withoutHandOff(await build()) : withoutHandOff(build),
    mode,
  );
  return async (request, site) => {
    const rendered: Rendered = { html: null, scriptNonce: null };
    const context = new RouterContextProvider();
    context.set(siteContext, site);
    context.set(renderedContext, rendered);
    const response = await handle(request, context);
    return { response, ...rendered };
  };
}

type Route = NonNullable<ServerBuild['routes'][string]>;
type Loader = NonNullable<Route['module']['loader']>;

/**
 * The router serialises what loaders return, for the script that takes a page over in the browser.
 * These pages have no script, and that was a third of the time they took: their data is made
 * invisible to serialisation, and stays what it was for rendering.
 */
function withoutHandOff(build: ServerBuild): ServerBuild {
  const routes = Object.fromEntries(
    Object.entries(build.routes).map(([id, route]) => [id, route && withHiddenData(route)]),
  );
  return { ...build, routes };
}

function withHiddenData(route: Route): Route {
  const { loader, action } = route.module;
  const refusingLoader = loader && refusing(loader);
  const hidden: Loader | undefined =
    refusingLoader && (async (args) => hide(await refusingLoader(args)));
  return {
    ...route,
    module: {
      ...route.module,
      ...(hidden ? { loader: hidden } : {}),
      ...(action ? { action: refusing(action) } : {}),
    },
  };
}

/** The same properties, not enumerable. What is no plain object (a response, a status) is left as is. */
function hide(data: unknown): unknown {
  if (data === null || typeof data !== 'object') return data;
  if (Object.getPrototypeOf(data) !== Object.prototype) return data;
  const properties = Object.entries(data).map(([name, value]) => [name, { value }] as const);
  return Object.defineProperties({}, Object.fromEntries(properties));
}
