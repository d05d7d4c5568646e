import { randomBytes, randomUUID } from 'node:crypto';
import type { SignInOptions } from '#modules/identity/index.ts';
import type { OrganisationRole, PlatformRole } from '#platform/actor/actor.ts';
import { formTokenOf } from '../../src/modules/identity/sign-in/form-token.ts';
import { sessionCookies } from '../../src/modules/identity/sign-in/session-cookie.ts';
import { asOwner } from './as-owner.ts';

/** Signs the cookies of the sites of tests. */
export const TEST_SECRET = 'un-secret-pour-les-essais-seulement-0123456789';

/** How people sign in to the site of tests at an address. */
export function testSignIn(baseUrl: string): SignInOptions {
  return {
    baseUrl,
    secret: TEST_SECRET,
    session: { idleMinutes: 60, absoluteHours: 12 },
    secondFactorRoles: new Set(['coordination', 'administration']),
    provider: null,
  };
}

/** Where somebody signs in: a database, and the address the site says it has. */
export interface SignInPlace {
  readonly databaseUrl: string;
  readonly baseUrl: string;
}

export interface GivenSeat {
  readonly role: OrganisationRole;
  /** An organisation's key. */
  readonly organisation: string;
  readonly branch?: string;
  /** By id. */
  readonly measures?: readonly number[];
}

export interface GivenRoles {
  readonly platform?: readonly PlatformRole[];
  readonly seats?: readonly GivenSeat[];
}

export interface SignedIn {
  readonly personId: string;
  readonly name: string;
  readonly sessionId: string;
  /** What the browser says: "name=value". */
  readonly cookie: string;
  /** What this session's forms carry. */
  readonly formToken: string;
}

let people = 0;

/**
 * Makes somebody with these roles, whatever the day, and opens a session of theirs behind the site's back.
 *
 * @param options.strong whether a second factor was shown
 */
export async function signInAs(
  { databaseUrl, baseUrl }: SignInPlace,
  { platform = [], seats = [] }: GivenRoles,
  { strong = true, name = `Personne ${++people}` } = {},
): Promise<SignedIn> {
  const [personId, sessionId] = [randomUUID(), randomUUID()];
  const token = randomBytes(24).toString('base64url');
  await asOwner(databaseUrl, async (owner) => {
    await owner.query('insert into person (id, name, email) values ($1, $2, $3)', [
      personId,
      name,
      `${personId}@exemple.ca`,
    ]);
    const grants = [
      ...platform.map((role) => ({ role })),
      ...seats,
    ] as readonly Partial<GivenSeat>[];
    for (const { role, organisation = null, branch = null, measures = [] } of grants) {
      const { rows } = await owner.query<{ id: number }>(
        `insert into role_grant (person_id, role, organisation_id, branch, valid, recorded_by)
         values ($1, $2, (select id from organisation where key = $3), $4, '[2020-01-01,)', 'system')
         returning id`,
        [personId, role, organisation, branch],
      );
      await owner.query(
        'insert into role_grant_measure (grant_id, measure_id) select $1, unnest($2::integer[])',
        [rows[0]?.id, measures],
      );
    }
    await owner.query(
      `insert into auth.session (id, token, person_id, expires_at, method, strong)
       values ($1, $2, $3, now() + interval '1 hour', 'password', $4)`,
      [sessionId, token, personId, strong],
    );
  });
  const written = await sessionCookies(testSignIn(baseUrl)).writeToken(token);
  return {
    personId,
    name,
    sessionId,
    cookie: written.split(';')[0] ?? '',
    formToken: formTokenOf(TEST_SECRET, sessionId),
  };
}
