import { type FileChild, type ISectionOptions, Packer, Document as WordFile } from 'docx';
import { fixZipDates } from '#platform/workbook/fixed-zip-dates.ts';
import type { Block, Document } from '../document.ts';
import { Headings } from './contents.ts';
import { coreProperties } from './core-properties.ts';
import { coverChildren } from './cover.ts';
import { figureChildren } from './figure.ts';
import { flowParagraphs } from './flow.ts';
import { POINT } from './look.ts';
import { NUMBERING } from './numbering.ts';
import { headAndFoot, pageProperties, textWidth } from './pages.ts';
import { stylesOf, themeOf } from './styles.ts';
import { tableChildren } from './table.ts';
import { tableStyleSheet } from './table-style.ts';
import { Writing } from './writing.ts';

/** @returns the bytes of a `.docx` file */
export async function writeDocument(document: Document): Promise<Uint8Array> {
  const writing = new Writing(document);
  const sections = [
    { properties: pageProperties('portrait'), children: coverChildren(document, writing) },
    ...sectionsOf(document, writing),
  ];
  const file = new WordFile({
    sections,
    theme: themeOf(document),
    externalStyles: tableStyleSheet(),
    styles: stylesOf(document, contentsWidth(document)),
    numbering: NUMBERING,
  });
  const packed = await Packer.toBuffer(file, undefined, [
    { path: 'docProps/core.xml', data: coreProperties(document) },
  ]);
  return fixZipDates(packed);
}

/** Heads and feet are said again only where pages turn: a section has those of the one before. */
function sectionsOf(document: Document, writing: Writing): ISectionOptions[] {
  const headings = new Headings(document);
  const filled = document.sections.filter(({ blocks }) => blocks.length > 0);
  return filled.map(({ orientation, blocks }, index) => ({
    properties: pageProperties(orientation),
    ...(orientation === filled[index - 1]?.orientation ? {} : headAndFoot(document, orientation)),
    children: blocks.flatMap((block, rank) =>
      blockChildren(block, blocks[rank + 1], writing, headings, textWidth(orientation)),
    ),
  }));
}

function blockChildren(
  block: Block,
  next: Block | undefined,
  writing: Writing,
  headings: Headings,
  width: number,
): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [headings.paragraphOf(block, writing)];
    case 'paragraph':
    case 'list':
      return flowParagraphs([block], writing, 'page', {
        keepNext: introduces(block, next),
        room: width / POINT,
      });
    case 'table':
      return tableChildren(block, writing, width);
    case 'figure':
      return figureChildren(block, writing, width);
    case 'contents':
      return headings.contents(writing);
  }
}

/** A legend or an objective stays with the table it stands above, a sentence with its list. */
function introduces(block: Block, next: Block | undefined): boolean {
  if (block.kind !== 'paragraph') return false;
  return next?.kind === 'list' || (block.role === 'small' && next?.kind === 'table');
}

/** Of the text of the pages where the table of contents stands. */
function contentsWidth({ sections }: Document): number {
  const section = sections.find(({ blocks }) => blocks.some(({ kind }) => kind === 'contents'));
  return textWidth(section?.orientation ?? 'portrait');
}
