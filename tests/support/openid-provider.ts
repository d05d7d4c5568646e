import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export interface Claims {
  readonly email: string;
  readonly email_verified: boolean;
  readonly name: string;
}

export const CLIENT = { clientId: 'passerelle', clientSecret: 'a secret of the client' };

export interface OpenIdProvider {
  readonly issuer: string;
  /** Who signs in there under this name, from now on. */
  know(login: string, claims: Claims): void;
  close(): Promise<void>;
}

/** A real OpenID provider on loopback, which lets in whoever gives a name it knows. */
export async function openOpenIdProvider(redirect: string, port = 0): Promise<OpenIdProvider> {
  const people = new Map<string, Claims>();
  let answer: (...args: Parameters<ReturnType<Provider['callback']>>) => unknown = () => undefined;
  const server: Server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [redirect],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_, id) => {
      const claims = people.get(id);
      return claims && { accountId: id, claims: () => ({ sub: id, ...claims }) };
    },
    cookies: { keys: ['tests'] },
    pkce: { required: () => true },
  });
  answer = provider.callback();
  return {
    issuer,
    know: (login, claims) => void people.set(login, claims),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * Goes through the provider's pages as a browser does, from the address a sign-in leads to.
 *
 * @returns the address that the provider sends back to
 */
export async function signInThere(address: string, login: string, back: string): Promise<string> {
  const jar = new Map<string, string>();
  let next = address;
  let body: string | null = null;
  for (let step = 0; step < 12; step += 1) {
    if (next.startsWith(back)) return next;
    const answer: Response = await fetch(next, {
      redirect: 'manual',
      method: body === null ? 'GET' : 'POST',
      headers: {
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body === null ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      body,
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      jar.set(name, value);
    }
    const location = answer.headers.get('location');
    if (location) {
      next = new URL(location, next).href;
      body = null;
      continue;
    }
    const page: string = await answer.text();
    const prompt: string | undefined = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    if (!prompt) throw new Error(`${next}: ${answer.status} ${page.slice(0, 500)}`);
    next = new URL(/action="([^"]+)"/.exec(page)?.[1] ?? '', next).href;
    body = new URLSearchParams({ prompt, login, password: 'any' }).toString();
  }
  throw new Error('the provider goes round in circles');
}
