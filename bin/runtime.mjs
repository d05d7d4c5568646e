import { existsSync } from 'node:fs';
import { endLike, runChild } from './child.mjs';
import { SetupError } from './messages.mjs';
import { inProject } from './paths.mjs';

const REQUIRED_MAJOR = 24;

/** @param {string} version such as "v24.1.0" */
const isRecent = (version) => Number.parseInt(version.slice(1), 10) >= REQUIRED_MAJOR;

/** The Node that runs Passerelle: the one installed with it, or ours if it is recent enough. */
export function runtime() {
  const installed = inProject('node_modules', '.bin', 'node');
  return process.platform !== 'win32' && existsSync(installed) ? installed : process.execPath;
}

/**
 * Checks that the Node we shall hand over to works on this machine.
 *
 * @throws {SetupError} naming the version to install
 */
export async function checkRuntime() {
  let version = '';
  await runChild(runtime(), ['--version'], {
    onOutput: (text) => {
      version += text;
    },
  }).catch(() => undefined);
  if (isRecent(version.trim()) || isRecent(process.version)) return;
  throw new SetupError(
    `Passerelle demande Node ${REQUIRED_MAJOR}, et celui qui l'accompagne ne fonctionne pas sur ` +
      `cette machine (${process.platform} ${process.arch}). Installez Node ${REQUIRED_MAJOR} ou ` +
      'plus récent, puis recommencez.',
    `Passerelle needs Node ${REQUIRED_MAJOR}, and the one that comes with it does not work on this ` +
      `machine (${process.platform} ${process.arch}). Install Node ${REQUIRED_MAJOR} or later, ` +
      'then try again.',
  );
}

/**
 * Becomes the given program under Passerelle's Node. Where the system allows, in the same process:
 * whoever started us then signals and waits for the program itself.
 *
 * @param {string[]} args script first
 */
export async function handOver(args) {
  const node = runtime();
  if (typeof process.execve === 'function' && process.platform !== 'win32') {
    process.execve(node, [node, ...args], process.env);
  }
  endLike(await runChild(node, args));
}
