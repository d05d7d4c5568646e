import type { Document } from '../document.ts';

/**
 * Writes a document as a Word file for colleagues to edit: styles, a table of contents that Word
 * updates, repeated header rows, real notes, drawings that stay sharp.
 *
 * @returns the bytes of a `.docx` file, the same for the same document.
 */
export async function renderDocx(document: Document): Promise<Uint8Array> {
  // Loaded when first needed: it would cost every start of the server a third of a second.
  const { writeDocument } = await import('./write-document.ts');
  return writeDocument(document);
}
