import { attend } from './attend.ts';
import type { Desk } from './desk.ts';
import { recordSignIn } from './enter.ts';
import { headersFor, type SignInRequest } from './library.ts';
import { AUTH_PATH, PROVIDER } from './names.ts';
import { recordChange } from './record-change.ts';
import { demandNoOther } from './second-factor.ts';

/** What the library answers itself: what a script must talk to, and the provider's return. */
export const OPEN_ADDRESSES: ReadonlyMap<string, string> = new Map([
  ['/passkey/generate-register-options', 'GET'],
  ['/passkey/verify-registration', 'POST'],
  ['/passkey/generate-authenticate-options', 'GET'],
  ['/passkey/verify-authentication', 'POST'],
  [`/callback/${PROVIDER}`, 'GET'],
]);

/**
 * Lets the library answer at its own addresses; null for those that are not open.
 *
 * @throws DomainError 'forbidden' to whoever would add a passkey without showing the second factor there is
 */
export async function answerItself(
  desk: Desk,
  request: Request,
  asked: SignInRequest,
): Promise<Response | null> {
  const path = new URL(request.url).pathname.slice(AUTH_PATH.length);
  if (OPEN_ADDRESSES.get(path) !== request.method) return null;
  if (path.includes('regist')) {
    const { visitor } = await attend(
      desk,
      asked,
      request.method === 'GET' ? 'HEAD' : request.method,
    );
    if (visitor) demandNoOther(visitor);
  }
  if (path.startsWith('/callback/')) await desk.providerReady();
  const { pathname, search } = new URL(request.url);
  const headers = headersFor(desk.options, asked);
  headers.set('content-type', request.headers.get('content-type') ?? '');
  const response = await (await desk.library()).handler(
    new Request(`${desk.options.baseUrl}${pathname}${search}`, {
      method: request.method,
      headers,
      ...(request.method === 'POST' ? { body: await request.text() } : {}),
    }),
  );
  await recordHandled(desk, asked, path, response);
  return response;
}

/** What the library did by itself is on the record too. */
async function recordHandled(
  desk: Desk,
  asked: SignInRequest,
  path: string,
  response: Response,
): Promise<void> {
  if (response.status >= 400) return;
  const set = new Headers({
    cookie: response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; '),
  });
  const token = desk.cookies.readToken(
    path === '/passkey/verify-registration' ? asked.headers : set,
  );
  if (token === null) return;
  const session = await desk.db
    .selectFrom('auth.session')
    .select(['person_id', 'method'])
    .where('token', '=', token)
    .executeTakeFirst();
  if (!session) return;
  if (path === '/passkey/verify-registration') {
    // A setting up that somebody began before, and that this replaces.
    await desk.db
      .deleteFrom('auth.two_factor')
      .where('person_id', '=', session.person_id)
      .where('verified', '=', false)
      .execute();
    await recordChange(desk, asked, session.person_id, 'passkey-added');
  } else {
    await recordSignIn(desk, asked.requestId, session.person_id, session.method);
  }
}
