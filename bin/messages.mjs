// What the set-up says, in French then in English.

/** A failure whose message is all that its reader needs: shown alone, without a stack trace. */
export class SetupError extends Error {
  /**
   * @param {string} french
   * @param {string} english
   */
  constructor(french, english) {
    super(`${french}\n${english}`);
    this.name = 'SetupError';
  }
}

/**
 * Tells what is going on, away from standard output, which belongs to the command.
 *
 * @param {string} text
 */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/**
 * Ends the process on an error: in one plain message when it was foreseen.
 *
 * @param {unknown} error
 * @returns {never}
 */
export function fail(error) {
  say(error instanceof SetupError ? error.message : String(error?.stack ?? error));
  process.exit(1);
}
