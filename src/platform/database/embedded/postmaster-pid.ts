import { readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from './run-program.ts';

/** What a running PostgreSQL writes about itself in its data folder. */
export interface PostmasterPid {
  readonly pid: number;
  /** Null while it has not chosen yet. */
  readonly port: number | null;
}

/** Reads the text of a `postmaster.pid` (line 1: process number, line 4: port); null if it is void. */
export function parsePostmasterPid(text: string): PostmasterPid | null {
  const lines = text.split('\n');
  const pid = Number.parseInt(lines[0] ?? '', 10);
  const port = Number.parseInt(lines[3] ?? '', 10);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return { pid, port: Number.isInteger(port) ? port : null };
}

export const pidFile = (clusterDir: string) => join(clusterDir, 'postmaster.pid');

function readPidFile(clusterDir: string): PostmasterPid | null {
  try {
    return parsePostmasterPid(readFileSync(pidFile(clusterDir), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Whether this process is the PostgreSQL of this folder, and not one that got its number since. */
async function servesFolder(pid: number, clusterDir: string): Promise<boolean> {
  if (process.platform === 'linux') {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === clusterDir;
    } catch {
      return false;
    }
  }
  if (process.platform === 'win32') {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  }
  const shown = await runProgram('ps', ['-o', 'command=', '-p', String(pid)]);
  return shown.output.includes(clusterDir);
}

export type PostmasterState =
  | { readonly kind: 'none' }
  /** A `postmaster.pid` whose process is gone, or is no longer a PostgreSQL. */
  | { readonly kind: 'stale' }
  | ({ readonly kind: 'live' } & PostmasterPid);

/** Who serves a data folder at this moment, whatever its `postmaster.pid` still says. */
export async function postmasterState(clusterDir: string): Promise<PostmasterState> {
  const written = readPidFile(clusterDir);
  if (written === null) return { kind: 'none' };
  if (!(await servesFolder(written.pid, clusterDir))) return { kind: 'stale' };
  return { kind: 'live', ...written };
}
