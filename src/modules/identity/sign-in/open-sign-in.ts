import type { ActorTransaction, Database } from '#platform/database/database.ts';
import { openSignInDatabase } from '#platform/database/database.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { log } from '#platform/log/log.ts';
import type { Visitor } from '../visitor.ts';
import { changePassword, type PasswordChange, readAccount, removePasskey } from './account.ts';
import { answerItself } from './answer-itself.ts';
import { attend } from './attend.ts';
import { type AccountMail, asSystem, type Desk, recordOwn } from './desk.ts';
import { askLink, enterByLink, enterByPassword, leave, startProvider } from './enter.ts';
import { type Acceptance, acceptInvitation, readInvitation } from './invitations.ts';
import { type Auth, findPersonByEmail, type SignInRequest } from './library.ts';
import { PROVIDER } from './names.ts';
import type { AuthHooks } from './open-auth.ts';
import type { SignInOptions } from './options.ts';
import { recordChange } from './record-change.ts';
import {
  beginSecondFactor,
  type CodeInput,
  confirmSecondFactor,
  enterByCode,
  removeSecondFactor,
} from './second-factor.ts';
import { sessionCookies } from './session-cookie.ts';
import { endSession, endSessions } from './sessions.ts';

export interface SignInServices {
  readonly url: string;
  /** The application's own pool. */
  readonly app: Database;
  readonly options: SignInOptions;
  readonly mail: (tx: ActorTransaction, mail: AccountMail) => Promise<void>;
}

export type SignIn = ReturnType<typeof openSignIn>;

/** Everything by which people come in, go out, and keep their account. */
export function openSignIn({ url, app, options, mail }: SignInServices) {
  const db = openSignInDatabase(url);
  const library = openLibrary(db, options, {
    mayEnter: (personId) => hasAccess(db, personId),
    sendLink: (email, token) => sendLink(desk, email, token),
    linked: (personId) => recordChange(desk, AT_THE_PROVIDER, personId, 'account-linked'),
  });
  const desk: Desk = {
    options,
    db,
    app,
    cookies: sessionCookies(options),
    library: library.current,
    providerReady: library.ready,
    mail,
  };
  return {
    /** What the sign-in page offers. */
    offers: { provider: options.provider?.name ?? null },
    attend: (request: SignInRequest, method?: string) => attend(desk, request, method),
    enterByPassword: (request: SignInRequest, input: { email: string; password: string }) =>
      enterByPassword(desk, request, input),
    enterByCode: (request: SignInRequest, visitor: Visitor | null, input: CodeInput) =>
      enterByCode(desk, request, visitor, input),
    enterByLink: (request: SignInRequest, token: string) => enterByLink(desk, request, token),
    askLink: (request: SignInRequest, email: string) => askLink(desk, request, email),
    startProvider: async (request: SignInRequest, next: string) => {
      await library.ready();
      return startProvider(desk, request, next);
    },
    leave: (request: SignInRequest, visitor: Visitor | null) => leave(desk, request, visitor),
    readInvitation: (request: SignInRequest, token: string) => readInvitation(desk, request, token),
    acceptInvitation: (request: SignInRequest, token: string, given: Acceptance) =>
      acceptInvitation(desk, request, token, given),
    readAccount: (visitor: Visitor) => readAccount(desk, visitor.person.id),
    changePassword: (request: SignInRequest, visitor: Visitor, change: PasswordChange) =>
      changePassword(desk, request, visitor, change),
    beginSecondFactor: (request: SignInRequest, visitor: Visitor, password: string) =>
      beginSecondFactor(desk, request, visitor, password),
    confirmSecondFactor: (request: SignInRequest, visitor: Visitor, code: string) =>
      confirmSecondFactor(desk, request, visitor, code),
    removeSecondFactor: (request: SignInRequest, visitor: Visitor, password: string) =>
      removeSecondFactor(desk, request, visitor, password),
    removePasskey: (request: SignInRequest, visitor: Visitor, id: string) =>
      removePasskey(desk, request, visitor, id),
    endSession: async (visitor: Visitor, id: string) => {
      const ended = await endSession(db, visitor.person.id, id);
      if (ended) await recordClosing(desk, visitor);
      return ended;
    },
    endOtherSessions: async (visitor: Visitor) => {
      const ended = await endSessions(db, visitor.person.id, visitor.session.id);
      if (ended > 0) await recordClosing(desk, visitor);
    },
    /** For whoever ends somebody's access: nothing they have open goes on. */
    endSessionsOf: (personId: string) => endSessions(db, personId),
    /** Answers at the library's own addresses; null for those that are not open. */
    handle: (request: Request, asked: SignInRequest) => answerItself(desk, request, asked),
    close: () => db.destroy(),
  };
}

/** The request that links an account is the provider's return, which the library answers. */
const AT_THE_PROVIDER: SignInRequest = { headers: new Headers(), address: null, requestId: '' };

/**
 * The library looks its provider up once, when it starts, and goes without one that does not answer: it
 * is then started again at the next need.
 */
function openLibrary(db: Database, options: SignInOptions, hooks: AuthHooks) {
  // Loaded by the site only: commands, which start often, do without.
  const open = async (): Promise<Auth> =>
    (await import('./open-auth.ts')).openAuth(db, options, hooks);
  let auth = open();
  const find = async () =>
    (await (await auth).$context).socialProviders.find(({ id }) => id === PROVIDER) ?? null;
  return {
    current: () => auth,
    async ready(): Promise<void> {
      if (options.provider === null) return;
      if ((await find()) === null) {
        log.warn({ issuer: options.provider.issuer }, 'the OpenID provider is asked again');
        auth = open();
      }
      const found = await find();
      if (found) demandIssuer(found.issuer, options.provider.issuer);
    },
  };
}

/** What answers says who it is: exactly what was configured (OpenID Connect Discovery, 4.3). */
function demandIssuer(found: string | undefined, configured: string): void {
  if (found === configured) return;
  log.error({ found, configured }, 'the OpenID provider says it is another issuer');
  throw new DomainError(
    'unavailable',
    'Le service de connexion de votre organisation n’est pas celui qui est attendu. Connectez-vous autrement, et prévenez l’administration.',
  );
}

async function hasAccess(db: Database, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom('person')
    .select(({ fn }) => ['leaves_on', fn<string>('local_day', []).as('today')])
    .where('id', '=', personId)
    .where('erased_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined && (row.leaves_on === null || row.leaves_on > row.today);
}

async function sendLink(desk: Desk, email: string, token: string): Promise<void> {
  const person = await findPersonByEmail(desk.db, email);
  if (person === null || !(await hasAccess(desk.db, person.id))) return;
  const language = person.language === 'en' ? 'en' : 'fr';
  await asSystem(desk, (tx) =>
    desk.mail(tx, {
      kind: 'sign-in-link',
      person: { id: person.id, email, language },
      path: `/connexion/lien/${token}`,
    }),
  );
}

async function recordClosing(desk: Desk, { person, actor }: Visitor): Promise<void> {
  await recordOwn(desk, person.id, actor.requestId ?? '', { action: 'revoke-session' });
}
