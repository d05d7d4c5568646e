import { Footer, Header, type ISectionOptions, Paragraph, Tab, TextRun } from 'docx';
import type { Document, Section } from '../document.ts';
import { MARKS, STYLES } from './style-ids.ts';
import { closeField, openField } from './tag.ts';
import { plainRuns } from './text-runs.ts';

type Orientation = Section['orientation'];

/* US Letter, in twips. */
const SHORT_SIDE = 12_240;
const LONG_SIDE = 15_840;

/** Wider pages have wider tables, and need less room around them. */
const SIDE_MARGINS: Readonly<Record<Orientation, number>> = { portrait: 1440, landscape: 1080 };

/** How wide the text of a page is, in twips. */
export function textWidth(orientation: Orientation): number {
  const page = orientation === 'portrait' ? SHORT_SIDE : LONG_SIDE;
  return page - 2 * SIDE_MARGINS[orientation];
}

/** A new page of US Letter, held one way or the other. */
export function pageProperties(
  orientation: Orientation,
): NonNullable<ISectionOptions['properties']> {
  const side = SIDE_MARGINS[orientation];
  return {
    type: 'nextPage',
    page: {
      size: { width: SHORT_SIDE, height: LONG_SIDE, orientation, code: 1 },
      margin: { top: 1300, bottom: 1020, left: side, right: side, header: 640, footer: 540 },
    },
  };
}

/** What stands at the head and the foot of pages: the running head, the draft's mark, the page. */
export function headAndFoot(
  document: Document,
  orientation: Orientation,
): Pick<ISectionOptions, 'headers' | 'footers'> {
  const { language, draft, runningHead } = document;
  const mark =
    draft === null
      ? []
      : [
          new TextRun({ children: [new Tab()] }),
          ...plainRuns(draft, language, { style: MARKS.draft }),
        ];
  const head = new Paragraph({
    style: STYLES.runningHead,
    tabStops: [{ type: 'right', position: textWidth(orientation) }],
    children: [...plainRuns(runningHead, language), ...mark],
  });
  const foot = new Paragraph({ style: STYLES.pageNumber, children: pageNumberRuns(document) });
  return {
    headers: { default: new Header({ children: [head] }) },
    footers: { default: new Footer({ children: [foot] }) },
  };
}

/** "Page 3 de 12", whose numbers Word counts. */
function pageNumberRuns({ words, language }: Document): TextRun[] {
  return words.page.split(/(\{pages?\})/).flatMap((part) => {
    if (part === '{page}') return [...openField('PAGE'), closeField()];
    if (part === '{pages}') return [...openField('NUMPAGES'), closeField()];
    return part === '' ? [] : plainRuns(part, language);
  });
}
