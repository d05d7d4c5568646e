import type { Block, Document, Flow, GroupHeader, Inline, Table } from '../document.ts';
import { plainText } from '../inlines.ts';
import { shortened } from './text.ts';

/** What is in a document: a text that is set, or a drawing. */
export interface Found {
  readonly kind: 'text' | 'svg';
  readonly value: string;
  /** Where it is, as a person would look for it, the widest part first. */
  readonly place: readonly string[];
}

/** How much of a title is quoted to name a place, in characters. */
const QUOTED = 80;

/** Everything of a document that becomes glyphs, in the order of its pages. */
export function* foundIn(document: Document): Generator<Found> {
  yield* foundOnCover(document);
  let chapter: readonly string[] = [];
  for (const { blocks } of document.sections) {
    for (const block of blocks) {
      const title = block.kind === 'heading' ? quoted(plainText(block.content)) : '';
      if (block.kind === 'heading') {
        chapter =
          block.level === 1 ? [`Chapitre ${title}`] : [...chapter.slice(0, 1), `section ${title}`];
      }
      yield* foundInBlock(block, chapter.length > 0 ? chapter : ['Avant le premier titre']);
    }
  }
}

function* foundOnCover(document: Document): Generator<Found> {
  const { marks, words } = document;
  const texts = [
    ['titre du document', document.title],
    ['sous-titre du document', document.subtitle],
    ['éditeur du document', document.publisher],
    ['organisme du document', document.body],
    ['date du document', document.dateline],
    ['mention de brouillon', document.draft],
    ['titre courant', document.runningHead],
    ...Object.values(words).map((word) => ['mots du document', word] as const),
  ] as const;
  for (const [name, text] of texts) if (text !== null) yield found(text, [`Couverture, ${name}`]);
  if (marks.logo) yield drawing(marks.logo.svg, ['Couverture, logo']);
  for (const line of document.colophon) yield* foundInInlines(line, ['Couverture, bas de page']);
}

function* foundInBlock(block: Block, place: readonly string[]): Generator<Found> {
  switch (block.kind) {
    case 'heading':
      return yield* foundInInlines(block.content, place);
    case 'paragraph':
    case 'list':
      return yield* foundInFlow(block, place);
    case 'table':
      return yield* foundInTable(block, [...place, `tableau ${quoted(block.caption)}`]);
    case 'figure': {
      const figure = [...place, `figure ${quoted(block.caption)}`];
      yield found(block.caption, figure);
      yield drawing(block.svg, figure);
      return yield* foundInTable(block.data, figure);
    }
    case 'contents':
      return;
  }
}

function* foundInTable(table: Table, place: readonly string[]): Generator<Found> {
  if (table.captioned) yield found(table.caption, [...place, 'titre']);
  const columns = table.columns.map(({ header }) => `colonne ${quoted(plainText(header))}`);
  for (const [index, { header }] of table.columns.entries()) {
    yield* foundInInlines(header, [...place, columns[index] ?? '', 'en-tête']);
  }
  for (const { header, rows } of table.groups) {
    const group = header ? [...place, `rubrique ${nameOf(header)}`] : place;
    if (header) yield* foundInGroupHeader(header, group);
    for (const [index, row] of rows.entries()) {
      const line = rows.length > 1 ? [...group, `ligne ${index + 1}`] : group;
      for (const [column, { content }] of row.entries()) {
        const cell = [...line, columns[column] ?? ''];
        for (const flow of content) yield* foundInFlow(flow, cell);
      }
    }
  }
}

function* foundInGroupHeader(header: GroupHeader, place: readonly string[]): Generator<Found> {
  if (header.number !== null) yield found(header.number, place);
  yield* foundInInlines([...header.title, ...header.aside], place);
  for (const { label, content } of header.details) {
    const detail = [...place, `précision ${quoted(label)}`];
    yield found(label, detail);
    yield* foundInInlines(content, detail);
  }
}

function* foundInFlow(flow: Flow, place: readonly string[]): Generator<Found> {
  if (flow.kind === 'paragraph') return yield* foundInInlines(flow.content, place);
  for (const item of flow.items) yield* foundInInlines(item, place);
}

function* foundInInlines(inlines: readonly Inline[], place: readonly string[]): Generator<Found> {
  for (const inline of inlines) {
    if (inline.kind === 'text' || inline.kind === 'link') yield found(inline.text, place);
    if (inline.kind === 'graphic') yield drawing(inline.svg, place);
    if (inline.kind === 'note') yield* foundInInlines(inline.content, [...place, 'note']);
  }
}

function found(value: string, place: readonly string[]): Found {
  return { kind: 'text', value, place };
}

function drawing(value: string, place: readonly string[]): Found {
  return { kind: 'svg', value, place };
}

function nameOf({ number, title }: GroupHeader): string {
  const name = plainText(title);
  return quoted(number === null ? name : `${number}. ${name}`);
}

function quoted(title: string): string {
  return `« ${shortened(title, QUOTED)} »`;
}
