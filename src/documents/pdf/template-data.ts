import type { Block, Document, Heading, Section, Table } from '../document.ts';
import { plainText } from '../inlines.ts';
import {
  type FlowData,
  fitted,
  flowData,
  type InlineData,
  inlineData,
  type Notes,
  type Setting,
} from './inline-data.ts';
import { type TableData, tableData } from './table-data.ts';
import { onOneLine, type Pieces, prepared, shortened } from './text.ts';

export type BlockData =
  | FlowData
  | {
      readonly kind: 'heading';
      readonly level: number;
      readonly label: string;
      readonly content: readonly InlineData[];
    }
  | (TableData & { readonly kind: 'table' })
  | {
      readonly kind: 'figure';
      readonly svg: string;
      readonly width: number;
      readonly height: number;
      readonly alt: string;
      readonly label: string;
      readonly caption: Pieces;
      readonly data: TableData;
      /** Of its data, in points. */
      readonly dataWidth: number;
    }
  | { readonly kind: 'contents' };

type Orientation = Section['orientation'];

/** In points: a US Letter page less its margins, as in `tokens.typ`. */
const TEXT_WIDTH: Readonly<Record<Orientation, number>> = { portrait: 468, landscape: 684 };
/** In points: the tallest figure that a page holds with its caption. */
const FIGURE_HEIGHT: Readonly<Record<Orientation, number>> = { portrait: 560, landscape: 390 };
/** In points: the data of a figure, unless they are many columns; figures far apart are hard to read. */
const FIGURE_DATA_WIDTH = 384;
const FEW_COLUMNS = 3;
/** How much of a chapter's title fits beside the running head, in characters. */
const RUNNING_TITLE: Readonly<Record<Orientation, number>> = { portrait: 48, landscape: 90 };
const RUNNING_HEAD = 90;
/**
 * With more groups in its tables (hundreds of pages), a document is set plainly. All of it would take
 * twice the time, and half as much memory again.
 */
const MOST_GROUPS = 400;
/** Each page of a table that has notes is set anew with all that follow: more would take minutes. */
const MOST_TABLE_NOTES = 300;

/** @throws DomainError as `tableData` */
export function templateData(document: Document, notes: Notes | null) {
  const { language, marks, words } = document;
  const width = TEXT_WIDTH.portrait;
  const text = (words: string | null) => (words === null ? null : prepared(words, language));
  const blocks = blockReader(document, notes);
  return {
    language,
    // PDF/UA wants a title.
    metadata: {
      title: onOneLine(document.title).trim() || '-',
      author: onOneLine(document.publisher),
    },
    title: text(document.title),
    subtitle: text(document.subtitle),
    publisher: text(document.publisher),
    body: text(document.body),
    dateline: text(document.dateline),
    draft: text(document.draft),
    colophon: document.colophon.map((line) => inlineData(line, { ...blocks.setting, width })),
    marks: { ...marks, logo: marks.logo && { ...marks.logo, ...described(marks.logo) } },
    runningHead: shortened(document.runningHead, RUNNING_HEAD),
    words: {
      contents: onOneLine(words.contents),
      page: onOneLine(words.page),
      figureData: onOneLine(words.figureData),
    },
    sections: document.sections
      .filter((section) => section.blocks.some(isSeen))
      .map(({ orientation, blocks: held }) => ({
        orientation,
        blocks: held.filter(isSeen).map((block, index, all) => ({
          ...blocks.read(block, orientation),
          sticky: introduces(all, index),
        })),
      })),
    /** By label: a heading as the contents and the running head say it, without its notes. */
    headings: Object.fromEntries(blocks.headings),
  };
}

/** A drawing and its words, in characters that JSON can carry; PDF/UA wants some words. */
function described({ svg, alt }: { readonly svg: string; readonly alt: string }) {
  return { svg: svg.toWellFormed(), alt: onOneLine(alt) || '-' };
}

