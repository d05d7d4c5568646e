import { xmlText } from './xml-text.ts';

const LONGEST = 31;

/** Excel keeps these to itself, in English and in French. */
const RESERVED: readonly string[] = ['history', 'historique'];

/**
 * A name that Excel accepts for a sheet, as near as can be to the one wanted: at most 31 characters,
 * some forbidden, and none twice in one workbook, case aside.
 *
 * @param taken the names of the workbook's other sheets
 * @param fallback what it is called when nothing is left of the wanted name
 */
export function sheetName(wanted: string, taken: readonly string[], fallback: string): string {
  const others = new Set([...RESERVED, ...taken.map((name) => name.toLowerCase())]);
  const name = shorten(wanted, LONGEST) || fallback;
  if (!others.has(name.toLowerCase())) return name;
  for (let rank = 2; ; rank += 1) {
    const suffix = ` (${rank})`;
    const numbered = shorten(name, LONGEST - suffix.length) + suffix;
    if (!others.has(numbered.toLowerCase())) return numbered;
  }
}

function shorten(name: string, length: number): string {
  const allowed = xmlText(name).replace(/[[\]:*?/\\\n\t]/g, ' ');
  const cut = allowed
    .trim()
    .slice(0, length)
    .replace(/[\ud800-\udbff]$/, '');
  return cut.replace(/^'+|'+$/g, '').trim();
}
