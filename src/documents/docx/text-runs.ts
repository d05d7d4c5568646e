import { type IRunOptions, TextRun } from 'docx';
import { xmlText } from '#platform/workbook/xml-text.ts';
import type { Text } from '../document.ts';
import { spaced } from '../typography.ts';
import { LOCALES } from './locales.ts';
import { MARKS } from './style-ids.ts';
import type { Writing } from './writing.ts';

const RIGHT_TO_LEFT =
  '\\p{Script=Hebrew}\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}';

/** Words of a right-to-left script, with what stands between them. */
const RIGHT_TO_LEFT_WORDS = new RegExp(
  `([${RIGHT_TO_LEFT}](?:[^\\p{L}]*[${RIGHT_TO_LEFT}\\p{M}])*)`,
  'u',
);

const STARTS_RIGHT_TO_LEFT = new RegExp(`^[^\\p{L}]*[${RIGHT_TO_LEFT}]`, 'u');

/** Whether a paragraph of this text is read from the right: its first letter says so. */
export function readsFromRight(text: string): boolean {
  return STARTS_RIGHT_TO_LEFT.test(text);
}

/** A text of the document as runs, with the marks it has. */
export function textRuns(text: Text, writing: Writing): TextRun[] {
  const { lang } = text;
  return plainRuns(text.text, lang ?? writing.language, {
    ...marksOf(text),
    ...(lang && lang !== writing.language && { language: { value: LOCALES[lang] } }),
  });
}

/**
 * A text as runs: one for each line and each direction of reading, with the spaces of its language and
 * without what XML cannot hold.
 */
export function plainRuns(
  text: string,
  language: 'fr' | 'en',
  options: IRunOptions = {},
): TextRun[] {
  const lines = spaced(xmlText(text), language).replaceAll('\t', ' ').split('\n');
  return lines.flatMap((line, index) => [
    ...(index > 0 ? [new TextRun({ ...options, break: 1 })] : []),
    ...line
      .split(RIGHT_TO_LEFT_WORDS)
      .map((part, rank) => ({ part, fromRight: rank % 2 === 1 }))
      .filter(({ part }) => part !== '')
      .map(
        ({ part, fromRight }) =>
          new TextRun({ ...options, text: part, ...(fromRight && { rightToLeft: true }) }),
      ),
  ]);
}

/** A style says what one can: bold and italics are added only to a tone, or to each other. */
function marksOf({ strong, emphasis, tone }: Text): IRunOptions {
  const italics = emphasis && (tone || strong) ? { italics: true } : {};
  if (tone) return { style: MARKS[tone], ...(strong && { bold: true }), ...italics };
  if (strong) return { style: MARKS.strong, ...italics };
  return emphasis ? { style: MARKS.emphasis } : {};
}
