import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { chmod, mkdtemp, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where a run keeps its files and what it starts, so that nothing of either is left behind. */
export interface Workshop {
  readonly folder: string;
  /** The data folder of the site that is measured. */
  readonly dataDir: string;
  /** Ours, without what would lead elsewhere than this folder. */
  readonly environment: NodeJS.ProcessEnv;
  readonly start: (file: string, args: readonly string[], options?: SpawnOptions) => ChildProcess;
  /** Asks a process to stop if it still runs, and waits for its end. */
  readonly end: (child: ChildProcess) => Promise<void>;
  /** Ends what still runs, latest first; from then on nothing is started. */
  readonly close: () => Promise<void>;
}

export async function openWorkshop(): Promise<Workshop> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'passerelle-bench-'));
  // At the very end: work that is under way when the run is stopped may still write.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  // As root, PostgreSQL runs under an account of its own, which must be able to enter.
  await chmod(folder, 0o755);
  const dataDir = join(folder, 'data');
  const environment = environmentFor(dataDir);
  const running = new Set<ChildProcess>();
  let closed: Promise<void> | undefined;

  const start: Workshop['start'] = (file, args, options = {}) => {
    if (closed) throw new Error('the run is being stopped');
    const child = spawn(file, args, { env: environment, ...options });
    running.add(child);
    child.once('exit', () => running.delete(child));
    return child;
  };
  const clear = async () => {
    for (const child of [...running].reverse()) await end(child);
  };
  return {
    folder,
    dataDir,
    environment,
    start,
    end,
    close: () => {
      closed ??= clear();
      return closed;
    },
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  // Once: a server that is asked again drops everything, its database included.
  if (!child.killed) child.kill('SIGTERM');
  await exit;
}

/** The operator's own settings must not be measured, nor their database written to. */
function environmentFor(dataDir: string): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('PASSERELLE_') && name !== 'DATABASE_URL' && name !== 'SMTP_URL',
  );
  return {
    ...Object.fromEntries(kept),
    NODE_ENV: 'production',
    HOST: 'localhost',
    PORT: '0',
    PASSERELLE_DATA_DIR: dataDir,
    // A page of work is measured, not the setting up of a code.
    PASSERELLE_SECOND_FACTOR: 'aucun',
  };
}
