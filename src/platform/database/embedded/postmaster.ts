import { open, rename, rm, stat } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { DomainError } from '#platform/errors/domain-error.ts';
import { program } from './binaries.ts';
import { readPort, recordPort } from './cluster.ts';
import { answersFor } from './connection.ts';
import { freePort } from './free-port.ts';
import type { Home } from './home.ts';
import { pidFile, postmasterState } from './postmaster-pid.ts';
import { runProgram } from './run-program.ts';
import { serverOptions } from './settings.ts';

/** How long a server may take to start (it may have a crash to recover from) or to stop. */
const PATIENCE_SECONDS = 120;
const RETRY_MS = 100;
const MAX_ATTEMPTS = 20;
const MAX_LOG_BYTES = 5_000_000;

export interface StartOptions {
  readonly fsync: boolean;
  /** Chooses a port to try, given the one used last. */
  readonly choosePort?: (previous: number | null) => Promise<number>;
}

async function size(file: string): Promise<number> {
  return (await stat(file).catch(() => null))?.size ?? 0;
}

/** What the server wrote in its log since it was `from` bytes long. */
async function logSince(file: string, from: number): Promise<string> {
  const handle = await open(file).catch(() => null);
  if (handle === null) return '';
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(16_384), 0, 16_384, from);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** A start that failed for a reason that passes by itself, and what the log says of it. */
const PASSING = [
  // Somebody took the port between our choice and the server's start.
  /Address already in use|could not bind/,
  // A killed server's last child has not noticed yet, and still holds the shared memory.
  /pre-existing shared memory block/,
];

function cannotStart(home: Home, log: string): DomainError {
  const reason = log
    .split('\n')
    .filter((line) => /FATAL|PANIC|ERROR/.test(line))
    .at(-1);
  return new DomainError(
    'unavailable',
    /No space left/.test(log)
      ? `Il n'y a plus d'espace sur le disque de ${home.dir} : PostgreSQL ne peut pas démarrer.`
      : `PostgreSQL n'a pas démarré. Son journal est ${home.logFile}` +
          `${reason === undefined ? '' : ` ; il dit : ${reason}`}`,
  );
}

async function launch(home: Home, { fsync, choosePort = freePort }: StartOptions): Promise<number> {
  if ((await size(home.logFile)) > MAX_LOG_BYTES) await rename(home.logFile, `${home.logFile}.1`);
  let log = '';
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const port = await choosePort(attempt === 0 ? await readPort(home) : null);
    const logged = await size(home.logFile);
    const started = await runProgram(
      program(home.binaries, 'pg_ctl'),
      [
        'start',
        ...['-D', home.clusterDir, '-l', home.logFile],
        ...['-w', '-t', String(PATIENCE_SECONDS)],
        ...['-o', serverOptions({ port, fsync })],
      ],
      home.account,
    );
    if (started.status === 0) {
      await recordPort(home, port);
      return port;
    }
    log = (await logSince(home.logFile, logged)) || started.output;
    if (!PASSING.some((sign) => sign.test(log))) break;
    await delay(RETRY_MS);
  }
  throw cannotStart(home, log);
}

/**
 * Finds the server of this folder, or starts it. A live one is adopted; one that is starting or
 * stopping (its starter was killed) is waited for; what a dead one left is cleared away.
 *
 * @param home its data folder's lock is held by the caller
 * @returns the port it answers at, on 127.0.0.1
 * @throws DomainError `unavailable`, with where the server's log is
 */
export async function startOrAdopt(home: Home, options: StartOptions): Promise<number> {
  const deadline = performance.now() + PATIENCE_SECONDS * 1000;
  for (;;) {
    const state = await postmasterState(home.clusterDir);
    // PostgreSQL would take another process that has the dead server's number for that server.
    if (state.kind === 'stale') await rm(pidFile(home.clusterDir), { force: true });
    if (state.kind !== 'live') return await launch(home, options);
    if (state.port !== null && (await answersFor(home, state.port))) {
      await recordPort(home, state.port);
      return state.port;
    }
    if (performance.now() > deadline) {
      throw new DomainError(
        'unavailable',
        `Un PostgreSQL (processus ${state.pid}) tient ${home.clusterDir} mais ne répond pas. ` +
          `Son journal est ${home.logFile}. Arrêtez ce processus, puis recommencez.`,
      );
    }
    await delay(RETRY_MS);
  }
}

/** Stops the server, its last transactions safe on disk; nothing happens if it does not run. */
export async function stopServer(home: Home): Promise<void> {
  if ((await postmasterState(home.clusterDir)).kind !== 'live') return;
  const stopped = await runProgram(
    program(home.binaries, 'pg_ctl'),
    ['stop', '-D', home.clusterDir, '-m', 'fast', '-w', '-t', String(PATIENCE_SECONDS)],
    home.account,
  );
  if (stopped.status === 0 || (await postmasterState(home.clusterDir)).kind !== 'live') return;
  throw new DomainError(
    'unavailable',
    `PostgreSQL ne s'est pas arrêté. Son journal est ${home.logFile}. (${stopped.output})`,
  );
}
