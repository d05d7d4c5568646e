/**
 * What the XML of a Word or Excel file can hold of a text. Line ends become `\n`; control characters
 * and those Unicode sets aside as no character go; half a surrogate pair becomes U+FFFD. One such
 * character left in would make Word and Excel refuse the whole file.
 */
export function xmlText(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/\r\n?|[\v\f\u2028\u2029]/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to remove
      .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\p{Noncharacter_Code_Point}]/gu, '')
  );
}
