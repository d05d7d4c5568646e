import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { renderSVG } from 'uqr';
import { DomainError } from '#platform/errors/domain-error.ts';
import type { Visitor } from '../visitor.ts';
import type { Desk } from './desk.ts';
import { type Entry, recordSignIn } from './enter.ts';
import { call, type SignInRequest } from './library.ts';
import { logRefusal } from './log-refusal.ts';
import { recordChange } from './record-change.ts';
import { endOlderSessions, rotateSession } from './sessions.ts';
import { beginAttempt } from './throttle.ts';

export interface CodeInput {
  readonly code: string;
  /** One of the recovery codes, instead of the application's. */
  readonly recovery: boolean;
}

/**
 * Shows a code: to end a sign-in by password that waits for it, or, in a session that one factor opened,
 * to make it one of two. Each code is accepted once.
 *
 * @param visitor of the session, where there is one
 * @param settingUp whether it is the first code of an application that is being set up
 * @throws DomainError 'forbidden', or 'too-many' after failures
 */
export async function enterByCode(
  desk: Desk,
  request: SignInRequest,
  visitor: Visitor | null,
  { code, recovery }: CodeInput,
  settingUp = false,
): Promise<Entry> {
  // Codes that were shown and never confirmed are no factor: whoever began may be somebody else.
  if (visitor && !settingUp && !(await hasCodes(desk, visitor.person.id))) {
    throw wrongCode(null, recovery);
  }
  const who = visitor?.person.id ?? `waiting:${request.address}`;
  const attempt = await beginAttempt(desk.db, `code:${who}`, request.address);
  const { verifyTOTP, verifyBackupCode } = (await desk.library()).api;
  const typed = code.replace(/\s/g, '');
  const answer = await call(recovery ? verifyBackupCode : verifyTOTP, desk.options, request, {
    body: { code: typed },
  });
  if (!answer.ok) {
    logRefusal(request, recovery ? 'recovery-code' : 'code');
    throw wrongCode(answer.code, recovery);
  }
  const user = answer.body['user'] as { readonly id: string };
  if (!recovery && !(await spend(desk, user.id, typed))) {
    await endShown(desk, answer.body['token']);
    throw wrongCode('SPENT', false);
  }
  await attempt.succeeded();
  const method = recovery ? 'recovery-code' : 'totp';
  await recordSignIn(desk, request.requestId, user.id, method);
  if (recovery) await recordChange(desk, request, user.id, 'recovery-code-used');
  // The library opens another session itself when a first code ends the setting up.
  if (visitor === null || settingUp) {
    return { kind: 'signed-in', cookies: answer.cookies };
  }
  const token = await rotateSession(desk.db, visitor.session.id, { method, strong: true });
  return { kind: 'signed-in', cookies: [await desk.cookies.writeToken(token)] };
}

function wrongCode(code: string | null, recovery: boolean): DomainError {
  if (code === 'INVALID_TWO_FACTOR_COOKIE' || code === 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE') {
    return new DomainError(
      'forbidden',
      'Cette connexion a attendu trop longtemps, ou trop d’essais. Recommencez depuis le début.',
    );
  }
  if (code === 'ACCOUNT_TEMPORARILY_LOCKED') {
    return new DomainError(
      'too-many',
      'Trop de codes faux de suite : attendez un quart d’heure, ou servez-vous d’une clé d’accès.',
      { retryAfter: 900 },
    );
  }
  return new DomainError(
    'forbidden',
    recovery
      ? 'Ce code de secours n’est pas valable, ou il a déjà servi.'
      : 'Ce code n’est pas le bon. Attendez que votre application en montre un autre, puis recopiez-le.',
  );
}

/** Marks a code as used. @returns false when it was already */
async function spend(desk: Desk, personId: string, code: string): Promise<boolean> {
  const key = createHash('sha256').update(`${personId}:${code}`).digest('base64url');
  await sql`delete from spent_code where spent_at < now() - interval '5 minutes'`.execute(desk.db);
  const { numAffectedRows } = await sql`
    insert into spent_code (key) values (${key}) on conflict do nothing`.execute(desk.db);
  return numAffectedRows === 1n;
}

