import { CELL_GAPS, HAIRLINE, INK } from './look.ts';
import { TABLE_STYLES } from './style-ids.ts';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/**
 * Hairlines between rows and a rule above the headings; the rest is white space, less of it in tables
 * that are set close. docx has no form for the style of a table, so this is the XML that Word writes.
 *
 * @returns a style sheet that holds the two styles
 */
export function tableStyleSheet(): string {
  const line = (side: string, size: number, color: string) =>
    `<w:${side} w:val="single" w:sz="${size}" w:space="0" w:color="${color}"/>`;
  const borders = [line('top', 8, INK), line('bottom', 4, HAIRLINE), line('insideH', 4, HAIRLINE)];
  return (
    `<w:styles xmlns:w="${WORD}">` +
    style(TABLE_STYLES.ordinary, 'Tableau à filets', 'TableNormal', [
      `<w:tblBorders>${borders.join('')}</w:tblBorders>`,
      margins({ top: 60, left: 0, bottom: 55, right: CELL_GAPS.ordinary }),
    ]) +
    style(TABLE_STYLES.close, 'Tableau serré', TABLE_STYLES.ordinary, [
      margins({ top: 12, left: 0, bottom: 12, right: CELL_GAPS.close }),
    ]) +
    '</w:styles>'
  );
}

function style(id: string, name: string, basedOn: string, properties: readonly string[]): string {
  return (
    `<w:style w:type="table" w:customStyle="1" w:styleId="${id}">` +
    `<w:name w:val="${name}"/><w:basedOn w:val="${basedOn}"/><w:uiPriority w:val="59"/>` +
    `<w:tblPr>${properties.join('')}</w:tblPr></w:style>`
  );
}

/** Within cells, in twips. */
function margins(sides: Readonly<Record<'top' | 'left' | 'bottom' | 'right', number>>): string {
  const margin = ([side, width]: [string, number]) => `<w:${side} w:w="${width}" w:type="dxa"/>`;
  return `<w:tblCellMar>${Object.entries(sides).map(margin).join('')}</w:tblCellMar>`;
}
