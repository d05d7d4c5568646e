import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Document } from '../document.ts';
import { checkCoverage } from './coverage.ts';
import { loadFonts } from './fonts.ts';
import type { Notes } from './inline-data.ts';
import { refusals } from './refusals.ts';
import { notesOf, templateData } from './template-data.ts';

export interface PdfRenderer {
  /**
   * A tagged PDF/UA-1, the same bytes each time for the same document. It blocks the thread: several
   * seconds for hundreds of pages.
   *
   * @throws DomainError `unsupported` for what no font draws or no PDF holds, with its place; `invalid`
   *   for a table whose rows do not fit its columns
   */
  render(document: Document): Uint8Array;
}

/** Reads the fonts and starts Typst, once for any number of documents. */
export function openPdfRenderer(): PdfRenderer {
  const folder = import.meta.dirname;
  const main = join(folder, 'document.typ');
  const data = join(folder, 'data.json');
  const fonts = loadFonts();
  const compiler = NodeCompiler.create({
    workspace: folder,
    fontArgs: [{ fontBlobs: [...fonts.files] }],
  });

  function write(document: Document, notes: Notes | null): Uint8Array {
    // As data: nothing in a text is ever read as markup.
    compiler.mapShadow(data, Buffer.from(JSON.stringify(templateData(document, notes))));
    try {
      // In one step: a `NodeTypstDocument` made by `compile` is never freed, even once out of reach.
      return compiler.pdf({ mainFilePath: main }, { pdfStandard: 'ua-1', pdfTags: true });
    } catch (error) {
      throw refusals.uncomposed(document, diagnosticsOf(error));
    } finally {
      compiler.unmapShadow(data);
      // What Typst remembers of each document is never freed otherwise.
      compiler.evictCache(0);
    }
  }

  return {
    render(document) {
      checkCoverage(document, fonts.characters);
      const notes = notesOf(document);
      try {
        return write(document, notes);
      } catch (error) {
        // Typst may lose its own tags among notes called from rows that go on to another page.
        if (notes !== 'foot') throw error;
        return write(document, 'brackets');
      }
    },
  };
}

/**
 * Typst puts what it says in the error's code: a line when it composes, a list as Rust prints it when it
 * exports.
 */
function diagnosticsOf(error: unknown): string[] {
  const text = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  const messages = Array.from(
    text.matchAll(/message: "(?<message>(?:[^"\\]|\\.)*)"/g),
    ({ groups }) => groups?.['message'] ?? '',
  );
  return messages.length > 0 ? messages : [text];
}
