import type { BrowserContextOptions } from 'playwright-core';
import type { SignedIn } from '../../tests/support/sign-in.ts';

/** What a browser opens with to be somebody's, at the address of the site. */
export function browserSession({ cookie }: SignedIn, address: string): BrowserContextOptions {
  const [name = '', ...value] = cookie.split('=');
  const session = {
    name,
    value: value.join('='),
    domain: new URL(address).hostname,
    path: '/',
    expires: -1,
    httpOnly: true,
    secure: false,
    sameSite: 'Lax',
  } as const;
  return { storageState: { origins: [], cookies: [session] } };
}