/** What a heading says before its table stays with both: a page must not end between them. */
function introduces(blocks: readonly Block[], index: number): boolean {
  return (
    blocks[index]?.kind === 'paragraph' &&
    blocks[index - 1]?.kind === 'heading' &&
    blocks[index + 1]?.kind === 'table'
  );
}

/** A paragraph of nothing and a list of nothing would leave a gap. */
function isSeen(block: Block): boolean {
  if (block.kind === 'list') return block.items.length > 0;
  return (
    block.kind !== 'paragraph' ||
    block.content.some((inline) => inline.kind !== 'text' || inline.text !== '')
  );
}

function blockReader(document: Document, notes: Notes | null) {
  const { language, words } = document;
  const everywhere = {
    language,
    plain: groupsIn(document) > MOST_GROUPS,
    notes,
  };
  const headings = new Map<string, { readonly title: string; readonly running: string }>();
  let figures = 0;
  let tables = 0;
  let level = 0;

  function headingData(heading: Heading, orientation: Orientation, setting: Setting): BlockData {
    const title = onOneLine(plainText(heading.content)).trim();
    const content = inlineData(heading.content, setting);
    // PDF/UA has no heading without words.
    if (!/[^\p{Default_Ignorable_Code_Point}\s]/u.test(title)) {
      return { kind: 'paragraph', role: 'body', rightToLeft: false, content };
    }
    const label = headings.has(heading.id) ? `${heading.id}--${headings.size}` : heading.id;
    headings.set(label, { title, running: shortened(title, RUNNING_TITLE[orientation]) });
    // A level may not be skipped: PDF/UA counts on it.
    level = Math.min(heading.level, level + 1);
    return { kind: 'heading', level, label, content };
  }

  function read(block: Block, orientation: Orientation): BlockData {
    const setting = { ...everywhere, width: TEXT_WIDTH[orientation] };
    switch (block.kind) {
      case 'heading':
        return headingData(block, orientation, setting);
      case 'paragraph':
      case 'list':
        return flowData(block, setting);
      case 'table': {
        const label = block.captioned ? numbered(words.table, ++tables) : '';
        const caption = block.captioned ? { label, text: prepared(block.caption, language) } : null;
        return { kind: 'table', ...tableData(block, caption, setting) };
      }
      case 'figure':
        return {
          kind: 'figure',
          ...fitted(
            { width: block.width, height: block.height, ...described(block) },
            setting.width,
            FIGURE_HEIGHT[orientation],
          ),
          label: numbered(words.figure, ++figures),
          caption: prepared(block.caption, language),
          ...figureData(block.data, setting),
        };
      case 'contents':
        // It has a title of its own.
        level = 1;
        return block;
    }
  }

  return { read, headings, setting: everywhere };
}

/** Where the notes of a document go; null when it has none. */
export function notesOf({ sections }: Document): Notes | null {
  const tables = sections.flatMap(({ blocks }) => blocks).filter(({ kind }) => kind === 'table');
  if (countNotes(tables) > MOST_TABLE_NOTES) return 'brackets';
  return countNotes(sections) > 0 ? 'foot' : null;
}

function countNotes(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const here = 'kind' in value && value.kind === 'note' ? 1 : 0;
  return Object.values(value).reduce((total: number, held) => total + countNotes(held), here);
}

function groupsIn({ sections }: Document): number {
  return sections
    .flatMap(({ blocks }) => blocks)
    .reduce((total, block) => total + (block.kind === 'table' ? block.groups.length : 0), 0);
}

function figureData(table: Table, setting: Setting) {
  const dataWidth =
    table.columns.length > FEW_COLUMNS ? setting.width : Math.min(FIGURE_DATA_WIDTH, setting.width);
  return { data: tableData(table, null, { ...setting, width: dataWidth }), dataWidth };
}

function numbered(pattern: string, number: number): string {
  return onOneLine(pattern.replace('{number}', String(number)));
}
