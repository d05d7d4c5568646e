import { FileChild, type IContext, type IXmlableObject, type TableRow } from 'docx';
import { xmlText } from '#platform/workbook/xml-text.ts';
import { TABLE_STYLES } from './style-ids.ts';

interface Shape {
  /** Said to those who cannot see it. */
  readonly caption: string;
  /** In twips. */
  readonly columnWidths: readonly number[];
  /** Whether its first column names its rows. */
  readonly rowHeaders: boolean;
  /** Whether it is set close. */
  readonly close: boolean;
  /** Makes the rows, one after the other. */
  readonly rows: () => Iterable<TableRow>;
}

/**
 * A table that says what it shows, which docx’s own does not, and whose rows are made as they are
 * written: those of a plan of 1,600 measures would not stand in memory together.
 */
export class CaptionedTable extends FileChild {
  readonly #shape: Shape;

  constructor(shape: Shape) {
    super('w:tbl');
    this.#shape = shape;
  }

  override prepForXml(context: IContext): IXmlableObject {
    const { caption, columnWidths, close, rowHeaders, rows } = this.#shape;
    const width = columnWidths.reduce((sum, column) => sum + column, 0);
    const properties = [
      tag('w:tblStyle', { 'w:val': close ? TABLE_STYLES.close : TABLE_STYLES.ordinary }),
      tag('w:tblW', { 'w:w': width, 'w:type': 'dxa' }),
      tag('w:tblLayout', { 'w:type': 'fixed' }),
      tag('w:tblLook', {
        // The same in the form that older readers know.
        'w:val': rowHeaders ? '06A0' : '0620',
        'w:firstRow': 1,
        'w:firstColumn': Number(rowHeaders),
        'w:noHBand': 1,
        'w:noVBand': 1,
      }),
      tag('w:tblCaption', { 'w:val': xmlText(caption) }),
    ];
    const grid = columnWidths.map((column) => tag('w:gridCol', { 'w:w': column }));
    const written: unknown[] = [{ 'w:tblPr': properties }, { 'w:tblGrid': grid }];
    for (const row of rows()) written.push(row.prepForXml(context));
    return { 'w:tbl': written };
  }
}

function tag(name: string, attributes: Readonly<Record<string, string | number>>): object {
  return { [name]: { _attr: attributes } };
}
