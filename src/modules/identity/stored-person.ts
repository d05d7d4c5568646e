import { sql } from 'kysely';
import type { ActorTransaction } from '#platform/database/database.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import type { Locale } from '#platform/i18n/locale.ts';
import type { Managed } from './policy.ts';

/** A person's row, as use cases need it. */
export interface StoredPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: Locale;
  /** The first day without access, ISO. */
  readonly leavesOn: string | null;
  readonly hasLeft: boolean;
  readonly isErased: boolean;
  readonly hasSignedIn: boolean;
  /** Holds, today or later, a role over the whole platform. */
  readonly onPlatform: boolean;
  readonly isAdministrator: boolean;
}

/** @throws DomainError 'not-found', whether there is nobody or they may not be seen */
export async function demandPerson(tx: ActorTransaction, id: string): Promise<StoredPerson> {
  const person = UUID.test(id) ? await find(tx, sql`p.id = ${id}`) : null;
  if (!person) throw new DomainError('not-found', 'Cette personne est introuvable.');
  return person;
}

export function findPersonByEmail(
  tx: ActorTransaction,
  email: string,
): Promise<StoredPerson | null> {
  return find(tx, sql`p.email = ${email.toLowerCase()}`);
}

/** @throws DomainError 'conflict' where nothing can be given to them any more */
export function demandAccess({ hasLeft, isErased }: StoredPerson): void {
  if (isErased) throw new DomainError('conflict', 'L’identité de cette personne est effacée.');
  if (hasLeft) {
    throw new DomainError(
      'conflict',
      'L’accès de cette personne a pris fin. Rétablissez-le d’abord.',
    );
  }
}

/**
 * Whether ending a person's administration would leave nobody to administer, now or later. Holds the
 * others until the transaction ends, so that two cannot be ended at once.
 */
export async function readManaged(tx: ActorTransaction, person: StoredPerson): Promise<Managed> {
  const { onPlatform, isAdministrator } = person;
  return {
    onPlatform,
    lastAdministrator: isAdministrator && (await countOtherAdministrators(tx, person.id)) === 0,
  };
}

async function countOtherAdministrators(tx: ActorTransaction, id: string): Promise<number> {
  const { rows } = await sql`
    select g.id
      from role_grant g join person p on p.id = g.person_id
     where g.role = 'administration' and g.person_id <> ${id}
       and g.valid @> local_day() and upper_inf(g.valid)
       and p.leaves_on is null and p.erased_at is null
       for update`.execute(tx);
  return rows.length;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function find(
  tx: ActorTransaction,
  which: ReturnType<typeof sql>,
): Promise<StoredPerson | null> {
  const { rows } = await sql<StoredPerson>`
    select p.id, p.name, p.email, p.language, p.leaves_on as "leavesOn",
           coalesce(p.leaves_on <= local_day(), false) as "hasLeft",
           p.erased_at is not null as "isErased",
           p.last_sign_in_at is not null as "hasSignedIn",
           exists (select from role_grant g
                    where g.person_id = p.id and g.organisation_id is null
                      and (upper_inf(g.valid) or upper(g.valid) > local_day())) as "onPlatform",
           exists (select from role_grant g
                    where g.person_id = p.id and g.role = 'administration'
                      and g.valid @> local_day()) as "isAdministrator"
      from person p
     where ${which}`.execute(tx);
  return rows[0] ?? null;
}
