import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import type { ProcessSettings } from './protocol.ts';

/*
 * Ends the process it is in when the one that started it is gone, or when memory passes its bound. The
 * compiler of PDFs takes memory of its own, that no bound of Node's counts, and blocks the thread on
 * which Node would tell that the parent is gone: so both are looked at from a thread beside it.
 */

const EVERY_MS = 500;

const { parent, memoryMegabytes }: ProcessSettings = workerData;

function isOrphan(): boolean {
  if (process.platform !== 'win32') return process.ppid !== parent;
  try {
    process.kill(parent, 0);
    return false;
  } catch {
    return true;
  }
}

function end(why: string): void {
  try {
    // To whoever started it, for the journal.
    writeSync(2, `${why}\n`);
  } finally {
    process.kill(process.pid, 'SIGKILL');
  }
}

setInterval(() => {
  if (isOrphan()) end('the process that started this one is gone');
  const megabytes = process.memoryUsage.rss() / 1024 / 1024;
  if (megabytes > memoryMegabytes) end(`more than ${memoryMegabytes} MB of memory`);
}, EVERY_MS);
