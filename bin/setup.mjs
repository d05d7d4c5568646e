// Installs what Passerelle needs, when it is needed: plain JavaScript, without a dependency, for
// any Node from 20 on.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { withLock } from '../src/platform/lock/file-lock.mjs';
import { endLike, runChild } from './child.mjs';
import { installedAsLocked } from './installed.mjs';
import { SetupError, say } from './messages.mjs';
import { explainNpmFailure } from './npm-failure.mjs';
import { inProject, projectDir, setupLock, waitingFor } from './paths.mjs';
import { makeLibraryLinks } from './postgres-links.mjs';
import { checkRuntime } from './runtime.mjs';

const stampFile = inProject('node_modules', '.passerelle-setup');

/** One lockfile installs differently on another kind of machine. */
function wantedStamp() {
  const lockfile = readFileSync(inProject('package-lock.json'));
  const hash = createHash('sha256').update(lockfile).digest('hex');
  return `${hash} ${process.platform} ${process.arch}\n`;
}

function isSetUp() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wantedStamp();
}

/** The npm that called us if one did, run by our own Node; otherwise the one in the PATH. */
function npmCommand() {
  const called = process.env.npm_execpath;
  if (called && /^npm(-cli)?\.c?js$/.test(basename(called)) && existsSync(called)) {
    return { file: process.execPath, args: [called], shell: false };
  }
  return { file: 'npm', args: [], shell: process.platform === 'win32' };
}

async function install() {
  say('Installation des dépendances, une seule fois…\nInstalling dependencies, only this once…');
  const { file, args, shell } = npmCommand();
  // Whatever this machine's npm leaves out or refuses by default, the tests and the site need it.
  const wanted = ['ci', '--include=dev', '--include=optional', '--no-engine-strict'];
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--no-progress'];
  let output = '';
  let ended;
  try {
    ended = await runChild(file, [...args, ...wanted, ...quiet], {
      cwd: projectDir,
      shell,
      onOutput: (text) => {
        output += text;
      },
    });
  } catch (error) {
    throw explainNpmFailure(String(error));
  }
  if (ended.signal) endLike(ended);
  if (ended.status !== 0) throw explainNpmFailure(output);
}

/**
 * Makes sure that what `package-lock.json` names is installed and usable, for this machine, once,
 * even if several commands start together. Costs two small reads when nothing is to be done.
 *
 * @throws {SetupError} saying, in French and English, what to do
 */
export async function ensureInstalled() {
  if (isSetUp()) return;
  try {
    await withLock(
      setupLock,
      async () => {
        if (isSetUp()) return;
        if (!installedAsLocked()) await install();
        await makeLibraryLinks();
        await checkRuntime();
        writeFileSync(stampFile, wantedStamp());
      },
      { onWait: (holder) => say(waitingFor(holder)) },
    );
  } catch (error) {
    if (error instanceof SetupError) throw error;
    throw explainNpmFailure(String(error));
  }
}
