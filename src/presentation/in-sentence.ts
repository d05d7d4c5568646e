/**
 * A text that began a sentence or a cell, as it goes inside a sentence: "Décembre 2020" loses its
 * capital, "T2 2024" and "MIFI" keep theirs. Only for texts that are not names.
 */
export function inSentence(text: string): string {
  return /^\p{Lu}(\p{Ll}|['’])/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
