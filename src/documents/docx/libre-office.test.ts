import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { sampleDocument } from '../testing/sample-document.ts';
import { renderDocx } from './render-docx.ts';
import { libreOffice, printAsPdf } from './testing/libre-office.ts';

/** Starting LibreOffice for the first time takes long on a busy machine. */
const PATIENCE_MS = 120_000;

async function pagesOf(pdf: Uint8Array): Promise<{ width: number; text: string }[]> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  return Promise.all(
    Array.from({ length: document.numPages }, async (_, index) => {
      const page = await document.getPage(index + 1);
      const { items } = await page.getTextContent();
      const text = items.map((item) => ('str' in item ? item.str : '')).join(' ');
      return { width: page.view[2] ?? 0, text: text.replace(/\s+/g, ' ') };
    }),
  );
}

describe('the Word file in LibreOffice', () => {
  it.skipIf(libreOffice === null)(
    'opens, on pages held as they should be, none of them blank',
    async () => {
      if (libreOffice === null) return;
      const pdf = await printAsPdf(libreOffice, await renderDocx(sampleDocument()));
      const pages = await pagesOf(pdf);
      expect(pages.map(({ width }) => Math.round(width))).toEqual([612, 612, 792]);
      expect(pages[0]?.text).toContain('Rapport annuel 2021-2022');
      expect(pages[0]?.text).not.toContain('Page 1');
      expect(pages[1]?.text).toContain('Mot de la présidence');
      expect(pages[1]?.text).toContain('Figure 1 Avancement par thème');
      expect(pages[1]?.text).toContain('La note, au pied de la page.');
      expect(pages[1]?.text).toContain('Page 2 de 3');
      expect(pages[2]?.text).toContain('Informer les PFÉ des conditions d’admission');
      expect(pages[2]?.text).toContain('Projet');
    },
    PATIENCE_MS,
  );
});
