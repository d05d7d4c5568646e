import { FootnoteReferenceRun, Paragraph, type ParagraphChild, TextRun } from 'docx';
import type { Graphic, Inline } from '../document.ts';
import { drawingRun } from './drawing-run.ts';
import { Link } from './link.ts';
import { MARKS, STYLES } from './style-ids.ts';
import { plainRuns, textRuns } from './text-runs.ts';
import type { Writing } from './writing.ts';

/**
 * What stands in a line, as Word’s runs.
 *
 * @param room how wide the line is, in points: wider drawings are made smaller
 */
export function runsOf(
  content: readonly Inline[],
  writing: Writing,
  room = Number.POSITIVE_INFINITY,
): ParagraphChild[] {
  return content.flatMap((inline) => inlineRuns(inline, writing, room));
}

function inlineRuns(inline: Inline, writing: Writing, room: number): ParagraphChild[] {
  switch (inline.kind) {
    case 'text':
      return textRuns(inline, writing);
    case 'link': {
      const children = plainRuns(inline.text, writing.language, { style: MARKS.link });
      return [new Link(children, `Lien${writing.nextId()}`, inline.href)];
    }
    case 'graphic':
      return [graphicRun(inline, writing, room)];
    case 'break':
      return [new TextRun({ break: 1 })];
    case 'note': {
      const children = [new TextRun(' '), ...runsOf(inline.content, writing)];
      const note = new Paragraph({ style: STYLES.note, children });
      return [new FootnoteReferenceRun({ children: [note] })];
    }
  }
}

/** The middle of small letters above the line they stand on, in points at the size of the text. */
const MIDDLE_OF_TEXT = 3.2;

function graphicRun({ svg, width, height, alt }: Graphic, writing: Writing, room: number) {
  const scale = Math.min(1, room / width);
  const drawing = { svg, alt, width: width * scale, height: height * scale };
  return drawingRun(drawing, writing, Math.round(MIDDLE_OF_TEXT - drawing.height / 2));
}
