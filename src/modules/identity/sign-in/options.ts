import type { Role } from '#platform/actor/actor.ts';

/** An OpenID provider that an organisation's people sign in with. */
export interface OpenIdProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button says: "Se connecter avec …". */
  readonly name: string;
  /** Which claims hold the address and the name. */
  readonly claims: { readonly email: string; readonly name: string };
  /** Whether the provider asks for a second factor itself. */
  readonly trustSecondFactor: boolean;
}

export interface SignInOptions {
  /** Where people reach the site: "https://passerelle.exemple.ca". */
  readonly baseUrl: string;
  /** Signs cookies and form tokens, and seals what is kept of second factors. */
  readonly secret: string;
  readonly session: { readonly idleMinutes: number; readonly absoluteHours: number };
  /** Whoever holds one of these must show a second factor. */
  readonly secondFactorRoles: ReadonlySet<Role>;
  readonly provider: OpenIdProvider | null;
}
