/**
 * Tidies a text as a spreadsheet holds it: soft hyphens, zero-width marks and control characters
 * go, line breaks become `\n`, tabs become spaces, the ends are trimmed. No-break spaces stay:
 * they are typography.
 */
export function tidy(text: string): string {
  return (
    text
      .toWellFormed()
      .normalize('NFC')
      .replace(/\r\n?|\v|\f|\u2028|\u2029/g, '\n')
      .replace(/\t/g, ' ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to remove
      .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u200b\u2060\ufeff\ufffe\uffff]/g, '')
      .split('\n')
      .map((line) => line.trimEnd())
      .join('\n')
      .trim()
  );
}

/** The same on one line, every run of white space being one ordinary space. */
export function oneLine(text: string): string {
  return tidy(text).replace(/\s+/g, ' ');
}

/**
 * Reduces a text to what counts when comparing: lower case, no accents, no punctuation.
 * `#` and `%` stay as words, for they are headings of their own.
 */
export function fold(text: string): string {
  return tidy(text)
    .replace(/°|º/g, 'o')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/([#%])/g, ' $1 ')
    .replace(/[^\p{L}\p{N}#%]+/gu, ' ')
    .trim();
}
