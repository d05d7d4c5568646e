import type { Hono } from 'hono';
import type { ServerBuild } from 'react-router';
import type { SignInOptions } from '#modules/identity/index.ts';
import { ChainWorker } from '#platform/audit/chain-worker.ts';
import { digestFile } from '#platform/audit/digest-file.ts';
import { systemClock } from '#platform/clock/clock.ts';
import type { Config } from '#platform/config/config.ts';
import { siteSecret } from '#platform/config/site-secret.ts';
import { migrate } from '#platform/database/migrate.ts';
import { loadBuiltIn } from './built-in.ts';
import { openMail } from './open-mail.ts';
import { openWork } from './open-work.ts';
import { openPages } from './pages.ts';
import { openRetention } from './retention-worker.ts';
import { openServices, type Services } from './services.ts';
import { createSite, type SiteOptions } from './site-app.ts';
import { welcome } from './welcome.ts';

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
  /** What whoever started the site is told, once it listens at this address: lines in French. */
  readonly welcome: (address: string) => Promise<string[]>;
  readonly close: () => Promise<void>;
}

/** The whole site over one database. */
export async function assemble(url: string, config: Config, front: Front): Promise<Assembly> {
  const secret = siteSecret(config);
  const services = await prepareServices(url, config);
  const workers = await openWorkers(url, config, services);
  const { work, close } = openWork(url, services, signInOptions(config, secret));
  const app = createSite({
    services,
    pages: openPages(front.build, front.mode),
    build: front.name,
    assets: front.assets,
    english: config.english,
    origin: config.baseUrl,
    secure: config.secure,
    work,
    trustedHops: config.trustedHops,
    demo: config.demo,
  });
  return {
    app,
    welcome: (address) => welcome(services.db, url, address, config.demo),
    close: async () => {
      await close();
      await workers.close();
      await services.close();
    },
  };
}

/** What goes on beside the answers: the record's chain, the mail, and what is kept long enough. */
async function openWorkers(url: string, config: Config, services: Services) {
  const { db, today } = services;
  const chain = new ChainWorker({ url, db, today, digestFile: digestFile(config.dataDir) });
  try {
    await chain.start();
    const mailer = await openMail(url, db, config);
    const retention = openRetention(db);
    return {
      close: async () => {
        await retention.close();
        await mailer.close();
        await chain.close();
      },
    };
  } catch (error) {
    await chain.close();
    await services.close();
    throw error;
  }
}

function signInOptions(config: Config, secret: string): SignInOptions {
  const { baseUrl, session, secondFactorRoles, oidc } = config;
  return { baseUrl, secret, session, secondFactorRoles, provider: oidc };
}
