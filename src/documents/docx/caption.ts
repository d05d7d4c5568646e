import { Paragraph, type ParagraphChild } from 'docx';
import { MARKS, STYLES } from './style-ids.ts';
import { closeField, openField } from './tag.ts';
import { plainRuns } from './text-runs.ts';
import type { Writing } from './writing.ts';

const EN_SPACE = '\u2002';

/**
 * "Figure 2 Avancement par thème": numbered by a field, so that Word counts again when one is moved
 * and can list them.
 */
export function captionParagraph(
  kind: 'figure' | 'table',
  caption: string,
  writing: Writing,
): Paragraph {
  const style = MARKS.captionNumber;
  const [before = '', after = ''] = writing.words[kind].split('{number}');
  const words = (text: string) => (text === '' ? [] : plainRuns(text, writing.language, { style }));
  const number: ParagraphChild[] = [
    ...words(before),
    ...openField(`SEQ ${sequenceOf(before + after)} \\* ARABIC`, { style }),
    ...words(String(writing.nextCaption(kind))),
    closeField({ style }),
    ...words(after),
  ];
  return new Paragraph({
    style: kind === 'figure' ? STYLES.caption : STYLES.tableCaption,
    children: [...number, ...plainRuns(`${EN_SPACE}${caption}`, writing.language)],
  });
}

/** The word by which Word knows a series, "Figure": the letters of the caption’s own. */
function sequenceOf(label: string): string {
  return label.replace(/[^\p{L}]/gu, '') || 'Illustration';
}
