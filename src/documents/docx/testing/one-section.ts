import type { Block, Document } from '../../document.ts';
import { sampleDocument } from '../../testing/sample-document.ts';
import { renderDocx } from '../render-docx.ts';
import { type Part, readPart } from './read-file.ts';

/** The main part of a document's Word file. */
export async function bodyOf(document: Document): Promise<Part> {
  return readPart(await renderDocx(document), 'word/document.xml');
}

/** A document of these blocks alone, without a logo: all its drawings are theirs. */
export function only(...blocks: Block[]): Document {
  const { marks } = sampleDocument();
  return sampleDocument([], {
    marks: { ...marks, logo: null },
    sections: [{ orientation: 'portrait', blocks }],
  });
}
