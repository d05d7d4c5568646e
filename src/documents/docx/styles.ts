import type { ICharacterStyleOptions, IParagraphStyleOptions, IPropertiesOptions } from 'docx';
import type { Document } from '../document.ts';
import { LOCALES } from './locales.ts';
import { FONTS, INK, QUIET, SANS, SECONDARY, SERIF, TONES } from './look.ts';
import { contentsStyles, coverStyles } from './opening-styles.ts';
import { pageStyles } from './page-styles.ts';
import { MARKS } from './style-ids.ts';
import { tableTextStyles } from './table-text-styles.ts';

/**
 * What every style is based on. Not said as the file’s defaults: LibreOffice would put those above the
 * styles of runs in tables.
 */
const NORMAL: IParagraphStyleOptions = {
  id: 'Normal',
  name: 'Normal',
  quickFormat: true,
  run: { font: SANS, size: 21, color: INK },
  paragraph: { spacing: { line: 281, after: 0, lineRule: 'auto' } },
};

/** No document has headings so deep; a colleague may add some. */
const MINOR_HEADING = {
  run: { font: SANS, bold: true, color: SECONDARY },
  paragraph: { keepNext: true, spacing: { before: 200, after: 40 } },
};

/**
 * The fonts and colours that the styles name: changing them in Word's Design tab changes the whole
 * file.
 */
export function themeOf({ marks }: Document): NonNullable<IPropertiesOptions['theme']> {
  const accent = accentOf(marks);
  return {
    name: 'Passerelle',
    colors: { dark1: INK, dark2: SECONDARY, accent1: accent, hyperlink: accent },
    fonts: { headings: FONTS.headings, body: FONTS.body },
  };
}

/**
 * The styles of the whole file.
 *
 * @param contentsWidth in twips: where the page numbers of the table of contents end
 */
export function stylesOf(
  document: Document,
  contentsWidth: number,
): NonNullable<IPropertiesOptions['styles']> {
  const accent = accentOf(document.marks);
  return {
    default: {
      document: {
        run: { language: { value: LOCALES[document.language], bidirectional: 'ar-SA' } },
      },
      title: {
        run: { font: SERIF, size: 68, bold: true, color: INK },
        paragraph: { spacing: { line: 240, after: 120, lineRule: 'auto' }, keepLines: true },
      },
      heading1: {
        run: { font: SERIF, size: 40, bold: true, color: INK },
        paragraph: {
          keepNext: true,
          keepLines: true,
          spacing: { before: 260, after: 140, line: 252, lineRule: 'auto' },
        },
      },
      heading2: {
        run: { font: SERIF, size: 29, bold: true, color: INK },
        paragraph: {
          keepNext: true,
          keepLines: true,
          spacing: { before: 360, after: 100, line: 252, lineRule: 'auto' },
        },
      },
      heading3: {
        run: { font: SANS, size: 23, bold: true, color: INK },
        paragraph: {
          keepNext: true,
          keepLines: true,
          spacing: { before: 260, after: 60, line: 252, lineRule: 'auto' },
        },
      },
      heading4: MINOR_HEADING,
      heading5: MINOR_HEADING,
      heading6: MINOR_HEADING,
      caption: {
        run: { size: 19, color: SECONDARY },
        paragraph: { spacing: { before: 80, after: 160 }, keepNext: true, keepLines: true },
      },
      hyperlink: { run: { color: accent, underline: { type: 'single' } } },
      footnoteReference: { run: { superScript: true, color: accent } },
      footnoteText: {
        run: { size: 18, color: SECONDARY },
        paragraph: { spacing: { line: 252, after: 40, lineRule: 'auto' } },
      },
    },
    paragraphStyles: [
      NORMAL,
      ...pageStyles(accent),
      ...coverStyles(accent),
      ...contentsStyles(contentsWidth),
      ...tableTextStyles(),
    ],
    characterStyles: characterStyles(accent),
  };
}

function accentOf({ accent }: Document['marks']): string {
  return accent.slice(1);
}

function characterStyles(accent: string): ICharacterStyleOptions[] {
  const style = (
    id: string,
    name: string,
    run: NonNullable<ICharacterStyleOptions['run']>,
  ): ICharacterStyleOptions => ({
    id,
    name,
    basedOn: 'DefaultParagraphFont',
    quickFormat: true,
    run,
  });
  return [
    style(MARKS.strong, 'Strong', { bold: true }),
    style(MARKS.emphasis, 'Emphasis', { italics: true }),
    style(MARKS.late, 'Ton : en retard', { color: TONES.late }),
    style(MARKS.due, 'Ton : à échéance', { color: TONES.due }),
    style(MARKS.done, 'Ton : fait', { color: TONES.done }),
    style(MARKS.doubt, 'Ton : incertain', { color: TONES.doubt }),
    style(MARKS.quiet, 'Ton : discret', { color: TONES.quiet }),
    style(MARKS.groupNumber, 'Numéro de groupe', { font: SERIF, bold: true, color: QUIET }),
    style(MARKS.draft, 'Mention en tête', { bold: true, color: TONES.due }),
    style(MARKS.captionNumber, 'Numéro de légende', { bold: true, color: accent }),
    style(MARKS.detailLabel, 'Intitulé de détail', { color: QUIET }),
  ];
}
