import { randomBytes } from 'node:crypto';
import { log } from './log.ts';

const run = randomBytes(3).toString('hex');
let requests = 0;

/** A name for one request, which a person can quote and the journal can be searched for. */
export function makeReference(): string {
  requests += 1;
  return `${run}-${requests.toString(36)}`;
}

/** Writes an unexpected error to the journal and returns the reference it is written under. */
export function reportDefect(error: unknown, reference: string = makeReference()): string {
  log.error({ reference, err: error }, 'unexpected error');
  return reference;
}
