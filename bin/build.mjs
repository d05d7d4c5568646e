import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from '../src/platform/lock/file-lock.mjs';
import { endLike, runChild } from './child.mjs';
import { SetupError, say } from './messages.mjs';
import { inProject, projectDir, setupLock, waitingFor } from './paths.mjs';
import { runtime } from './runtime.mjs';

/** All that the site answers depends on: the stamp also tells browsers' caches what to forget. */
const SOURCES = ['src', 'vite.config.ts', 'react-router.config.ts', 'package-lock.json'];

const stampFile = inProject('build', '.passerelle-build');

/** @param {string} path @returns {string[]} the files under it, in a stable order */
function filesUnder(path) {
  const full = inProject(path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

function sourcesHash() {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap(filesUnder)) {
    if (/\.test\.tsx?$/.test(file)) continue;
    hash
      .update(`${file}\0`)
      .update(readFileSync(inProject(file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** @param {string} wanted */
const isBuilt = (wanted) => existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted;

async function build() {
  say('Construction du site…\nBuilding the site…');
  // Until the build is whole, none is there.
  rmSync(stampFile, { force: true });
  let output = '';
  const cli = inProject('node_modules', '@react-router', 'dev', 'dist', 'cli', 'index.js');
  const ended = await runChild(runtime(), [cli, 'build'], {
    cwd: projectDir,
    env: { ...process.env, NODE_ENV: 'production' },
    onOutput: (text) => {
      output += text;
    },
  });
  if (ended.signal) endLike(ended);
  if (ended.status === 0) return;
  throw new SetupError(
    "Le site n'a pas pu être construit ; voici ce qu'en dit l'outil de construction.",
    `The site could not be built; here is what the build tool says.\n\n${output.trim()}`,
  );
}

/**
 * Builds the site if its sources have changed since it was last built, once, even if several
 * commands start together.
 *
 * @throws {SetupError} with the build tool's messages
 */
export async function ensureBuilt() {
  if (isBuilt(sourcesHash())) return;
  await withLock(
    setupLock,
    async () => {
      const wanted = sourcesHash();
      if (isBuilt(wanted)) return;
      await build();
      writeFileSync(stampFile, wanted);
    },
    { onWait: (holder) => say(waitingFor(holder)) },
  );
}
