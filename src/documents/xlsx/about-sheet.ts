import type { Document } from '../document.ts';
import { plainFlow, plainText } from '../inlines.ts';
import type { Sheet } from './collect-sheets.ts';

const HEADINGS = {
  fr: ['Rubrique', 'Texte'],
  en: ['Heading', 'Text'],
} as const;

/** What the workbook is, of when and whose, and the texts of the document that explain its tables. */
export function aboutSheet(document: Document): Sheet {
  const { words, language, title } = document;
  const lines = [...frontLines(document), ...explanations(document)];
  return {
    name: words.about,
    headings: HEADINGS[language],
    shares: [null, 0.8],
    rows: lines.map(([heading, text], index) => ({
      kind: 'line',
      values: [heading === lines[index - 1]?.[0] ? null : heading, text],
      opens: heading !== lines[index - 1]?.[0],
      place: title,
    })),
  };
}

type Line = readonly [heading: string, text: string];

function frontLines({ title, subtitle, dateline, draft, publisher, colophon }: Document): Line[] {
  const texts = [subtitle, dateline, draft, publisher, ...colophon.map(plainText)];
  return texts.flatMap((text): Line[] => (text === null || text === '' ? [] : [[title, text]]));
}

function explanations({ title, sections }: Document): Line[] {
  let heading = title;
  return sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block): Line[] => {
      if (block.kind === 'heading') heading = plainText(block.content);
      const explains = (block.kind === 'paragraph' || block.kind === 'list') && block.sheet;
      return explains
        ? plainFlow([block])
            .split('\n')
            .map((text) => [heading, text])
        : [];
    });
}
