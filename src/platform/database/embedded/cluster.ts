import { randomBytes } from 'node:crypto';
import { chown, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '#platform/errors/domain-error.ts';
import { program } from './binaries.ts';
import type { Home } from './home.ts';
import { runProgram } from './run-program.ts';

/** The role that owns the embedded server. */
export const OWNER = 'passerelle';

const passwordFile = (home: Home) => join(home.dir, 'password');

/** The password of the embedded server's owner. */
export async function readPassword(home: Home): Promise<string> {
  return (await readFile(passwordFile(home), 'utf8')).trim();
}

/** A file of the database's account, readable by nobody else, that appears whole or not at all. */
async function writePrivate(home: Home, file: string, text: string): Promise<void> {
  const draft = `${file}.${process.pid}.new`;
  await rm(draft, { force: true });
  await writeFile(draft, text, { mode: 0o600, flag: 'wx' });
  if (home.account !== null) await chown(draft, home.account.uid, home.account.gid);
  await rename(draft, file);
}

/** The port the server was last reached at, so that a restarted one is found at the same place. */
export async function readPort(home: Home): Promise<number | null> {
  const text = await readFile(join(home.dir, 'port'), 'utf8').catch(() => '');
  const port = Number.parseInt(text, 10);
  return Number.isInteger(port) ? port : null;
}

export async function recordPort(home: Home, port: number): Promise<void> {
  await writePrivate(home, join(home.dir, 'port'), `${port}\n`);
}

function refuseOtherVersion(home: Home, version: string): never {
  throw new DomainError(
    'conflict',
    `La base de données de ${home.clusterDir} a été faite par PostgreSQL ${version}, et cette ` +
      `version de Passerelle fournit PostgreSQL ${home.binaries.major}. Pour la reprendre : avec ` +
      'la version de Passerelle qui l’a faite, « npx passerelle backup sauvegarde.passerelle » ; ' +
      'puis, ici, avec un PASSERELLE_DATA_DIR neuf, « npx passerelle restore ' +
      'sauvegarde.passerelle ».',
  );
}

async function initialise(home: Home, sync: boolean): Promise<void> {
  const password = randomBytes(24).toString('base64url');
  await writePrivate(home, passwordFile(home), `${password}\n`);
  const draft = join(home.dir, `init-${process.pid}`);
  const made = await runProgram(
    program(home.binaries, 'initdb'),
    [
      `--pgdata=${draft}`,
      `--username=${OWNER}`,
      `--pwfile=${passwordFile(home)}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--data-checksums',
      sync ? '--sync-method=fsync' : '--no-sync',
    ],
    home.account,
  );
  if (made.status !== 0) {
    await rm(draft, { recursive: true, force: true });
    throw new DomainError(
      'unavailable',
      /No space left/.test(made.output)
        ? `Il n'y a plus d'espace sur le disque de ${home.dir} pour créer la base de données.`
        : `La base de données n'a pas pu être créée dans ${home.dir} : ${made.output}`,
    );
  }
  await rename(draft, home.clusterDir);
}

/**
 * Makes the cluster if there is none. It is made beside its place and takes it once whole, so that
 * a creation that was cut short leaves nothing that looks like a database.
 *
 * @param home its data folder's lock is held by the caller
 * @param sync whether what is made must survive a power cut
 * @throws DomainError `conflict` for a cluster of another major version, `unavailable` otherwise
 */
export async function ensureCluster(home: Home, sync: boolean): Promise<void> {
  const entries = await readdir(home.dir);
  for (const leftover of entries.filter((name) => name.startsWith('init-'))) {
    await rm(join(home.dir, leftover), { recursive: true, force: true });
  }
  if (!entries.includes('data')) return await initialise(home, sync);
  const version = await readFile(join(home.clusterDir, 'PG_VERSION'), 'utf8').catch(() => null);
  if (version === null) {
    throw new DomainError(
      'conflict',
      `${home.clusterDir} n'est pas une base de données de Passerelle. Déplacez ce dossier, ou ` +
        'choisissez-en un autre par PASSERELLE_DATA_DIR.',
    );
  }
  if (version.trim() !== home.binaries.major) refuseOtherVersion(home, version.trim());
}
