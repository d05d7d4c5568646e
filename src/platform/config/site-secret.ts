import { randomBytes, randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DomainError } from '../errors/domain-error.ts';
import type { Config } from './config.ts';
import { missingSecret } from './production.ts';

const SHORTEST = 32;

export type SecretSource = Pick<
  Config,
  'secret' | 'dataDir' | 'databaseUrl' | 'host' | 'baseUrl' | 'secure'
>;

/** Where a site that was given no secret keeps its own. */
export function secretFile({ dataDir }: Pick<Config, 'dataDir'>): string {
  return join(dataDir, 'secret');
}

/**
 * The secret that signs cookies and seals what is kept of second factors: the operator's, or, on one's
 * own machine, one that is drawn at the first start and kept in the data folder.
 *
 * @throws DomainError `invalid`, in French, when other people depend on the site and none was given
 */
export function siteSecret(config: SecretSource): string {
  if (config.secret !== null) return config.secret;
  const refusal = missingSecret(config);
  if (refusal !== null) throw new DomainError('invalid', refusal);
  const path = secretFile(config);
  return readSecret(path) ?? drawSecret(config.dataDir, path);
}

/** Null when there is none yet. */
function readSecret(path: string): string | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new DomainError(
      'unavailable',
      `Le secret du site, ${path}, ne peut pas être lu : lancez Passerelle sous le compte qui l’a fait.`,
    );
  }
  if (text.length >= SHORTEST) return text;
  throw new DomainError(
    'invalid',
    `Le secret du site, ${path}, est abîmé : effacez ce fichier, un autre sera tiré au hasard. ` +
      'Tout le monde devra se connecter de nouveau.',
  );
}

/** Whole from the moment it has its name, so that two processes that start together have the same. */
function drawSecret(dataDir: string, path: string): string {
  mkdirSync(dataDir, { recursive: true });
  const draft = `${path}.${randomUUID()}`;
  const drawn = randomBytes(32).toString('base64url');
  writeFileSync(draft, `${drawn}\n`, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, path);
    return drawn;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return readSecret(path) ?? drawn;
  } finally {
    rmSync(draft);
  }
}
