import type { Command } from 'commander';
import { type Clock, systemClock } from '#platform/clock/clock.ts';
import { type Config, config } from '#platform/config/config.ts';
import { inspectDatabase } from '#platform/database/inspect.ts';
import { asText, type Check, hasError } from './doctor/check.ts';
import { checkClock } from './doctor/clock-check.ts';
import { databaseFailure, judgeDatabase } from './doctor/database-check.ts';
import { checkDisk } from './doctor/disk-check.ts';
import { checkMail } from './doctor/mail-check.ts';
import { checkPort } from './doctor/port-check.ts';
import { examineSecurity } from './doctor/security/examine-security.ts';
import { checkVersions } from './doctor/versions-check.ts';
import { withDatabase } from './with-database.ts';

async function databaseAndClock(config: Config, clock: Clock): Promise<Check[]> {
  try {
    return await withDatabase(config, async ({ url }) => {
      const facts = await inspectDatabase(url);
      return [
        { name: 'database', ...judgeDatabase(facts) },
        { name: 'clock', ...checkClock(clock, facts.now) },
      ];
    });
  } catch (error) {
    return [
      { name: 'database', ...databaseFailure(error) },
      { name: 'clock', ...checkClock(clock, null) },
    ];
  }
}

/** Checks all that Passerelle stands on, one thing's failure not hiding another's. */
async function examine(config: Config, clock: Clock): Promise<Check[]> {
  return [
    { name: 'versions', ...checkVersions() },
    { name: 'disk', ...(await checkDisk(config.dataDir)) },
    ...(await databaseAndClock(config, clock)),
    { name: 'mail', ...(await checkMail(config)) },
    { name: 'port', ...(await checkPort(config)) },
  ];
}

export function registerDoctor(program: Command): void {
  program
    .command('doctor')
    .description('vérifie base de données, versions, disque, horloge, courriel et port')
    .option('--security', 'vérifie plutôt la sécurité du site en marche et de sa configuration')
    .option('--json', 'répond en JSON')
    .action(async ({ security, json }: { security?: boolean; json?: boolean }) => {
      const checks = await (security ? examineSecurity : examine)(config(), systemClock);
      const healthy = !hasError(checks);
      console.log(json ? JSON.stringify({ healthy, checks }) : asText(checks));
      if (!healthy) process.exitCode = 1;
    });
}
