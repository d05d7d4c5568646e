const RISKY = /^'*\s*[=+\-@]/;

/**
 * A text that a spreadsheet would take for a formula gets an apostrophe in front, so that opening
 * an exported file runs nothing. Texts that already look protected get one more, so that
 * {@link restore} is its exact inverse.
 */
export function neutralise(text: string): string {
  return RISKY.test(text) || /^'*[\t\r]/.test(text) ? `'${text}` : text;
}

/** Takes off the one apostrophe that {@link neutralise} puts. */
export function restore(text: string): string {
  return text.startsWith("'") && (RISKY.test(text) || /^'+[\t\r]/.test(text))
    ? text.slice(1)
    : text;
}
