import type { Config } from '#platform/config/config.ts';
import { prepareServices } from '../server/assemble.ts';
import type { Services } from '../server/services.ts';
import { withDatabase } from './with-database.ts';

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
