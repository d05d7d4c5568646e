import { DomainError } from '../errors/domain-error.ts';
import type { Environment, Variable } from './environment.ts';
import { isLoopback } from './loopback.ts';

/** The OpenID provider that people may sign in with. */
export interface OidcConfig {
  /** As the provider publishes it, without a final slash unless it has one. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button says after "Se connecter avec". */
  readonly name: string;
  /** Which claims hold the address and the name. */
  readonly claims: { readonly email: string; readonly name: string };
  /** Whether having signed in there counts as a second factor. */
  readonly trustSecondFactor: boolean;
}

const NEEDED = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;

/**
 * The provider that the variables describe; null when none does.
 *
 * @throws DomainError `invalid` when one is half described, or would be asked in the clear
 */
export function oidcOf(values: Environment): OidcConfig | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: secret } = values;
  const missing: readonly Variable[] = NEEDED.filter((name) => values[name] === undefined);
  if (missing.length === NEEDED.length) return null;
  if (issuer === undefined || clientId === undefined || secret === undefined) {
    throw new DomainError(
      'invalid',
      `${missing.join(' et ')} manque${missing.length > 1 ? 'nt' : ''} : la connexion par un ` +
        `fournisseur OpenID demande ${NEEDED.join(', ')} (ou OIDC_CLIENT_SECRET_FILE).`,
    );
  }
  const { protocol, hostname } = new URL(issuer);
  if (protocol !== 'https:' && !isLoopback(hostname)) {
    throw new DomainError(
      'invalid',
      "OIDC_ISSUER n'est pas valable ; acceptée : une adresse https://, ou http:// sur cette machine.",
    );
  }
  return {
    issuer,
    clientId,
    clientSecret: secret,
    name: values.OIDC_NAME ?? hostname,
    claims: { email: values.OIDC_CLAIM_EMAIL, name: values.OIDC_CLAIM_NAME },
    trustSecondFactor: values.OIDC_TRUST_SECOND_FACTOR,
  };
}
