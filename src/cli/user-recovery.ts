import type { Command } from 'commander';
import { resetSecondFactor } from '#modules/identity/index.ts';
import { config } from '#platform/config/config.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { prepareServices } from '../server/assemble.ts';
import { offerFirstRun } from '../server/first-run.ts';
import { withServices } from './session.ts';
import { withDatabase } from './with-database.ts';

/** What is left when nobody can come in any more: for whoever runs the site's machine. */
export function registerRecovery(user: Command): void {
  user
    .command('setup-link')
    .description(
      'donne une autre adresse qui ouvre le compte de l’administration, s’il n’y en a pas',
    )
    .action(runSetupLink);
  user
    .command('reset-second-factor')
    .description('retire les codes et les clés d’accès d’une personne qui les a perdus')
    .argument('<courriel>', 'son adresse')
    .action(runReset);
}

async function runSetupLink(): Promise<void> {
  await withServices(config(), async ({ db }) => {
    const link = await offerFirstRun(db, config().baseUrl);
    if (link === null) {
      throw new DomainError(
        'conflict',
        'Il y a déjà une administration. Pour en nommer une autre : passerelle user invite <courriel> --role administration --name <nom>.',
      );
    }
    console.log('Cette adresse ouvre le compte de l’administration, une fois, pendant 24 heures :');
    console.log(`  ${link}`);
  });
}

async function runReset(email: string): Promise<void> {
  await withDatabase(config(), async ({ url }) => {
    const { db, close } = await prepareServices(url, config());
    try {
      await resetSecondFactor(url, db, email);
    } finally {
      await close();
    }
  });
  console.log(
    `Les codes et les clés d’accès de ${email} sont retirés, et ses connexions fermées. Il ou elle se connecte avec ce qui reste, et en configure d’autres.`,
  );
}
