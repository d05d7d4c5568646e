import { parentPort, workerData } from 'node:worker_threads';
import { DomainError, type DomainErrorCode } from '#platform/errors/domain-error.ts';
import { type ParseJob, parseFollowUp } from './parse-job.ts';
import type { FollowUpReading } from './table.ts';

/** What the thread answers: a reading, or the refusal in a form that crosses threads. */
export type ThreadAnswer =
  | { reading: FollowUpReading }
  | { refusal: { code: DomainErrorCode; message: string; details: Record<string, unknown> } };

const job: ParseJob = workerData;

parentPort?.postMessage(await answer());

async function answer(): Promise<ThreadAnswer> {
  try {
    return { reading: await parseFollowUp(job) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, message, details } = error;
    return { refusal: { code, message, details: { ...details } } };
  }
}
