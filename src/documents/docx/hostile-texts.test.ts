import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { Document } from '../document.ts';
import {
  cell,
  followUpTable,
  paragraph,
  sampleDocument,
  words,
} from '../testing/sample-document.ts';
import { renderDocx } from './render-docx.ts';
import { readPart, readParts } from './testing/read-file.ts';

/** A document that says a text everywhere it can. */
function saying(text: string): Document {
  const said = { kind: 'text', text } as const;
  const [group] = followUpTable.groups;
  return sampleDocument(
    [
      paragraph(text, { kind: 'note', content: [said] }),
      { kind: 'heading', level: 3, id: 'dit', content: [words(text)] },
      {
        ...followUpTable,
        caption: text,
        captioned: true,
        groups: [
          {
            header: { ...group?.header, number: text, title: [said], aside: [said], details: [] },
            rows: [[cell(text), cell(text), cell(text), cell(text)]],
          },
        ],
      },
    ],
    {
      title: text,
      subtitle: text,
      publisher: text,
      body: text,
      dateline: text,
      draft: text,
      runningHead: text,
      colophon: [[said]],
    },
  );
}

/** The bytes of a Word file whose XML a strict parser reads. */
async function checked(document: Document): Promise<Uint8Array> {
  const bytes = await renderDocx(document);
  for (const [path, part] of await readParts(bytes)) {
    if (path.endsWith('.xml') || path.endsWith('.rels')) new SaxesParser().write(`${part}`).close();
  }
  return bytes;
}

async function textsOf(text: string): Promise<string[]> {
  const document = await readPart(await checked(saying(text)), 'word/document.xml');
  return document.all('w:t').map((run) => run.text);
}

/** Many documents are made, on a machine that may be busy. */
const PATIENCE_MS = 60_000;

describe('texts that could harm a Word file', () => {
  it.each([
    '#$\\<&>"\'{}',
    '<w:p/>]]><!--',
    '{puces-0} {liste}',
    '👩🏽‍🔬 é\u0301 🇨🇦',
    'x'.repeat(300),
  ])('are kept as they are: %j', async (text) => {
    expect(await textsOf(text)).toContain(text);
  });

  it('lose what XML cannot hold', async () => {
    const controls = Array.from({ length: 0x20 }, (_, code) => String.fromCharCode(code)).join('');
    expect(await textsOf(`a${controls}b`)).toEqual(expect.arrayContaining(['a ', 'b']));
    expect(await textsOf('a\ufffe\uffff\ufdd0b')).toContain('ab');
    expect(await textsOf('a\ud800b')).toContain('a\ufffdb');
  });

  it(
    'never break it, whatever they are',
    async () => {
      const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 });
      const text = fc.oneof(
        fc.string({ unit: 'binary' }),
        units.map((codes) => String.fromCharCode(...codes)),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(text, { minLength: 30, maxLength: 60 }), async (texts) => {
          await checked(sampleDocument(texts.map((one) => paragraph(one))));
        }),
        { numRuns: 5 },
      );
    },
    PATIENCE_MS,
  );
});
