import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { AcquiredDatabase } from '#platform/database/embedded/acquire-database.ts';
import { postmasterState } from '#platform/database/embedded/postmaster-pid.ts';

export const isRoot = process.getuid?.() === 0;

/** A data folder such as people have: a space and accents in its path, and open to the system's account. */
export async function makeDataDir(): Promise<string> {
  const parent = await mkdtemp(join(await realpath(tmpdir()), 'données à part '));
  await chmod(parent, 0o755);
  return join(parent, 'var');
}

export async function removeDataDir(dataDir: string): Promise<void> {
  await rm(dirname(dataDir), { recursive: true, force: true });
}

export async function query<Row extends pg.QueryResultRow>(
  url: string,
  sql: string,
): Promise<Row[]> {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** The process number of the server of a data folder, or null when none runs. */
export async function serverOf(dataDir: string): Promise<number | null> {
  const state = await postmasterState(join(dataDir, 'postgres', 'data'));
  return state.kind === 'live' ? state.pid : null;
}

/** Another process that uses a data folder's database until it is told otherwise. */
export interface Holder {
  readonly database: Pick<AcquiredDatabase, 'url' | 'relocated'>;
  readonly process: ChildProcess;
  /** Gives the database back and ends. */
  readonly release: () => Promise<void>;
  /** Ends it without a word. */
  readonly kill: () => Promise<void>;
}

export async function startHolder(
  dataDir: string,
  options: { uid?: number; gid?: number; detached?: boolean } = {},
): Promise<Holder> {
  const script = fileURLToPath(new URL('./holder.ts', import.meta.url));
  const child = spawn(process.execPath, [script, dataDir], {
    ...options,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const [line] = (await Promise.race([
    once(createInterface(child.stdout), 'line'),
    ended.then(() => {
      throw new Error('the holder ended before it had its database');
    }),
  ])) as [string];
  return {
    database: JSON.parse(line),
    process: child,
    release: async () => {
      child.stdin.end();
      await ended;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
