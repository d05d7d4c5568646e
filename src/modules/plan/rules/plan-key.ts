/** A key stands in addresses and file names. */
const LONGEST = 80;

/** Whether a text can name a plan: "pole-2019-2024". Anything else names none, whatever it holds. */
export function isPlanKey(text: string): boolean {
  return text.length <= LONGEST && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
}
