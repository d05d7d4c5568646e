import { spawn } from 'node:child_process';

/** The account a program runs under when it is not ours. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

export interface ProgramResult {
  /** Exit status; null when the program could not be started or was ended by a signal. */
  readonly status: number | null;
  /** What it printed, errors included, trimmed. */
  readonly output: string;
}

/** Nothing of the caller's shell (language, PGHOST, PGDATA…) may reach PostgreSQL. */
const CLEAN_ENVIRONMENT = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/**
 * Runs a program to its end, in a session of its own, so that a signal meant for our group of
 * processes (Ctrl-C in a terminal) does not reach it, nor what it leaves running.
 */
export function runProgram(
  file: string,
  args: readonly string[],
  account: Account | null = null,
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      ...(account ?? {}),
      // The account may not be allowed into the folder we were called from.
      cwd: process.platform === 'win32' ? undefined : '/',
      env: CLEAN_ENVIRONMENT,
      detached: true,
      windowsHide: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const printed: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => printed.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => printed.push(chunk));
    child.on('error', (error) => resolve({ status: null, output: error.message }));
    child.on('close', (status) =>
      resolve({ status, output: Buffer.concat(printed).toString('utf8').trim() }),
    );
  });
}
