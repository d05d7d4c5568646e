/** What went wrong, in terms every surface (HTTP, command line, pages) knows how to present. */
export type DomainErrorCode =
  | 'invalid'
  | 'not-found'
  | 'forbidden'
  | 'conflict'
  | 'too-large'
  | 'too-many'
  | 'unsupported'
  | 'unavailable';

/**
 * The one error a use case throws on purpose. Its message is in French, says what is wrong, where,
 * and what to do; anything else that is thrown is a defect and is shown only as a reference number.
 */
export class DomainError extends Error {
  readonly code: DomainErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    code: DomainErrorCode,
    message: string,
    details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'DomainError';
    this.code = code;
    this.details = details;
  }
}
