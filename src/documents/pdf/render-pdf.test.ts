import {
  getDocument,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterEach, describe, expect, it } from 'vitest';
import type { Document, Table } from '../document.ts';
import { cell, followUpTable, paragraph, sampleDocument } from '../testing/sample-document.ts';
import { openPdfRenderer } from './render-pdf.ts';

const renderer = openPdfRenderer();
const open: PDFDocumentProxy[] = [];
afterEach(async () => {
  for (const pdf of open.splice(0)) await pdf.loadingTask.destroy();
});

async function read(document: Document) {
  // pdf.js takes the bytes it is given for itself.
  const data = Uint8Array.from(renderer.render(document));
  const pdf = await getDocument({ data }).promise;
  open.push(pdf);
  const pages = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const runs = items.flatMap((item) => ('str' in item ? [item] : []));
    const text = runs.map(({ str }) => str).join(' ');
    pages.push({
      width: page.view[2] ?? 0,
      runs,
      text: text.replace(/[\s\u200B]+/gu, ' '),
      told: toldIn(items),
    });
  }
  return pages;
}

type Item = Awaited<ReturnType<PDFPageProxy['getTextContent']>>['items'][number];

/** What a page says to who listens: all but its decoration. */
function toldIn(items: readonly Item[]): string {
  let told = '';
  const open: string[] = [];
  for (const item of items) {
    if ('str' in item) {
      if (!open.includes('Artifact')) told += item.str;
    } else if (item.type === 'endMarkedContent') {
      open.pop();
    } else {
      open.push('tag' in item ? String(item.tag) : '');
    }
  }
  return told;
}

/** One measure whose only line has this account. */
function followUpOf(...account: string[]): Table {
  const [group] = followUpTable.groups;
  const row = [
    cell('Indicateur'),
    cell('2024', { values: ['2024', ''] }),
    cell('50 %'),
    { content: account.map((text) => paragraph(text)) },
  ];
  return { ...followUpTable, groups: [{ header: group?.header ?? null, rows: [row] }] };
}

describe('a PDF', () => {
  it('is the same, to the byte, for the same document', () => {
    const first = Buffer.from(renderer.render(sampleDocument()));
    expect(Buffer.from(renderer.render(sampleDocument())).equals(first)).toBe(true);
    expect(Buffer.from(openPdfRenderer().render(sampleDocument())).equals(first)).toBe(true);
  });

  it('takes texts as they are: nothing in them is markup', async () => {
    const text = '#let x = 1 $x^2$ \\ *gras* _ital_ `code` <b> @ref = titre // fin';
    const pages = await read(sampleDocument([paragraph(text)]));
    expect(pages.map((page) => page.text).join(' ')).toContain(text);
  });

  it('names a group again on each page that it goes on, and only once to who listens', async () => {
    const long = Array.from(
      { length: 120 },
      (_, n) => `Paragraphe ${n} du compte rendu de la mesure.`,
    );
    const pages = await read(sampleDocument([followUpOf(...long)]));
    const title = 'Informer les PFÉ des conditions d’admission';
    const naming = pages.filter(({ text }) => text.includes('Paragraphe') && text.includes(title));
    expect(naming.length).toBeGreaterThan(1);
    expect(naming.filter(({ told }) => told.includes(title))).toHaveLength(1);
  });

  it('repeats no title in a document of hundreds of groups, to stay within memory', async () => {
    const long = followUpOf(...Array.from({ length: 120 }, (_, n) => `Paragraphe ${n} du compte.`));
    const [group] = long.groups;
    const others = Array.from({ length: 400 }, (_, n) => ({
      header: {
        number: null,
        title: [{ kind: 'text', text: `Autre ${n}` } as const],
        aside: [],
        details: [],
      },
      rows: [],
    }));
    const pages = await read(
      sampleDocument([{ ...long, groups: [...(group ? [group] : []), ...others] }]),
    );
    const title = 'Informer les PFÉ des conditions d’admission';
    const holding = pages.filter(({ text }) => text.includes('Paragraphe'));
    expect(holding.length).toBeGreaterThan(1);
    expect(holding.filter(({ text }) => text.includes(title))).toHaveLength(1);
  });

  it('keeps a word of 300 letters, and an address without end, within the page', async () => {
    const word = 'x'.repeat(300);
    const address = `https://exemple.org/${'chemin/'.repeat(60)}`;
    const pages = await read(sampleDocument([followUpOf(word, address), paragraph(word)]));
    for (const { runs, width } of pages) {
      for (const { transform, width: length, str } of runs) {
        expect(Number(transform[4]) + length, str).toBeLessThan(width - 30);
      }
    }
  });

  it.each([
    '👍🏽',
    '👩‍⚕️',
    '🇨🇦',
    '1️⃣',
    '✅',
    'مرحبا',
    'שלום',
    'Ελλάδα',
    'Україна',
    'e\u0301',
    '\u00AD',
    '\u200B',
  ])('draws « %s »', (text) => {
    expect(renderer.render(sampleDocument([paragraph(`Voici : ${text}.`)])).length).toBeGreaterThan(
      0,
    );
  });
});

describe('a character that no font draws', () => {
  it.each([
    ['a paragraph', [paragraph('Bonjour 漢 !')], /漢.*U\+6F22/],
    ['the cell of a measure', [followUpOf('Bonjour 漢')], /Informer les PFÉ des conditions.*漢/s],
    [
      'the caption of a table',
      [{ ...followUpTable, captioned: true, caption: 'Légende 漢' }],
      /漢/,
    ],
  ])('is refused, with its place, in %s', (_, blocks, message) => {
    expect(() => renderer.render(sampleDocument(blocks))).toThrow(message);
  });

  it('is refused on the cover too, and leaves the renderer as it was', () => {
    const before = Buffer.from(renderer.render(sampleDocument()));
    expect(() => renderer.render(sampleDocument([], { title: 'Rapport 漢' }))).toThrow(/漢/);
    expect(Buffer.from(renderer.render(sampleDocument())).equals(before)).toBe(true);
  });
});
