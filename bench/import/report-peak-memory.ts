// Preloaded in a command's process (`node --import`): at its end, writes the most memory it held at
// once, in bytes, where whoever started it listens.

import { writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const LISTENER = 3;

// Threads get the same preloads, and share the process's memory.
if (isMainThread) {
  process.once('exit', () => writeSync(LISTENER, `${process.resourceUsage().maxRSS * 1024}`));
}
