import { randomUUID } from 'node:crypto';
import { passkey } from '@better-auth/passkey';
import { APIError, betterAuth } from 'better-auth';
import { genericOAuth, magicLink, twoFactor } from 'better-auth/plugins';
import type { Database } from '#platform/database/database.ts';
import { log } from '#platform/log/log.ts';
import { ACCOUNT, COOKIES, PASSKEY, PERSON, SESSION, TWO_FACTOR, VERIFICATION } from './columns.ts';
import { AUTH_PATH, CLIENT_ADDRESS, PROVIDER } from './names.ts';
import type { SignInOptions } from './options.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { openedBy } from './sign-in-method.ts';

/** In seconds. */
const MINUTE = 60;
const LINK_LIFE = 10 * MINUTE;

export interface AuthHooks {
  /** Whether an account may open a session: they have access, and are not held back for failures. */
  readonly mayEnter: (personId: string) => Promise<boolean>;
  readonly sendLink: (email: string, token: string) => Promise<void>;
  /** After a provider's identity was linked to somebody's account. */
  readonly linked: (personId: string) => Promise<void>;
}

/** The library that signs people in, over this project's tables. */
export function openAuth(db: Database, options: SignInOptions, hooks: AuthHooks) {
  const { baseUrl, secret, session, provider } = options;
  const isSecure = baseUrl.startsWith('https:');
  return betterAuth({
    appName: 'Passerelle',
    baseURL: baseUrl,
    basePath: AUTH_PATH,
    secret,
    trustedOrigins: [baseUrl],
    database: { db, type: 'postgres', transaction: true },
    telemetry: { enabled: false },
    logger: { level: 'error', log: (level, message) => log[level]({ library: message }) },
    // Ours count in the database, for all processes; the library's own would count each call twice.
    rateLimit: { enabled: false },
    user: PERSON,
    session: {
      ...SESSION,
      expiresIn: session.idleMinutes * MINUTE,
      updateAge: MINUTE,
      freshAge: 10 * MINUTE,
      cookieCache: { enabled: false },
    },
    account: {
      ...ACCOUNT,
      // Nothing is asked of a provider once somebody is in: its tokens are not kept.
      updateAccountOnSignIn: false,
      accountLinking: {
        enabled: true,
        trustedProviders: [],
        allowDifferentEmails: false,
        requireLocalEmailVerified: true,
      },
    },
    verification: VERIFICATION,
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 1,
      maxPasswordLength: 1024,
      password: {
        hash: hashPassword,
        verify: ({ hash, password }) => verifyPassword(hash, password),
      },
    },
    advanced: {
      database: { generateId: () => randomUUID() },
      useSecureCookies: false,
      cookiePrefix: isSecure ? COOKIES.secure : COOKIES.plain,
      defaultCookieAttributes: { secure: isSecure, httpOnly: true, sameSite: 'lax', path: '/' },
      // The address is told by the server, which knows which proxies it trusts.
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS] },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (created, context) => {
            if (!(await hooks.mayEnter(created.userId))) {
              throw new APIError('FORBIDDEN', { code: 'NO_ACCESS', message: 'No access' });
            }
            const trusted = provider?.trustSecondFactor ?? false;
            return { data: { ...created, ...openedBy(context?.path, trusted) } };
          },
        },
      },
      account: {
        create: {
          before: async (created) => ({
            data: { ...created, accessToken: null, refreshToken: null, idToken: null },
          }),
          after: (created) => hooks.linked(created.userId),
        },
      },
    },
    plugins: [
      twoFactor({
        issuer: 'Passerelle',
        schema: TWO_FACTOR,
        allowPasswordless: true,
        backupCodeOptions: { amount: 10, length: 10, storeBackupCodes: 'encrypted' },
        accountLockout: { enabled: true, maxFailedAttempts: 10, durationSeconds: 15 * MINUTE },
      }),
      magicLink({
        disableSignUp: true,
        expiresIn: LINK_LIFE,
        storeToken: 'hashed',
        sendMagicLink: ({ email, token }) => hooks.sendLink(email, token),
      }),
      passkey({
        rpID: new URL(baseUrl).hostname,
        rpName: 'Passerelle',
        origin: baseUrl,
        schema: PASSKEY,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        registration: {
          afterVerification: ({ verification }) =>
            demandUserVerified(verification.registrationInfo),
        },
        authentication: {
          afterVerification: ({ verification }) =>
            demandUserVerified(verification.authenticationInfo),
        },
      }),
      ...(provider
        ? [
            genericOAuth({
              config: [
                {
                  providerId: PROVIDER,
                  discoveryUrl: `${provider.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
                  clientId: provider.clientId,
                  clientSecret: provider.clientSecret,
                  scopes: ['openid', 'email', 'profile'],
                  pkce: true,
                  disableSignUp: true,
                  requireIdTokenVerification: true,
                  mapProfileToUser: (claims) => profileOf(claims, provider.claims),
                },
              ],
            }),
          ]
        : []),
    ],
  });
}

/** A passkey stands for two factors only when the person proved themselves to it (ASVS 5.0, 6.3.3). */
function demandUserVerified(info: { readonly userVerified: boolean } | undefined): void {
  if (info?.userVerified) return;
  throw new APIError('UNAUTHORIZED', { code: 'USER_NOT_VERIFIED', message: 'User not verified' });
}

function profileOf(
  claims: Record<string, unknown>,
  names: { readonly email: string; readonly name: string },
) {
  const email = claims[names.email];
  return {
    email: typeof email === 'string' ? email.toLowerCase() : '',
    name: String(claims[names.name] ?? ''),
    // It speaks of the claim "email", and of no other.
    emailVerified: claims['email_verified'] === true && claims['email'] === email,
  };
}
