import type { Clock } from '#platform/clock/clock.ts';
import type { Config } from '#platform/config/config.ts';
import { readLastBackup } from '#platform/database/backup/last-backup.ts';
import { inspectDatabase } from '#platform/database/inspect.ts';
import { inspectSecurity } from '#platform/database/inspect-security.ts';
import { withDatabase } from '../../with-database.ts';
import type { Check } from '../check.ts';
import { databaseFailure, judgeDatabase } from '../database-check.ts';
import { checkBackup } from './backup-check.ts';
import { judgeSecurity } from './database-checks.ts';
import { checkSecrets } from './secret-check.ts';
import { checkSite } from './site-checks.ts';

/** Checks how well a site is kept: what it shows, what it is told, what its database says. */
export async function examineSecurity(config: Config, clock: Clock): Promise<Check[]> {
  return [
    ...(await checkSite(config)),
    { name: 'secret', ...(await checkSecrets(config)) },
    ...(await checkDatabase(config)),
    {
      name: 'backup',
      ...(await checkBackup(await readLastBackup(config.dataDir), clock.now())),
    },
  ];
}

async function checkDatabase(config: Config): Promise<Check[]> {
  const demand = {
    secondFactorRoles: config.secondFactorRoles,
    trustsProvider: config.oidc?.trustSecondFactor ?? false,
  };
  try {
    return await withDatabase(config, async ({ url }) => {
      const state = judgeDatabase(await inspectDatabase(url));
      if (state.level !== 'ok') return [{ name: 'database', ...state }];
      return judgeSecurity(await inspectSecurity(url, demand), config);
    });
  } catch (error) {
    return [{ name: 'database', ...databaseFailure(error) }];
  }
}
