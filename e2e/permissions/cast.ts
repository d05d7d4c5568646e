import type { Actor } from '#platform/actor/actor.ts';
import { openDatabase } from '#platform/database/database.ts';
import { actorOf } from '../../src/modules/identity/testing/people.ts';
import type { GivenRoles, SignedIn } from '../../tests/support/sign-in.ts';
import type { TestSite } from '../support/site.ts';

/** Somebody who asks: signed in, and what the database says they may do today. */
export interface Asker extends SignedIn {
  readonly title: string;
  readonly actor: Actor;
}

const CAST: readonly (readonly [
  title: string,
  roles: (organisations: readonly string[]) => GivenRoles,
])[] = [
  ['somebody without a role', () => ({})],
  ['a respondent', ([own]) => seat('respondent', own)],
  ['an alternate', ([own]) => seat('alternate', own)],
  ['a validator', ([own]) => seat('validator', own)],
  ['another’s respondent', ([, other]) => seat('respondent', other)],
  ['another’s validator', ([, other]) => seat('validator', other)],
  ['an alternate who stands in', ([, , deserted]) => seat('alternate', deserted)],
  ['the coordination', () => ({ platform: ['coordination'] })],
  ['the direction', () => ({ platform: ['direction'] })],
  ['the observation', () => ({ platform: ['observation'] })],
  ['the administration', () => ({ platform: ['administration'] })],
];

function seat(role: 'respondent' | 'alternate' | 'validator', organisation = ''): GivenRoles {
  return { seats: [{ role, organisation }] };
}

/** One person for each role there is, and for some of another organisation. */
export async function openCast(
  site: TestSite,
  organisations: readonly string[],
): Promise<readonly Asker[]> {
  const db = openDatabase(site.databaseUrl, 1);
  try {
    const cast: Asker[] = [];
    for (const [title, roles] of CAST) {
      const someone = await site.signIn(roles(organisations), { name: title });
      cast.push({ ...someone, title, actor: await actorOf(db, someone.personId) });
    }
    return cast;
  } finally {
    await db.destroy();
  }
}
