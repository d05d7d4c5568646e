import type { Hono } from 'hono';
import type { ServerBuild } from 'react-router';
import { systemClock } from '#platform/clock/clock.ts';
import type { Config } from '#platform/config/config.ts';
import { migrate } from '#platform/database/migrate.ts';
import { loadBuiltIn } from './built-in.ts';
import { openCoordination } from './open-coordination.ts';
import { openPages } from './pages.ts';
import { openServices, type Services } from './services.ts';
import { createSite, type SiteOptions } from './site-app.ts';

/** Brings a database to this program's schema, with the built-in data, and opens what is built on it. */
export async function prepareServices(url: string, config: Config): Promise<Services> {
  await migrate(url);
  const services = await openServices(url, systemClock, publicOrigin(config));
  try {
    await loadBuiltIn(services.db);
    await services.refresh();
    return services;
  } catch (error) {
    await services.close();
    throw error;
  }
}

/** Where anybody reaches the site; an address of this machine means nothing to whoever reads a document. */
function publicOrigin({ baseUrl }: Config): string | null {
  const { hostname } = new URL(baseUrl);
  return /^(localhost|127\..*|\[::1\]|0\.0\.0\.0)$/.test(hostname) ? null : baseUrl;
}

/** The pages' side of the site: built, or straight from its sources. */
export interface Front {
  readonly build: ServerBuild | (() => Promise<ServerBuild>);
  readonly mode: 'production' | 'development';
  /** Names the program in ETags; null where its sources change under it, and nothing may be cached. */
  readonly name: string | null;
  readonly assets: SiteOptions['assets'];
}

export interface Assembly {
  readonly app: Hono;
  readonly close: () => Promise<void>;
}

/** The whole site over one database. */
export async function assemble(url: string, config: Config, front: Front): Promise<Assembly> {
  const services = await prepareServices(url, config);
  const app = createSite({
    services,
    pages: openPages(front.build, front.mode),
    build: front.name,
    assets: front.assets,
    english: config.english,
    origin: config.baseUrl,
    coordination: config.openCoordination ? openCoordination(services) : null,
  });
  return { app, close: services.close };
}
