/** The part of the package, which ships no types, that the tests use. */
declare module 'edtf' {
  /** Throws when the text is not a date of ISO 8601-2. */
  export function parse(text: string): unknown;
}
