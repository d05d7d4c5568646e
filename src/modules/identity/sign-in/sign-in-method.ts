import type { SignInMethod } from '../visitor.ts';

export interface OpenedBy {
  readonly method: SignInMethod;
  /** Whether by two factors. */
  readonly strong: boolean;
}

const BY_PATH: Readonly<Record<string, OpenedBy>> = {
  '/sign-in/email': { method: 'password', strong: false },
  '/two-factor/verify-totp': { method: 'totp', strong: true },
  '/two-factor/verify-backup-code': { method: 'recovery-code', strong: true },
  '/passkey/verify-authentication': { method: 'passkey', strong: true },
  '/magic-link/verify': { method: 'link', strong: false },
  // A passkey that was used to sign in is still one after the codes are gone; this is said by the caller.
  '/two-factor/disable': { method: 'password', strong: false },
};

/**
 * How the library's address that opens a session proves who it is. What is not known proves nothing.
 *
 * @param trustProvider whether the OpenID provider asks for a second factor itself
 * @throws Error for an address that should open none
 */
export function openedBy(path: string | undefined, trustProvider: boolean): OpenedBy {
  if (path?.startsWith('/callback/')) return { method: 'oidc', strong: trustProvider };
  const known = path === undefined ? undefined : BY_PATH[path];
  if (!known) throw new Error(`no session is opened by ${path}`);
  return known;
}
