import pg from 'pg';
import { DomainError } from '../errors/domain-error.ts';

const OLDEST_VERSION = 180_000;

/** An address with its password hidden, fit to be shown. */
function hidePassword(url: string): string {
  const shown = new URL(url);
  if (shown.password !== '') shown.password = '***';
  return shown.href;
}

/**
 * Checks that the server given by DATABASE_URL answers and is recent enough.
 *
 * @throws DomainError `unavailable`, in French, with what to correct
 */
export async function checkOwnServer(url: string): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'passerelle',
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => undefined);
  let version: string;
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version_num: string }>('show server_version_num');
    version = rows[0]?.server_version_num ?? '0';
  } catch (error) {
    const reason = error instanceof Error ? error.message || error.name : String(error);
    throw new DomainError(
      'unavailable',
      `La base de données de DATABASE_URL (${hidePassword(url)}) ne répond pas : ${reason}. ` +
        'Vérifiez son adresse, son mot de passe, et qu’elle est en marche.',
    );
  } finally {
    await client.end().catch(() => undefined);
  }
  if (Number(version) < OLDEST_VERSION) {
    throw new DomainError(
      'unavailable',
      `La base de données de DATABASE_URL est un PostgreSQL ${Math.floor(Number(version) / 10_000)}, ` +
        'et Passerelle demande la version 18 ou une plus récente.',
    );
  }
}
