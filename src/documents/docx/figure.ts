import { type FileChild, Paragraph } from 'docx';
import type { Figure } from '../document.ts';
import { captionParagraph } from './caption.ts';
import { drawingRun } from './drawing-run.ts';
import { POINT } from './look.ts';
import { STYLES } from './style-ids.ts';
import { tableChildren } from './table.ts';
import { plainRuns } from './text-runs.ts';
import type { Writing } from './writing.ts';

/** A drawing, its caption, and the figures it is drawn from. @param width of the text, in twips */
export function figureChildren(figure: Figure, writing: Writing, width: number): FileChild[] {
  const scale = Math.min(1, width / POINT / figure.width);
  const drawing = drawingRun(
    { ...figure, width: figure.width * scale, height: figure.height * scale },
    writing,
  );
  return [
    new Paragraph({ style: STYLES.figure, children: [drawing] }),
    captionParagraph('figure', figure.caption, writing),
    new Paragraph({
      style: STYLES.dataTitle,
      children: plainRuns(writing.words.figureData, writing.language),
    }),
    ...tableChildren(figure.data, writing, width),
  ];
}
