// What npm's scripts call: sets up if needed, then becomes the program that was asked for.

import { ensureBuilt } from './build.mjs';
import { fail, SetupError } from './messages.mjs';
import { inProject } from './paths.mjs';
import { handOver } from './runtime.mjs';
import { ensureInstalled } from './setup.mjs';

/** @type {Record<string, { needsSite: boolean, args: string[] }>} */
const SCRIPTS = {
  start: { needsSite: true, args: [inProject('src', 'cli.ts'), 'serve'] },
  dev: { needsSite: false, args: [inProject('src', 'cli.ts'), 'serve', '--dev'] },
  test: { needsSite: false, args: [inProject('tests', 'run.mjs')] },
  bench: { needsSite: true, args: [inProject('bench', 'run.ts')] },
};

try {
  const [name = '', ...rest] = process.argv.slice(2);
  const script = Object.hasOwn(SCRIPTS, name) ? SCRIPTS[name] : undefined;
  if (!script) {
    const names = Object.keys(SCRIPTS).join(', ');
    throw new SetupError(`Indiquez quoi lancer : ${names}.`, `Say what to run: ${names}.`);
  }
  await ensureInstalled();
  if (script.needsSite) await ensureBuilt();
  // React chooses its fast variant by this when it is loaded.
  if (script.needsSite) process.env.NODE_ENV ??= 'production';
  await handOver([...script.args, ...rest]);
} catch (error) {
  fail(error);
}
