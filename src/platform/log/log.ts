import pino from 'pino';
import { describeError } from './describe-error.ts';

/**
 * The journal: one JSON object a line, on standard error, so that standard output stays the commands'.
 * Errors go in without secrets; nothing else that a visitor sent does.
 */
export const log = pino(
  {
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: (error: unknown) => describeError(error) },
  },
  pino.destination({ dest: 2, sync: true }),
);
