import { Worker } from 'node:worker_threads';
import { DomainError } from '#platform/errors/domain-error.ts';
import { DEFAULT_LIMITS, type ReadLimits } from './limits.ts';
import type { ParseJob } from './parse-job.ts';
import type { ThreadAnswer } from './parse-thread.ts';
import { refusals } from './refusals.ts';
import type { ColumnMapping, FollowUpReading } from './table.ts';

export interface ParseInput {
  bytes: Uint8Array;
  fileName: string;
  mapping?: ColumnMapping;
  knownNames?: readonly string[];
  limits?: Partial<ReadLimits>;
}

/**
 * Reads a follow-up file in a thread of its own, with its own heap and a time limit, so that a
 * hostile file can neither freeze nor kill the server that received it.
 *
 * @throws DomainError `invalid`, `unsupported`, `too-large`, in French, with what to do.
 */
export async function parseFollowUpFile(input: ParseInput): Promise<FollowUpReading> {
  const limits = { ...DEFAULT_LIMITS, ...input.limits };
  // Checked before the bytes are copied into the thread.
  if (input.bytes.length > limits.fileBytes) {
    throw refusals.fileTooLarge(input.bytes.length, limits.fileBytes);
  }
  const job: ParseJob = {
    bytes: new Uint8Array(input.bytes),
    fileName: input.fileName,
    mapping: input.mapping ?? {},
    knownNames: input.knownNames ?? [],
    limits,
  };
  const worker = new Worker(new URL('./parse-thread.ts', import.meta.url), {
    workerData: job,
    transferList: [job.bytes.buffer as ArrayBuffer],
    resourceLimits: {
      maxOldGenerationSizeMb: limits.heapMegabytes,
      maxYoungGenerationSizeMb: 32,
    },
  });
  try {
    const answer = await firstAnswer(worker, limits);
    if ('reading' in answer) return answer.reading;
    const { code, message, details } = answer.refusal;
    throw new DomainError(code, message, details);
  } finally {
    await worker.terminate();
  }
}

function firstAnswer(worker: Worker, limits: ReadLimits): Promise<ThreadAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<ThreadAnswer>();
  const timer = setTimeout(
    () => reject(refusals.tooSlow(limits.milliseconds)),
    limits.milliseconds,
  );
  worker.once('message', resolve);
  worker.once('error', (error: NodeJS.ErrnoException) => {
    const outOfMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    reject(outOfMemory ? refusals.tooHeavy(limits.heapMegabytes) : error);
  });
  worker.once('exit', (code) => reject(new Error(`the reading thread exited with code ${code}`)));
  return promise.finally(() => clearTimeout(timer));
}
