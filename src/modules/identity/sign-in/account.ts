import { sql } from 'kysely';
import { DomainError } from '#platform/errors/domain-error.ts';
import type { Visitor } from '../visitor.ts';
import type { Desk } from './desk.ts';
import type { SignInRequest } from './library.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { demandStrongPassword } from './password-strength.ts';
import { recordChange } from './record-change.ts';
import { wrongOwnPassword } from './second-factor.ts';
import { endSessions, listSessions, rotateSession, type SessionSummary } from './sessions.ts';
import { beginAttempt } from './throttle.ts';

export interface PasskeySummary {
  readonly id: string;
  readonly name: string | null;
  /** Instant, ISO. */
  readonly addedAt: string;
}

/** How a person signs in, and where they are signed in. */
export interface AccountState {
  readonly hasPassword: boolean;
  readonly hasCodes: boolean;
  readonly isLinked: boolean;
  readonly passkeys: readonly PasskeySummary[];
  readonly sessions: readonly SessionSummary[];
}

export async function readAccount(desk: Desk, personId: string): Promise<AccountState> {
  const { db, options } = desk;
  const [{ rows }, sessions] = await Promise.all([
    sql<AccountRow>`
      select coalesce(bool_or(a.provider_id = ${CREDENTIAL}), false) as has_password,
             coalesce(bool_or(a.provider_id <> ${CREDENTIAL}), false) as is_linked,
             exists (select from two_factor t where t.person_id = ${personId}::uuid and t.verified) as has_codes,
             coalesce((select json_agg(json_build_object('id', k.id, 'name', k.name, 'addedAt', k.created_at)
                                       order by k.created_at)
                         from passkey k where k.person_id = ${personId}::uuid), '[]') as passkeys
        from account a
       where a.person_id = ${personId}::uuid`.execute(db),
    listSessions(db, options, personId),
  ]);
  const [row] = rows;
  if (!row) throw new Error('an aggregate has one row');
  return {
    hasPassword: row.has_password,
    hasCodes: row.has_codes,
    isLinked: row.is_linked,
    passkeys: row.passkeys.map((key) => ({ ...key, addedAt: new Date(key.addedAt).toISOString() })),
    sessions,
  };
}

interface AccountRow {
  readonly has_password: boolean;
  readonly is_linked: boolean;
  readonly has_codes: boolean;
  readonly passkeys: readonly PasskeySummary[];
}

/** The library's name for an account by password. */
const CREDENTIAL = 'credential';

export interface PasswordChange {
  /** Not asked of whoever has none, or just came in by a link or a passkey. */
  readonly current: string;
  readonly chosen: string;
}

/**
 * Gives or changes a password. Every other session ends, and this one has another token.
 *
 * @returns the cookies of this session
 * @throws DomainError 'forbidden' for a wrong password, 'invalid' for a weak one, 'too-many'
 */
export async function changePassword(
  desk: Desk,
  request: SignInRequest,
  visitor: Visitor,
  { current, chosen }: PasswordChange,
): Promise<readonly string[]> {
  const { person, session } = visitor;
  const stored = await readPassword(desk, person.id);
  if (stored !== null && !isRecovering(visitor)) {
    const attempt = await beginAttempt(desk.db, `password:${person.id}`, request.address);
    if (!(await verifyPassword(stored, current))) throw wrongOwnPassword();
    await attempt.succeeded();
  }
  await demandStrongPassword(chosen, [person.name, person.email]);
  await writePassword(desk, person.id, chosen);
  await endSessions(desk.db, person.id, session.id);
  const token = await rotateSession(desk.db, session.id);
  await recordChange(desk, request, person.id, 'password');
  return [await desk.cookies.writeToken(token)];
}

/** In milliseconds: who came in by a link this long ago may choose a password without the old one. */
const RECOVERY = 10 * 60_000;

export function isRecovering({ session }: Visitor): boolean {
  const isOther = session.method === 'link' || session.method === 'passkey';
  return isOther && Date.now() - Date.parse(session.openedAt) < RECOVERY;
}

async function readPassword(desk: Desk, personId: string): Promise<string | null> {
  const row = await desk.db
    .selectFrom('auth.account')
    .select('password')
    .where('person_id', '=', personId)
    .where('provider_id', '=', CREDENTIAL)
    .executeTakeFirst();
  return row?.password ?? null;
}

/** Writes a password that was found strong. */
export async function writePassword(
  desk: Pick<Desk, 'db'>,
  personId: string,
  chosen: string,
): Promise<void> {
  const password = await hashPassword(chosen);
  await desk.db
    .insertInto('auth.account')
    .values({
      id: crypto.randomUUID(),
      account_id: personId,
      provider_id: CREDENTIAL,
      person_id: personId,
      password,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['provider_id', 'account_id'])
        .doUpdateSet({ password, updated_at: sql<Date>`now()` }),
    )
    .execute();
}

/** @throws DomainError 'conflict' for a passkey that they do not have, or that is their only way in */
export async function removePasskey(
  desk: Desk,
  request: SignInRequest,
  visitor: Visitor,
  id: string,
): Promise<void> {
  const { passkeys, hasPassword, isLinked } = await readAccount(desk, visitor.person.id);
  if (!passkeys.some((passkey) => passkey.id === id)) {
    throw new DomainError('conflict', 'Cette clé d’accès n’est plus là.');
  }
  if (passkeys.length === 1 && !hasPassword && !isLinked) {
    throw new DomainError(
      'conflict',
      'C’est votre seule façon de vous connecter : choisissez d’abord un mot de passe.',
    );
  }
  await desk.db
    .deleteFrom('auth.passkey')
    .where('id', '=', id)
    .where('person_id', '=', visitor.person.id)
    .execute();
  await recordChange(desk, request, visitor.person.id, 'passkey-removed');
}
