import { createHash } from 'node:crypto';
import { chown, lstat, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '#platform/errors/domain-error.ts';
import { type Binaries, copyBinaries, packagedBinaries } from './binaries.ts';
import type { Account } from './run-program.ts';
import { accountFor, canEnter } from './system-account.ts';

/** Where root's database goes when its account may not enter the data folder. */
const SHELTER = '/var/lib/passerelle';

/** Everything about one embedded database that does not change while it is used. */
export interface Home {
  /** Folder of the embedded database: the cluster, its password, its log, its port. */
  readonly dir: string;
  /** PostgreSQL's own data folder. */
  readonly clusterDir: string;
  readonly logFile: string;
  readonly account: Account | null;
  readonly binaries: Binaries;
  /** The folder, when it could not be in the data folder; else null. */
  readonly relocated: string | null;
}

async function readText(file: string): Promise<string | null> {
  return await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

/**
 * Where an earlier run took the database, if it did. The note left in the data folder survives its
 * being moved; a copy of the folder beside the original must not share the original's database.
 */
async function formerShelter(dataDir: string, note: string): Promise<string | null> {
  const dir = (await readText(note))?.trim();
  if (dir === undefined || !(await exists(dir))) return null;
  const origin = (await readText(join(dir, 'origin')))?.trim();
  if (origin === dataDir) return dir;
  if (origin !== undefined && (await exists(origin))) return null;
  await writeFile(join(dir, 'origin'), `${dataDir}\n`);
  return dir;
}

function shelterOf(dataDir: string): string {
  const hash = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  return join(SHELTER, hash);
}

async function takeShelter(dataDir: string, note: string): Promise<string> {
  const dir = shelterOf(dataDir);
  await mkdir(dir, { recursive: true, mode: 0o755 });
  await writeFile(join(dir, 'origin'), `${dataDir}\n`);
  await writeFile(note, `${dir}\n`);
  return dir;
}

interface Place {
  /** The folder `postgres` is in: the data folder itself, or a shelter. */
  readonly parent: string;
  readonly account: Account | null;
}

async function choosePlace(dataDir: string): Promise<Place> {
  const inPlace = join(dataDir, 'postgres');
  const note = join(dataDir, 'postgres.location');
  if (await exists(join(inPlace, 'data'))) {
    const account = await accountFor(inPlace);
    if (await canEnter(account, inPlace)) return { parent: dataDir, account };
    throw new DomainError(
      'unavailable',
      `La base de données de ${inPlace} existe, mais le compte qui la possède (uid ` +
        `${account?.uid}) ne peut plus entrer dans ce dossier. Rétablissez-lui le droit de ` +
        'traverser chacun des dossiers qui y mènent (chmod o+x).',
    );
  }
  const former = await formerShelter(dataDir, note);
  const account = await accountFor(join(former ?? dataDir, 'postgres'));
  if (former !== null) return { parent: former, account };
  if (await canEnter(account, dataDir)) return { parent: dataDir, account };
  return { parent: await takeShelter(dataDir, note), account };
}

/**
 * Chooses where the database of a data folder lives and which account and binaries it runs with,
 * and makes its folder. A database that exists is never left behind for a new, empty one.
 *
 * @param dataDir absolute path without symbolic links; the caller holds its lock
 * @throws DomainError `unavailable`, saying what to do
 */
export async function openHome(dataDir: string): Promise<Home> {
  const packaged = await packagedBinaries();
  const { parent, account } = await choosePlace(dataDir);
  const dir = join(parent, 'postgres');
  if (!(await exists(dir))) {
    await mkdir(dir, { mode: 0o700 });
    if (account !== null) await chown(dir, account.uid, account.gid);
  }
  const binaries = (await canEnter(account, join(packaged.dir, 'bin')))
    ? packaged
    : await copyBinaries(packaged, SHELTER);
  return {
    dir,
    clusterDir: join(dir, 'data'),
    logFile: join(dir, 'server.log'),
    account,
    binaries,
    relocated: parent === dataDir ? null : dir,
  };
}
