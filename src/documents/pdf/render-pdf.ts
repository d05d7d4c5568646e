import { join } from 'node:path';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import type { Document } from '../document.ts';
import { checkCoverage } from './coverage.ts';
import { loadFonts } from './fonts.ts';
import { refusals } from './refusals.ts';
import { templateData } from './template-data.ts';

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
  const data = join(folder, 'data.json');
  const fonts = loadFonts();
  const compiler = NodeCompiler.create({
    workspace: folder,
    fontArgs: [{ fontBlobs: [...fonts.files] }],
  });

  function compose(document: Document): NodeTypstDocument {
    const compilation = compiler.compile({ mainFilePath: join(folder, 'document.typ') });
    if (compilation.result) return compilation.result;
    const errors: readonly { readonly message: string }[] =
      compilation.takeError()?.shortDiagnostics ?? [];
    throw refusals.uncomposed(
      document,
      errors.map(({ message }) => message),
    );
  }

  function write(document: Document, composed: NodeTypstDocument): Uint8Array {
    try {
      return compiler.pdf(composed, { pdfStandard: 'ua-1', pdfTags: true });
    } catch (error) {
      throw refusals.uncomposed(document, diagnosticsOf(error));
    }
  }

  return {
    render(document) {
      checkCoverage(document, fonts.characters);
      // As data: nothing in a text is ever read as markup.
      compiler.mapShadow(data, Buffer.from(JSON.stringify(templateData(document))));
      try {
        return write(document, compose(document));
      } finally {
        compiler.unmapShadow(data);
        // What Typst remembers of each document is never freed otherwise.
        compiler.evictCache(0);
      }
    },
  };
}

/** The exporter throws its list of diagnostics as one string of Rust. */
function diagnosticsOf(error: unknown): string[] {
  const text = error instanceof Error ? error.message : String(error);
  const messages = Array.from(
    text.matchAll(/message: "(?<message>(?:[^"\\]|\\.)*)"/g),
    ({ groups }) => groups?.['message'] ?? '',
  );
  return messages.length > 0 ? messages : [text];
}
