import type { Database } from '#platform/database/database.ts';
import { openDemo } from './demo.ts';
import { offerFirstRun } from './first-run.ts';

/** What whoever starts the site is told, once it listens at `address`: lines in French. */
export async function welcome(
  db: Database,
  url: string,
  address: string,
  demo: boolean,
): Promise<string[]> {
  if (demo) {
    const people = await openDemo(url, db);
    return [
      `Démonstration : connectez-vous à ${address}/connexion.`,
      ...people.map(({ email, password }) => `  ${email.padEnd(28)} ${password}`),
    ];
  }
  const first = await offerFirstRun(db, address);
  return first === null
    ? []
    : [
        'Il n’y a encore personne. Cette adresse ouvre le compte de l’administration, une fois, pendant 24 heures :',
        `  ${first}`,
      ];
}
