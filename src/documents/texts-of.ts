import type { Block, Flow, Inline, Table } from './document.ts';
import { plainText } from './inlines.ts';

/** Everything that blocks say, a run of lines at a time: headings, texts, cells, captions and notes. */
export function* textsOf(blocks: Iterable<Block>): Generator<string> {
  for (const block of blocks) {
    switch (block.kind) {
      case 'heading':
        yield* inlineTexts(block.content);
        break;
      case 'paragraph':
      case 'list':
        yield* flowTexts(block);
        break;
      case 'table':
        yield* tableTexts(block);
        break;
      case 'figure':
        yield block.caption;
        yield* tableTexts(block.data);
        break;
      case 'contents':
        break;
    }
  }
}

function* tableTexts(table: Table): Generator<string> {
  if (table.captioned) yield table.caption;
  for (const { header } of table.columns) yield* inlineTexts(header);
  for (const { header, rows } of table.groups) {
    if (header) {
      yield* inlineTexts(header.title);
      yield* inlineTexts(header.aside);
      for (const { label, content } of header.details) {
        yield label;
        yield* inlineTexts(content);
      }
    }
    for (const { content } of rows.flat()) for (const flow of content) yield* flowTexts(flow);
  }
}

function* flowTexts(flow: Flow): Generator<string> {
  if (flow.kind === 'paragraph') yield* inlineTexts(flow.content);
  else for (const item of flow.items) yield* inlineTexts(item);
}

function* inlineTexts(content: readonly Inline[]): Generator<string> {
  yield plainText(content);
  for (const inline of content) if (inline.kind === 'note') yield plainText(inline.content);
}
