import type { Block, Document, Flow, Inline, Note, Table } from '../document.ts';
import { plainText } from '../inlines.ts';

/** A note with the place that calls it. */
export interface PlacedNote {
  /** From 1, in the order of the document. */
  readonly number: number;
  /** The heading it stands under and, in a table, its group: "Suivi des mesures, 3. Informer". */
  readonly place: string;
  /** With the addresses of its links. */
  readonly text: string;
}

interface FoundNote {
  readonly place: readonly string[];
  readonly note: Note;
}

/** The notes of a document, in order. */
export function collectNotes({ title, sections }: Document): PlacedNote[] {
  let heading = [title];
  return sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => {
      if (block.kind === 'heading') heading = [plainText(block.content)];
      return notesOfBlock(block, heading);
    })
    .map(({ place, note }, index) => ({
      number: index + 1,
      place: place.join(', '),
      text: noteText(note),
    }));
}

function notesOfBlock(block: Block, place: readonly string[]): FoundNote[] {
  switch (block.kind) {
    case 'heading':
      return notesOf(block.content, place);
    case 'paragraph':
    case 'list':
      return notesOfFlow(block, place);
    case 'table':
      return notesOfTable(block, place);
    case 'figure':
      return notesOfTable(block.data, [...place, block.caption]);
    case 'contents':
      return [];
  }
}

function notesOfTable({ groups }: Table, place: readonly string[]): FoundNote[] {
  return groups.flatMap(({ header, rows }) => {
    const title = header ? plainText(header.title) : '';
    const group = header?.number ? `${header.number}. ${title}` : title;
    const within = group === '' ? place : [...place, group];
    return [
      ...notesOf(header?.title ?? [], within),
      ...rows.flat().flatMap(({ content }) => content.flatMap((flow) => notesOfFlow(flow, within))),
    ];
  });
}

function notesOfFlow(flow: Flow, place: readonly string[]): FoundNote[] {
  const lines = flow.kind === 'paragraph' ? [flow.content] : flow.items;
  return lines.flatMap((line) => notesOf(line, place));
}

function notesOf(content: readonly Inline[], place: readonly string[]): FoundNote[] {
  return content.flatMap((inline) => (inline.kind === 'note' ? [{ place, note: inline }] : []));
}

/** A sheet cannot have a link in the middle of a text: its address is written out. */
function noteText({ content }: Note): string {
  return content
    .map((part) =>
      part.kind === 'text' || part.text === part.href ? part.text : `${part.text} (${part.href})`,
    )
    .join('');
}
