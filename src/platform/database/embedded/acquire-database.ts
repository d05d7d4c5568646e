import { mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '#platform/config/config.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { type LockOwner, withLock } from '#platform/lock/file-lock.mjs';
import { checkOwnServer } from '../own-server.ts';
import { ensureCluster } from './cluster.ts';
import { embeddedUrl, ensureDatabase } from './connection.ts';
import { type Home, openHome } from './home.ts';
import { isLeasedByOthers, type Lease, takeLease } from './lease.ts';
import { startOrAdopt, stopServer } from './postmaster.ts';
import { postmasterState } from './postmaster-pid.ts';

/** A database this process may use until it gives it back. */
export interface AcquiredDatabase {
  /** Where it is, for the role that owns the schema; the port may differ from one start to another. */
  readonly url: string;
  /** The embedded database's folder when it could not be in the data folder, to be told; or null. */
  readonly relocated: string | null;
  /** Gives it back; the last process to do so stops the embedded server. Safe to call twice. */
  readonly release: () => Promise<void>;
}

export interface AcquireOptions {
  /** False only for the tests, which may lose everything in a power cut. */
  readonly fsync?: boolean;
  /**
   * Called once if the embedded server goes away while in use, with a message to show. What was
   * committed is safe; acquiring again finds the server, or starts it, at the same port if it can.
   */
  readonly onLost?: (error: DomainError) => void;
}

const LOCK = 'database.lock';
/** Longer than a start or a stop is ever waited for: a lock held longer is held by a stuck process. */
const LOCK_TIMEOUT_MS = 300_000;

/** One data folder has one spelling, whatever links lead to it: locks and checks compare it. */
async function openDataDir(dataDir: string): Promise<string> {
  try {
    await mkdir(dataDir, { recursive: true });
    return await realpath(dataDir);
  } catch (error) {
    throw cannotUse(dataDir, error);
  }
}

function cannotUse(dataDir: string, error: unknown): unknown {
  const { code, holder } = error as NodeJS.ErrnoException & { holder?: LockOwner };
  if (code === 'LOCK_HELD') {
    return new DomainError(
      'unavailable',
      `Une autre commande (processus ${holder?.pid}) démarre ou arrête la base de données de ` +
        `${dataDir} depuis plusieurs minutes. Si elle est bloquée, arrêtez-la, puis recommencez.`,
    );
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR') {
    return new DomainError(
      'unavailable',
      `Le dossier de données ${dataDir} n'est pas accessible à ce compte, en tout ou en partie ` +
        '(il a peut-être été créé par root). Lancez Passerelle sous le compte qui le possède, ' +
        'corrigez ses droits, ou choisissez un autre dossier par PASSERELLE_DATA_DIR.',
    );
  }
  if (code === 'ENOSPC') {
    return new DomainError('unavailable', `Il n'y a plus d'espace sur le disque de ${dataDir}.`);
  }
  return error;
}

function lost(home: Home): DomainError {
  return new DomainError(
    'unavailable',
    `La base de données s'est arrêtée sans qu'on le lui demande. Son journal est ${home.logFile}. ` +
      'Ce qui était enregistré l’est toujours.',
  );
}

async function giveBack(home: Home, port: number, lease: Lease): Promise<void> {
  await lease.end();
  const state = await postmasterState(home.clusterDir);
  if (state.kind !== 'live') return;
  // The server may have been stopped and started since, by others: then it is not ours to stop.
  if (state.port !== port || (await isLeasedByOthers(home, port, lease))) return;
  await stopServer(home);
}

/**
 * Gives this process the database to use: the operator's if DATABASE_URL is set, and otherwise the
 * embedded PostgreSQL of the data folder, made at the first use, started if it does not run, and
 * shared with whoever uses it already.
 *
 * @throws DomainError `unavailable` or `conflict`, in French, saying what to do
 */
export async function acquireDatabase(
  { databaseUrl, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>,
  { fsync = true, onLost }: AcquireOptions = {},
): Promise<AcquiredDatabase> {
  if (databaseUrl !== null) {
    await checkOwnServer(databaseUrl);
    return { url: databaseUrl, relocated: null, release: async () => undefined };
  }
  const folder = await openDataDir(dataDir);
  const locked = <T>(work: () => Promise<T>) =>
    withLock(join(folder, LOCK), work, { timeoutMs: LOCK_TIMEOUT_MS });
  try {
    return await locked(async () => {
      const home = await openHome(folder);
      await ensureCluster(home, fsync);
      const port = await startOrAdopt(home, { fsync });
      await ensureDatabase(home, port);
      const lease = await takeLease(home, port, () => onLost?.(lost(home)));
      let released: Promise<void> | undefined;
      return {
        url: await embeddedUrl(home, port),
        relocated: home.relocated,
        release: () => {
          released ??= locked(() => giveBack(home, port, lease));
          return released;
        },
      };
    });
  } catch (error) {
    throw cannotUse(dataDir, error);
  }
}
