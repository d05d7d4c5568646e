import type { Config } from '#platform/config/config.ts';
import {
  type AcquiredDatabase,
  acquireDatabase,
} from '#platform/database/embedded/acquire-database.ts';

const STOPS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/**
 * Runs a command's work with the database, which is given back whatever happens: beside a running
 * server, that server's; alone, the embedded one, started and stopped. A signal to stop cancels the
 * work, gives the database back, and then ends the process as the signal would have; a second one
 * ends it at once.
 *
 * @param work must give up when its signal is aborted
 */
export async function withDatabase<T>(
  config: Config,
  work: (database: AcquiredDatabase, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const stopping = new AbortController();
  const stop = (signal: NodeJS.Signals) => {
    stopListening();
    stopping.abort(signal);
  };
  const stopListening = () => {
    for (const signal of STOPS) process.off(signal, stop);
  };
  for (const signal of STOPS) process.on(signal, stop);
  try {
    const database = await acquireDatabase(config);
    try {
      stopping.signal.throwIfAborted();
      return await work(database, stopping.signal);
    } finally {
      await database.release();
    }
  } finally {
    stopListening();
    if (stopping.signal.aborted) process.kill(process.pid, stopping.signal.reason);
  }
}
