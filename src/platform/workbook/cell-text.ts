import { neutralise } from './neutralise.ts';
import { xmlText } from './xml-text.ts';

/** Excel’s limit, in UTF-16 units: it repairs a file that has more, by cutting the text. */
export const CELL_LIMIT = 32_767;

/**
 * A text as the cell of a workbook holds it: without what XML cannot hold, neutralised, and with the
 * sequences that a workbook would take for character codes escaped.
 */
export function cellText(text: string): string {
  return escapeCodes(neutralise(xmlText(text)));
}

/** How much of {@link CELL_LIMIT} a text takes: escapes are read back as one character each. */
export function cellLength(text: string): number {
  return neutralise(xmlText(text)).length;
}

function escapeCodes(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}
