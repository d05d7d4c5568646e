import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Workshop } from '../support/workshop.ts';
import type { LoadJob, LoadResult } from './job.ts';

const SCRIPT = fileURLToPath(import.meta.resolve('./generate.ts'));

/** Runs one job at a time. */
export type Generator = (job: LoadJob) => Promise<LoadResult>;

export function startGenerator(workshop: Workshop): Generator {
  const child = workshop.start(process.execPath, [SCRIPT], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit').then(() => {
    throw new Error('the load could not be generated; why is said above');
  });
  // Who waits for a result hears of it; between two jobs, nobody does.
  ended.catch(() => undefined);
  return async (job) => {
    const answer = once(child, 'message');
    child.send(job);
    const [result] = await Promise.race([answer, ended]);
    return result as LoadResult;
  };
}
