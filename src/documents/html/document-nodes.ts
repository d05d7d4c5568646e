import { createElement as h, type ReactNode } from 'react';
import type { Block, Document, Figure, Heading, Note, Section } from '../document.ts';
import { spaced } from '../typography.ts';
import type { HtmlContext } from './html-context.ts';
import { flowNodes, inlineNodes } from './inlines.ts';
import { numberParts } from './numbering.ts';
import { svgNodes } from './svg-nodes.ts';
import { tableNode } from './table.ts';

/** A chapter of the document is a rank below the title of the page that shows it. */
const RANKS = { 1: 'h2', 2: 'h3', 3: 'h4' } as const;

/** A document's sections, for a page of the site or a file of their own; the cover is theirs to make. */
export function documentNodes(document: Document): ReactNode {
  const context: HtmlContext = { document, numbering: numberParts(document) };
  return [
    ...document.sections.map((section, key) => sectionNode(context, section, key)),
    notesNode(context),
  ];
}

function sectionNode(
  context: HtmlContext,
  { orientation, blocks }: Section,
  key: number,
): ReactNode {
  return h(
    'section',
    { key, className: `document-section ${orientation}` },
    blocks.map((block, place) => h(BlockNode, { key: place, context, block })),
  );
}

function BlockNode({
  context,
  block,
}: {
  readonly context: HtmlContext;
  readonly block: Block;
}): ReactNode {
  switch (block.kind) {
    case 'heading':
      return h(RANKS[block.level], { id: block.id }, inlineNodes(context, block.content));
    case 'paragraph':
    case 'list':
      return flowNodes(context, [block]);
    case 'table':
      return tableNode(context, block);
    case 'figure':
      return figureNode(context, block);
    case 'contents':
      return contentsNode(context);
  }
}

function figureNode(context: HtmlContext, figure: Figure): ReactNode {
  const { document, numbering } = context;
  const number = document.words.figure.replace(
    '{number}',
    String(numbering.figures.get(figure) ?? ''),
  );
  return h(
    'figure',
    null,
    h('figcaption', null, h('span', { className: 'number' }, number), ' ', figure.caption),
    h(
      'div',
      {
        className: 'drawing',
        role: 'img',
        'aria-label': spaced(figure.alt, document.language),
      },
      svgNodes(figure.svg),
    ),
    h(
      'details',
      null,
      h('summary', null, document.words.figureData),
      tableNode(context, figure.data),
    ),
  );
}

function contentsNode(context: HtmlContext): ReactNode {
  const { document } = context;
  const headings = document.sections
    .flatMap(({ blocks }) => blocks)
    .filter((block): block is Heading => block.kind === 'heading' && block.level < 3);
  const chapters = headings.reduce<{ heading: Heading; under: Heading[] }[]>((list, heading) => {
    const last = list.at(-1);
    if (heading.level === 1 || !last) list.push({ heading, under: [] });
    else last.under.push(heading);
    return list;
  }, []);
  return h(
    'nav',
    { className: 'contents', 'aria-labelledby': 'contents' },
    h('h2', { id: 'contents' }, document.words.contents),
    h(
      'ol',
      null,
      chapters.map(({ heading, under }) =>
        h(
          'li',
          { key: heading.id },
          entry(context, heading),
          under.length === 0
            ? null
            : h(
                'ol',
                null,
                under.map((sub) => h('li', { key: sub.id }, entry(context, sub))),
              ),
        ),
      ),
    ),
  );
}

function entry(context: HtmlContext, { id, content }: Heading): ReactNode {
  const words = content.filter(({ kind }) => kind === 'text');
  return h('a', { href: `#${id}` }, inlineNodes(context, words));
}

function notesNode(context: HtmlContext): ReactNode {
  const { document, numbering } = context;
  if (numbering.notes.size === 0) return null;
  return h(
    'section',
    { key: 'notes', className: 'document-notes', role: 'doc-endnotes', 'aria-labelledby': 'notes' },
    h('h2', { id: 'notes' }, document.words.notes),
    h(
      'ol',
      null,
      [...numbering.notes].map(([note, number]) => noteNode(context, note, number)),
    ),
  );
}

function noteNode(context: HtmlContext, note: Note, number: number): ReactNode {
  const back = context.document.words.noteBack.replace('{number}', String(number));
  return h(
    'li',
    { key: number, id: `note-${number}` },
    inlineNodes(context, note.content),
    ' ',
    h(
      'a',
      { className: 'back', href: `#call-${number}`, role: 'doc-backlink', 'aria-label': back },
      '↩',
    ),
  );
}
