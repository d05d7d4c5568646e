import { setTimeout } from 'node:timers/promises';
import { DomainError } from '#platform/errors/domain-error.ts';
import type { Visitor } from '../visitor.ts';
import { type Desk, recordOwn } from './desk.ts';
import { call, findPersonByEmail, type LibraryAnswer, type SignInRequest } from './library.ts';
import { logRefusal } from './log-refusal.ts';
import { PROVIDER } from './names.ts';
import { beginAttempt } from './throttle.ts';

/** What came of a way in. */
export interface Entry {
  /** Whether a code of the second factor is still to be shown. */
  readonly kind: 'signed-in' | 'code-needed';
  readonly cookies: readonly string[];
}

/**
 * Signs in by password. An account that does not exist, one without a password and a wrong password
 * have the same answer, and take as long.
 *
 * @throws DomainError 'forbidden', or 'too-many' after failures
 */
export async function enterByPassword(
  desk: Desk,
  request: SignInRequest,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<Entry> {
  const attempt = await beginAttempt(desk.db, email, request.address);
  const body = { email: email.trim().toLowerCase(), password };
  const answer = await call((await desk.library()).api.signInEmail, desk.options, request, {
    body,
  });
  if (!answer.ok) {
    logRefusal(request, 'password');
    throw wrongPassword();
  }
  await attempt.succeeded();
  if (answer.body['twoFactorRedirect'] === true) {
    return { kind: 'code-needed', cookies: answer.cookies };
  }
  await recordEntry(desk, request, answer, 'password');
  return { kind: 'signed-in', cookies: answer.cookies };
}

function wrongPassword(): DomainError {
  return new DomainError(
    'forbidden',
    'L’adresse et le mot de passe ne vont pas ensemble. Vérifiez-les, ou demandez un lien de connexion par courriel.',
  );
}

/** Signs in by the one-time link that was mailed. @throws DomainError 'forbidden' */
export async function enterByLink(
  desk: Desk,
  request: SignInRequest,
  token: string,
): Promise<Entry> {
  const attempt = await beginAttempt(desk.db, `link:${request.address}`, request.address);
  const answer = await call((await desk.library()).api.magicLinkVerify, desk.options, request, {
    query: { token },
  });
  if (!answer.ok || typeof answer.body['token'] !== 'string') {
    logRefusal(request, 'link');
    throw new DomainError(
      'forbidden',
      'Ce lien a déjà servi, ou il est trop vieux : il vaut 10 minutes, une seule fois. Demandez-en un autre.',
    );
  }
  await attempt.succeeded();
  await recordEntry(desk, request, answer, 'link');
  return { kind: 'signed-in', cookies: answer.cookies };
}

/**
 * Mails a one-time link, where the address has an account; says nothing otherwise, in the same time.
 *
 * @throws DomainError 'too-many'
 */
export async function askLink(desk: Desk, request: SignInRequest, email: string): Promise<void> {
  await beginAttempt(desk.db, `ask:${email.trim()}`, request.address);
  await Promise.all([mailLink(desk, request, email), setTimeout(SAME_WAIT)]);
}

/** In milliseconds, longer than mailing takes: how long the answer took would tell whether there is an account. */
const SAME_WAIT = 300;

async function mailLink(desk: Desk, request: SignInRequest, email: string): Promise<void> {
  const person = await findPersonByEmail(desk.db, email);
  if (person === null) return;
  await call((await desk.library()).api.signInMagicLink, desk.options, request, {
    body: { email: email.trim().toLowerCase() },
  });
}

/**
 * Leads to the OpenID provider. @returns its address, and the cookies that will recognise the return
 * @throws DomainError 'unavailable' when it does not answer
 */
export async function startProvider(
  desk: Desk,
  request: SignInRequest,
  next: string,
): Promise<{ readonly address: string; readonly cookies: readonly string[] }> {
  const answer = await call((await desk.library()).api.signInSocial, desk.options, request, {
    body: {
      provider: PROVIDER,
      callbackURL: next,
      errorCallbackURL: '/connexion',
      disableRedirect: true,
    },
  });
  const address = answer.body['url'];
  if (answer.ok && typeof address === 'string') return { address, cookies: answer.cookies };
  throw new DomainError(
    'unavailable',
    'Le service de connexion de votre organisation ne répond pas. Réessayez dans un moment, ou connectez-vous autrement.',
    { retryAfter: 10 },
  );
}

/** Ends the session of this request. */
export async function leave(
  desk: Desk,
  request: SignInRequest,
  visitor: Visitor | null,
): Promise<readonly string[]> {
  await call((await desk.library()).api.signOut, desk.options, request);
  if (visitor) await recordOwn(desk, visitor.person.id, request.requestId, { action: 'sign-out' });
  return [await desk.cookies.forgetToken()];
}

/** Writes that somebody came in: in the record, and on their own row. */
async function recordEntry(
  desk: Desk,
  request: SignInRequest,
  answer: LibraryAnswer,
  method: string,
): Promise<void> {
  const user = answer.body['user'] as { readonly id: string } | undefined;
  if (user) await recordSignIn(desk, request.requestId, user.id, method);
}

export async function recordSignIn(
  desk: Desk,
  requestId: string,
  personId: string,
  method: string,
): Promise<void> {
  await desk.db
    .updateTable('person')
    .set({ last_sign_in_at: new Date() })
    .where('id', '=', personId)
    .execute();
  await recordOwn(desk, personId, requestId, { action: 'sign-in', details: { method } });
}
