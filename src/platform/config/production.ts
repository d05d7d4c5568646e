import { DomainError } from '../errors/domain-error.ts';
import type { Config } from './config.ts';
import { isLoopback } from './loopback.ts';

type Reach = Pick<Config, 'databaseUrl' | 'host' | 'baseUrl' | 'secure'>;

/**
 * Whether other people depend on this site: it has a database of the operator's, listens beyond this
 * machine, or is known by an address that is not this machine's, or that is encrypted.
 */
export function isProduction({ databaseUrl, host, baseUrl, secure }: Reach): boolean {
  return databaseUrl !== null || secure || !isLoopback(host) || !isLoopback(hostOf(baseUrl));
}

/** Whether what people send to the site's address may be read on the way. */
export function isPlainBeyondLoopback({ baseUrl, secure }: Reach): boolean {
  return !secure && !isLoopback(hostOf(baseUrl));
}

/** What is said when other people depend on a site that was given no secret; null when all is well. */
export function missingSecret(config: Reach & Pick<Config, 'secret'>): string | null {
  if (config.secret !== null || !isProduction(config)) return null;
  return (
    'PASSERELLE_SECRET manque : il signe les sessions, et doit rester le même d’un démarrage à ' +
    'l’autre. Gardez 32 caractères tirés au hasard (« openssl rand -hex 32 ») dans un fichier que ' +
    'seul ce compte peut lire, et nommez ce fichier par PASSERELLE_SECRET_FILE.'
  );
}

function missingEncryption(config: Reach & Pick<Config, 'insecure'>): string | null {
  if (config.insecure || !isPlainBeyondLoopback(config)) return null;
  return (
    `L’adresse du site, ${config.baseUrl}, n’est pas chiffrée : mots de passe et sessions se ` +
    'liraient en chemin. Donnez à PASSERELLE_BASE_URL une adresse https://, servie par un serveur ' +
    'mandataire ; pour un essai sur un réseau fermé, PASSERELLE_INSECURE=1 passe outre.'
  );
}

/**
 * Refuses to serve other people without a secret, or where passwords and sessions could be read on
 * the way.
 *
 * @throws DomainError `invalid`, in French, a line for each thing that is missing
 */
export function demandServable(config: Reach & Pick<Config, 'secret' | 'insecure'>): void {
  const missing = [missingSecret(config), missingEncryption(config)].filter((one) => one !== null);
  if (missing.length > 0) throw new DomainError('invalid', missing.join('\n'));
}

function hostOf(address: string): string {
  return new URL(address).hostname;
}