async function endShown(desk: Desk, token: unknown): Promise<void> {
  if (typeof token !== 'string') return;
  await desk.db.deleteFrom('auth.session').where('token', '=', token).execute();
}

export interface SecondFactorSetUp {
  /** For applications that read a picture, an SVG document. */
  readonly picture: string;
  /** For those that are told: base 32, in groups of four. */
  readonly secret: string;
  /** Shown once: each lets in once, without the application. */
  readonly recoveryCodes: readonly string[];
}

/**
 * Prepares a second factor by code. It counts once a first code is shown.
 *
 * @param password asked of those who have one
 * @throws DomainError 'forbidden' for a wrong password, 'conflict' where there is one already
 */
export async function beginSecondFactor(
  desk: Desk,
  request: SignInRequest,
  visitor: Visitor,
  password: string,
): Promise<SecondFactorSetUp> {
  demandNoOther(visitor);
  const attempt = await beginAttempt(desk.db, `password:${visitor.person.id}`, request.address);
  const answer = await call((await desk.library()).api.enableTwoFactor, desk.options, request, {
    body: password === '' ? {} : { password },
  });
  if (answer.code === 'TOTP_ALREADY_ENABLED') {
    throw new DomainError('conflict', 'Vous avez déjà une application de codes.');
  }
  if (!answer.ok) throw wrongOwnPassword();
  await attempt.succeeded();
  const uri = String(answer.body['totpURI']);
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  return {
    picture: renderSVG(uri, { border: 2 }),
    secret: secret.replace(/(.{4})(?=.)/g, '$1 '),
    recoveryCodes: answer.body['backupCodes'] as string[],
  };
}

/** One factor alone does not add another to an account that has two: it may be a stolen one. */
export function demandNoOther({ gate }: Visitor): void {
  if (gate !== 'second-factor') return;
  throw new DomainError('forbidden', 'Montrez d’abord le second facteur que vous avez déjà.');
}

export function wrongOwnPassword(): DomainError {
  return new DomainError('forbidden', 'Ce n’est pas votre mot de passe.');
}

/** Ends the setting up by a first code. @returns the cookies of the session, which is one of two factors */
export async function confirmSecondFactor(
  desk: Desk,
  request: SignInRequest,
  visitor: Visitor,
  code: string,
): Promise<readonly string[]> {
  demandNoOther(visitor);
  const entry = await enterByCode(desk, request, visitor, { code, recovery: false }, true);
  await endOlderSessions(desk.db, visitor.person.id);
  await recordChange(desk, request, visitor.person.id, 'second-factor-added');
  return entry.cookies;
}

/** @throws DomainError 'forbidden' for a wrong password, 'conflict' where there is none */
export async function removeSecondFactor(
  desk: Desk,
  request: SignInRequest,
  visitor: Visitor,
  password: string,
): Promise<readonly string[]> {
  if (!(await hasCodes(desk, visitor.person.id))) {
    throw new DomainError('conflict', 'Vous n’avez pas d’application de codes.');
  }
  const attempt = await beginAttempt(desk.db, `password:${visitor.person.id}`, request.address);
  const answer = await call((await desk.library()).api.disableTwoFactor, desk.options, request, {
    body: password === '' ? {} : { password },
  });
  if (!answer.ok) throw wrongOwnPassword();
  await attempt.succeeded();
  await recordChange(desk, request, visitor.person.id, 'second-factor-removed');
  return answer.cookies;
}

async function hasCodes(desk: Desk, personId: string): Promise<boolean> {
  const row = await desk.db
    .selectFrom('auth.two_factor')
    .select('id')
    .where('person_id', '=', personId)
    .where('verified', '=', true)
    .executeTakeFirst();
  return row !== undefined;
}
