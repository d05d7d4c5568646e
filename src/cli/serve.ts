import type { AddressInfo } from 'node:net';
import type { ServerType } from '@hono/node-server';
import type { Command } from 'commander';
import type { Hono } from 'hono';
import { type Config, config } from '#platform/config/config.ts';
import { demandServable } from '#platform/config/production.ts';
import { acquireDatabase } from '#platform/database/embedded/acquire-database.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import type { Assembly } from '../server/assemble.ts';
import { demoConfig } from '../server/demo.ts';
import { createHttpServer } from '../server/http-server.ts';

export function registerServe(program: Command): void {
  program
    .command('serve')
    .description('sert le site et l’API, jusqu’à SIGTERM ou Ctrl-C')
    .option('--dev', 'recharge les pages quand leur code change')
    .option('--demo', 'démonstration : une personne par rôle, avec des données à part')
    .action(({ dev, demo }: { dev?: boolean; demo?: boolean }) =>
      runServer(demo ? demoConfig(config()) : config(), dev ?? false),
    );
}

/** Serves until asked to stop, then stops cleanly: requests under way first, the database last. */
async function runServer(config: Config, dev: boolean): Promise<void> {
  demandServable(config);
  const { promise: stopped, resolve: stop } = Promise.withResolvers<Error | undefined>();
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    // Asking twice changes nothing: the database is still given back before the end.
    process.on(signal, () => stop(undefined));
  }
  const database = await acquireDatabase(config, { onLost: stop });
  try {
    const site = await openSite(database.url, config, dev);
    try {
      const server = await listen(site.app, config);
      await announce(config, server, database.relocated, site);
      const reason = await stopped;
      await closeServer(server);
      if (reason) throw reason;
    } finally {
      await site.close();
    }
  } finally {
    await database.release();
  }
}

/** Each loaded only when it is the one: development brings the builder along. */
async function openSite(url: string, config: Config, dev: boolean): Promise<Assembly> {
  if (dev) return (await import('../server/development.ts')).openDevelopment(url, config);
  return (await import('../server/production.ts')).openProduction(url, config);
}

function listen(app: Hono, { port, host }: Config): Promise<ServerType> {
  const server = createHttpServer(app);
  const { promise, resolve, reject } = Promise.withResolvers<ServerType>();
  server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, port, host)));
  server.listen(port, host, () => resolve(server));
  return promise;
}

function explain(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code === 'EADDRINUSE') {
    return new DomainError(
      'conflict',
      `Le port ${port} est déjà pris. Arrêtez ce qui l’occupe, ou choisissez-en un autre : PORT=${port + 1} npm start.`,
    );
  }
  if (error.code === 'EACCES') {
    return new DomainError(
      'forbidden',
      `Ce compte n’a pas le droit d’ouvrir le port ${port} : choisissez-en un au-dessus de 1023.`,
    );
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new DomainError('invalid', `HOST=${host} n’est pas une adresse de cette machine.`);
  }
  return error;
}

/** Lets the requests under way end; those that linger are cut, so that stopping takes seconds. */
async function closeServer(server: ServerType): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  const cut = setTimeout(
    () => 'closeAllConnections' in server && server.closeAllConnections(),
    5000,
  );
  await promise;
  clearTimeout(cut);
}

async function announce(
  config: Config,
  server: ServerType,
  relocated: string | null,
  site: Assembly,
): Promise<void> {
  const { port } = server.address() as AddressInfo;
  const address = config.port === 0 ? `http://localhost:${port}` : config.baseUrl;
  if (relocated) {
    console.log(
      `La base de données est dans ${relocated}, car le dossier de données n’est ouvert qu’à root.`,
    );
  }
  console.log(`Passerelle est prête : ${address}`);
  for (const line of await site.welcome(address)) console.log(line);
}
