import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copyBinaries, packagedBinaries, program } from '#platform/database/embedded/binaries.ts';
import { ensureCluster } from '#platform/database/embedded/cluster.ts';
import { freePort } from '#platform/database/embedded/free-port.ts';
import { openHome } from '#platform/database/embedded/home.ts';
import { startOrAdopt, stopServer } from '#platform/database/embedded/postmaster.ts';
import { makeDataDir, removeDataDir } from './support.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await makeDataDir();
  await mkdir(dataDir);
});
afterEach(() => removeDataDir(dataDir));

test('a port taken between its choice and the server’s start costs another try', async () => {
  const home = await openHome(dataDir);
  await ensureCluster(home, false);
  const occupant = createServer().listen(0, '127.0.0.1');
  await once(occupant, 'listening');
  const address = occupant.address();
  const taken = typeof address === 'object' && address !== null ? address.port : 0;
  const tried: number[] = [];
  const choosePort = async () => {
    const port = tried.length === 0 ? taken : await freePort(null);
    tried.push(port);
    return port;
  };
  try {
    const port = await startOrAdopt(home, { fsync: false, choosePort });
    expect(tried[0]).toBe(taken);
    expect(port).toBe(tried[1]);
  } finally {
    occupant.close();
    await stopServer(home);
  }
});

test('the binaries work from a copy, made once', async () => {
  const parent = await mkdtemp(join(await realpath(tmpdir()), 'binaires '));
  try {
    const packaged = await packagedBinaries();
    const [copy] = await Promise.all([
      copyBinaries(packaged, parent),
      copyBinaries(packaged, parent),
    ]);
    const { stdout } = await promisify(execFile)(program(copy, 'postgres'), ['--version']);
    expect(copy.dir.startsWith(parent)).toBe(true);
    expect(stdout).toContain('(PostgreSQL) 18');
  } finally {
    await rm(parent, { recursive: true, force: true });
  }
});
