#!/usr/bin/env node
// `npx passerelle <command>`: the command line, set up if needed.

import { ensureBuilt } from './build.mjs';
import { fail } from './messages.mjs';
import { inProject } from './paths.mjs';
import { handOver } from './runtime.mjs';
import { ensureInstalled } from './setup.mjs';

try {
  const args = process.argv.slice(2);
  await ensureInstalled();
  if (args[0] === 'serve') {
    await ensureBuilt();
    process.env.NODE_ENV ??= 'production';
  }
  await handOver([inProject('src', 'cli.ts'), ...args]);
} catch (error) {
  fail(error);
}
