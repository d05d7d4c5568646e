import { type FileChild, Paragraph } from 'docx';
import type { Document } from '../document.ts';
import { drawingRun } from './drawing-run.ts';
import { runsOf } from './inlines.ts';
import { textWidth } from './pages.ts';
import { STYLES } from './style-ids.ts';
import { plainRuns } from './text-runs.ts';
import type { Writing } from './writing.ts';

/** In points. */
const LOGO_HEIGHT = 64;
const LOGO_MOST_WIDTH = 220;

/** In twips: what stands above the title when the logo does, and when it does not. */
const ABOVE_TITLE = { withLogo: 2300, alone: 3500 };

/** The first page: whose it is, what it is, as of when, and whether it is final. */
export function coverChildren(document: Document, writing: Writing): FileChild[] {
  const { body, title, subtitle, dateline, draft, marks, language } = document;
  const lines: [style: string, text: string | null][] = [
    [STYLES.subject, body],
    [STYLES.title, title],
    [STYLES.subtitle, subtitle],
    [STYLES.date, dateline],
    [STYLES.draft, draft],
  ];
  const above = marks.logo ? ABOVE_TITLE.withLogo : ABOVE_TITLE.alone;
  return [
    ...(marks.logo ? [logo(marks.logo, writing)] : []),
    ...lines
      .flatMap(([style, text]) => (text === null ? [] : [{ style, text }]))
      .map(
        ({ style, text }, index) =>
          new Paragraph({
            style,
            children: plainRuns(text, language),
            ...(index === 0 && { spacing: { before: above } }),
          }),
      ),
    ...colophon(document, writing),
    new Paragraph({ style: STYLES.afterTable }),
  ];
}

function logo(
  { svg, ratio, alt }: NonNullable<Document['marks']['logo']>,
  writing: Writing,
): Paragraph {
  const width = Math.min(LOGO_HEIGHT * ratio, LOGO_MOST_WIDTH);
  const run = drawingRun({ svg, width, height: width / ratio, alt }, writing);
  return new Paragraph({ style: STYLES.logo, children: [run] });
}

/** Lines in a frame that keeps to the foot of the page, however long the title is. */
function colophon({ colophon: lines }: Document, writing: Writing): Paragraph[] {
  return lines.map(
    (line) =>
      new Paragraph({
        style: STYLES.colophon,
        children: runsOf(line, writing),
        frame: {
          type: 'alignment',
          width: textWidth('portrait'),
          anchor: { horizontal: 'margin', vertical: 'margin' },
          alignment: { x: 'left', y: 'bottom' },
          wrap: 'around',
        },
      }),
  );
}
