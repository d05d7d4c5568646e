import { spawn } from 'node:child_process';

const FORWARDED = ['SIGTERM', 'SIGINT', 'SIGHUP'];

/**
 * @typedef {object} Ended
 * @property {number | null} status
 * @property {NodeJS.Signals | null} signal
 */

/**
 * Runs a program to its end, handing it the signals that reach us: whoever stops us means it.
 *
 * @param {string} file
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { onOutput?: (text: string) => void }} options
 *   `onOutput` receives all it prints, instead of the terminal
 * @returns {Promise<Ended>} rejected with the system's error if it cannot be started
 */
export function runChild(file, args, { onOutput, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = onOutput ? ['ignore', 'pipe', 'pipe'] : 'inherit';
    const child = spawn(file, args, { ...options, stdio });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => onOutput?.(text));
    }
    /** @param {NodeJS.Signals} signal */
    const forward = (signal) => {
      // A terminal already sends Ctrl-C to both of us; twice would mean "at once".
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    const settle = () => {
      for (const signal of FORWARDED) process.off(signal, forward);
    };
    for (const signal of FORWARDED) process.on(signal, forward);
    child.on('error', (error) => {
      settle();
      reject(error);
    });
    child.on('close', (status, signal) => {
      settle();
      resolve({ status, signal });
    });
  });
}

/**
 * Ends as the child did, so that our caller cannot tell the difference.
 *
 * @param {Ended} ended
 */
export function endLike({ status, signal }) {
  if (signal) process.kill(process.pid, signal);
  else process.exit(status ?? 1);
}
