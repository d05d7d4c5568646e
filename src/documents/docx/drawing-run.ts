import { type IContext, ImageRun, type IXmlableObject, Run, XmlComponent } from 'docx';
import { xmlText } from '#platform/workbook/xml-text.ts';
import type { Graphic } from '../document.ts';
import { Tag } from './tag.ts';
import type { Writing } from './writing.ts';

type Drawing = Omit<Graphic, 'kind'>;

/**
 * A drawing in a line.
 *
 * @param drawing its size in points; its `alt` null where it is decoration, and marked so
 * @param raised in points above the line
 */
export function drawingRun(drawing: Drawing, writing: Writing, raised = 0): Run {
  // In half-points, as Word counts; docx would write a unit, which older ones do not read.
  const position = new Tag('w:position', { 'w:val': 2 * raised });
  const properties = raised === 0 ? [] : [new Tag('w:rPr', {}, [position])];
  return new Run({ children: [...properties, new DrawingElement(drawing, writing)] });
}

/**
 * What Word holds of a picture is long, and the same wherever the picture stands: it is made once, then
 * written with the number and the words of each place.
 */
class DrawingElement extends XmlComponent {
  readonly #drawing: Drawing;
  readonly #writing: Writing;

  constructor(drawing: Drawing, writing: Writing) {
    super('w:drawing');
    this.#drawing = drawing;
    this.#writing = writing;
  }

  override prepForXml(context: IContext): IXmlableObject {
    const inline = this.#inline(context).map((part) =>
      'wp:docPr' in part ? { 'wp:docPr': this.#properties() } : part,
    );
    return { 'w:drawing': [{ 'wp:inline': inline }] };
  }

  /** The parts of the picture’s element, made where it first stands. */
  #inline(context: IContext): readonly IXmlableObject[] {
    const { svg, width, height } = this.#drawing;
    const { pictures, inlines } = this.#writing;
    const key = `${width} ${height} ${svg}`;
    const known = inlines.get(key);
    if (known) return known;
    const picture = pictures.of(svg, width);
    const run = new ImageRun({
      type: 'svg',
      data: picture.svg,
      fallback: { type: 'png', data: picture.png },
      transformation: { width: pixels(width), height: pixels(height) },
      // Its number is that of each place.
      altText: { id: '0' },
    });
    const made = within(run.prepForXml(context), ['w:r', 'w:drawing', 'wp:inline']);
    inlines.set(key, made);
    return made;
  }

  #properties(): readonly object[] {
    const { alt } = this.#drawing;
    const id = this.#writing.nextId();
    const named = { id, name: `Image ${id}`, ...(alt !== null && { descr: xmlText(alt) }) };
    return [{ _attr: named }, ...(alt === null ? [DECORATION] : [])];
  }
}

const DRAWING_ML = 'http://schemas.openxmlformats.org/drawingml/2006/main';

/** What Word writes of a picture that is marked as decoration. */
const DECORATION = {
  'a:extLst': [
    { _attr: { 'xmlns:a': DRAWING_ML } },
    {
      'a:ext': [
        { _attr: { uri: '{C183D7F6-B498-43B3-948B-1728B52AA6E4}' } },
        {
          'adec:decorative': {
            _attr: {
              'xmlns:adec': 'http://schemas.microsoft.com/office/drawing/2017/decorative',
              val: 1,
            },
          },
        },
      ],
    },
  ],
};

/** @throws Error when docx writes pictures otherwise than it did */
function within(
  element: IXmlableObject | undefined,
  path: readonly string[],
): readonly IXmlableObject[] {
  let parts: readonly IXmlableObject[] = element ? [element] : [];
  for (const name of path) {
    const found: unknown = parts.find((part) => name in part)?.[name];
    if (!Array.isArray(found)) throw new Error(`no ${name} in the picture that docx wrote`);
    parts = found;
  }
  return parts;
}

/** docx counts 96 to the inch. */
function pixels(points: number): number {
  return (points * 96) / 72;
}
