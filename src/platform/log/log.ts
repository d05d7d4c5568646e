import pino from 'pino';

/** The journal: one JSON object a line, on standard error, so that standard output stays the commands'. */
export const log = pino(
  { base: null, timestamp: pino.stdTimeFunctions.isoTime },
  pino.destination({ dest: 2, sync: true }),
);
