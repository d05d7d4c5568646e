import type { ILevelsOptions, INumberingOptions, IParagraphStylePropertiesOptions } from 'docx';
import { STYLES } from './style-ids.ts';

/**
 * The lists of pages and those of cells. U+FDD0 is no character: `xmlText` leaves it in no text, so
 * none can be taken for docx's own reference to a list, which it looks for in the whole file.
 */
const REFERENCES = { page: 'puces\ufdd0', cell: 'puces-de-cellule\ufdd0' } as const;

type Where = keyof typeof REFERENCES;

/** Real lists, tied to their styles: a paragraph needs no numbering of its own. */
export const NUMBERING: INumberingOptions = {
  config: [
    { reference: REFERENCES.page, levels: [level(STYLES.bullet, 360, 240)] },
    { reference: REFERENCES.cell, levels: [level(STYLES.tableBullet, 200, 170)] },
  ],
};

/** What gives a style the bullets of pages or of cells. */
export function bulletOf(where: Where): NonNullable<IParagraphStylePropertiesOptions['numbering']> {
  return { reference: REFERENCES[where], level: 0 };
}

function level(style: string, left: number, hanging: number): ILevelsOptions {
  return {
    level: 0,
    format: 'bullet',
    text: '•',
    alignment: 'left',
    style: { style, paragraph: { indent: { left, hanging } } },
  };
}
