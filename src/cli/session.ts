import type { Actor } from '#platform/actor/actor.ts';
import type { Config } from '#platform/config/config.ts';
import { prepareServices } from '../server/assemble.ts';
import type { Services } from '../server/services.ts';
import { withDatabase } from './with-database.ts';

/** Whoever may run commands on the machine of the site acts for the coordination. */
export const COMMAND_LINE: Actor = {
  role: 'coordinator',
  name: 'coordination (ligne de commande)',
};

/** Runs a command's work on the running site's database, or on the embedded one started for it. */
export function withServices<T>(
  config: Config,
  work: (services: Services, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return withDatabase(config, async ({ url }, signal) => {
    const services = await prepareServices(url, config);
    try {
      return await work(services, signal);
    } finally {
      await services.close();
    }
  });
}
