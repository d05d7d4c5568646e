import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { sql } from 'kysely';
import { writeDemoPassword } from '#modules/identity/index.ts';
import { type Role, SYSTEM } from '#platform/actor/actor.ts';
import type { Config } from '#platform/config/config.ts';
import { isLoopback } from '#platform/config/loopback.ts';
import { type ActorTransaction, type Database, transact } from '#platform/database/database.ts';
import { DomainError } from '#platform/errors/domain-error.ts';

/** One person for each role; those of organisations are in the one that leads the most measures. */
const PEOPLE: readonly { readonly role: Role; readonly name: string }[] = [
  { role: 'respondent', name: 'Rosalie Répondante' },
  { role: 'alternate', name: 'Samuel Suppléant' },
  { role: 'validator', name: 'Valérie Valideuse' },
  { role: 'coordination', name: 'Camille Coordination' },
  { role: 'direction', name: 'Denise Direction' },
  { role: 'observation', name: 'Olivier Observation' },
  { role: 'administration', name: 'Ada Administration' },
];

export interface DemoPerson {
  readonly role: Role;
  readonly email: string;
  readonly password: string;
}

/**
 * The configuration of a demonstration: data of its own, and no second factor to set up.
 *
 * @throws DomainError 'invalid' anywhere but on one's own machine
 */
export function demoConfig(config: Config): Config {
  const { hostname } = new URL(config.baseUrl);
  if (config.databaseUrl !== null || !isLoopback(config.host) || !isLoopback(hostname)) {
    throw new DomainError(
      'invalid',
      'La démonstration montre ses mots de passe : elle ne tourne que sur localhost, avec sa propre base. Retirez DATABASE_URL, HOST et PASSERELLE_BASE_URL.',
    );
  }
  return {
    ...config,
    demo: true,
    dataDir: join(config.dataDir, 'demo'),
    secondFactorRoles: new Set(),
  };
}

/** Makes the people of the demonstration, or gives those there are another password. */
export async function openDemo(url: string, db: Database): Promise<DemoPerson[]> {
  const made = await transact(db, SYSTEM, async (tx) => {
    const organisation = await busiestOrganisation(tx);
    return Promise.all(
      PEOPLE.map(async ({ role, name }) => {
        const email = `${role}@demo.example`;
        return {
          role,
          email,
          personId: await ensurePerson(tx, { role, name, email, organisation }),
        };
      }),
    );
  });
  const people = made.map(({ role, email, personId }) => ({
    role,
    email,
    personId,
    password: randomBytes(12).toString('base64url'),
  }));
  for (const { personId, password } of people) await writeDemoPassword(url, personId, password);
  return people.map(({ role, email, password }) => ({ role, email, password }));
}

async function busiestOrganisation(tx: ActorTransaction): Promise<number | null> {
  const row = await tx
    .selectFrom('measure_party')
    .select(['organisation_id'])
    .where('role', '=', 'lead')
    .where('organisation_id', 'is not', null)
    .groupBy('organisation_id')
    .orderBy(sql`count(*)`, 'desc')
    .orderBy('organisation_id')
    .executeTakeFirst();
  return row?.organisation_id ?? null;
}

interface NewPerson {
  readonly role: Role;
  readonly name: string;
  readonly email: string;
  readonly organisation: number | null;
}

async function ensurePerson(
  tx: ActorTransaction,
  { role, name, email, organisation }: NewPerson,
): Promise<string> {
  const known = await tx
    .selectFrom('person')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirst();
  if (known) return known.id;
  const { id } = await tx
    .insertInto('person')
    .values({ name, email, email_verified: true })
    .returning('id')
    .executeTakeFirstOrThrow();
  const isOfOrganisation = ['respondent', 'alternate', 'validator'].includes(role);
  await tx
    .insertInto('role_grant')
    .values({
      person_id: id,
      role,
      organisation_id: isOfOrganisation ? organisation : null,
      valid: sql<string>`daterange(local_day(), null)`,
    })
    .execute();
  return id;
}
