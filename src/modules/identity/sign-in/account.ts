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
  const accounts = await db
    .selectFrom('auth.account')
    .select(['provider_id'])
    .where('person_id', '=', personId)
    .execute();
  const codes = await db
    .selectFrom('auth.two_factor')
    .select('id')
    .where('person_id', '=', personId)
    .where('verified', '=', true)
    .executeTakeFirst();
  const passkeys = await db
    .selectFrom('auth.passkey')
    .select(['id', 'name', 'created_at'])
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .execute();
  return {
    hasPassword: accounts.some(({ provider_id }) => provider_id === CREDENTIAL),
    hasCodes: codes !== undefined,
    isLinked: accounts.some(({ provider_id }) => provider_id !== CREDENTIAL),
    passkeys: passkeys.map(({ id, name, created_at }) => ({
      id,
      name,
      addedAt: created_at.toISOString(),
    })),
    sessions: await listSessions(db, options, personId),
  };
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
