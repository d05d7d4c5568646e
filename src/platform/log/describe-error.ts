import { redact } from './redact.ts';

/** What the database says of an error without repeating what was to be written. */
const KEPT = ['code', 'severity', 'schema', 'table', 'column', 'constraint', 'routine'] as const;

export interface ErrorDescription {
  readonly type: string;
  readonly message: string;
  readonly stack?: string;
  readonly cause?: ErrorDescription;
  readonly [kept: string]: unknown;
}

const DEEPEST = 4;

/**
 * An error as the log keeps it: its name, its words and where it was thrown, without secrets. Of its
 * other properties only those of an allow-list: a database error repeats the row in `detail`, a client
 * its request with its headers.
 */
export function describeError(error: unknown, depth = 0): ErrorDescription {
  if (!(error instanceof Error)) return { type: typeof error, message: redact(String(error)) };
  const properties = error as unknown as Readonly<Record<string, unknown>>;
  const kept = KEPT.flatMap((name) => {
    const value = properties[name];
    return typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [];
  });
  return {
    ...Object.fromEntries(kept),
    type: error.name,
    message: redact(error.message),
    ...(error.stack === undefined ? {} : { stack: redact(error.stack) }),
    ...(error.cause === undefined || depth === DEEPEST
      ? {}
      : { cause: describeError(error.cause, depth + 1) }),
  };
}
