import type { Block, Document, Figure, Flow, Inline, Note, Table } from '../document.ts';

/** The numbers of a document's notes, tables and figures, in the order in which they are read. */
export interface Numbering {
  readonly notes: ReadonlyMap<Note, number>;
  readonly tables: ReadonlyMap<Table, number>;
  readonly figures: ReadonlyMap<Figure, number>;
}

export function numberParts({ sections }: Document): Numbering {
  const notes = new Map<Note, number>();
  const tables = new Map<Table, number>();
  const figures = new Map<Figure, number>();
  const inlines = (content: readonly Inline[]) => {
    for (const inline of content) if (inline.kind === 'note') notes.set(inline, notes.size + 1);
  };
  const flows = (content: readonly Flow[]) => {
    for (const flow of content) {
      if (flow.kind === 'paragraph') inlines(flow.content);
      else flow.items.forEach(inlines);
    }
  };
  const table = ({ groups }: Table) => {
    for (const { rows } of groups) for (const cell of rows.flat()) flows(cell.content);
  };
  const block = (one: Block) => {
    switch (one.kind) {
      case 'heading':
        inlines(one.content);
        break;
      case 'paragraph':
      case 'list':
        flows([one]);
        break;
      case 'table':
        if (one.captioned) tables.set(one, tables.size + 1);
        table(one);
        break;
      case 'figure':
        figures.set(one, figures.size + 1);
        table(one.data);
        break;
      case 'contents':
        break;
    }
  };
  for (const { blocks } of sections) blocks.forEach(block);
  return { notes, tables, figures };
}
