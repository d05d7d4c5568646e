import { afterAll, expect, it, vi } from 'vitest';
import { renderJson } from '../json/render-json.ts';
import { sampleDocument } from '../testing/sample-document.ts';
import { type DocumentFormat, FORMATS } from './formats.ts';
import { openRenderer } from './open-renderer.ts';

// Processes start one after another on a machine that may be busy with other tests.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const schemaAddress = 'https://passerelle.example/document.schema.json';
const renderer = openRenderer({ schemaAddress });
afterAll(() => renderer.close());

/** How each format's files begin. */
const SIGNATURES: Readonly<Record<DocumentFormat, string>> = {
  pdf: '%PDF-',
  docx: 'PK\u0003\u0004',
  html: '<!doctype html>',
  xlsx: 'PK\u0003\u0004',
  json: '{"$schema":',
};

const startOf = (bytes: Uint8Array, length: number) =>
  Buffer.from(bytes.subarray(0, length)).toString('latin1').toLowerCase();

it.each(Object.keys(FORMATS) as DocumentFormat[])(
  'renders in another process as %s',
  async (format) => {
    const stages: string[] = [];
    const onProgress = (progress: { kind: string; stage?: string }) => {
      stages.push(progress.stage ?? progress.kind);
    };
    const document = sampleDocument();
    const bytes = await renderer.render(document, format, { onProgress });
    const signature = SIGNATURES[format];
    expect(startOf(bytes, signature.length)).toBe(signature.toLowerCase());
    expect(stages).toEqual(['starting', 'loading', 'composing']);
    const again = await renderer.render(document, format);
    expect(Buffer.from(again).equals(bytes)).toBe(true);
  },
);

it('gives JSON what it was told of its schema', async () => {
  const bytes = await renderer.render(sampleDocument(), 'json');
  expect(bytes).toEqual(renderJson(sampleDocument(), schemaAddress));
});

it('makes a document from its recipe in the other process', async () => {
  const recipe = {
    title: 'sample',
    module: new URL('../testing/sample-document.ts', import.meta.url).href,
    make: sampleDocument.name,
    from: [],
  };
  expect(await renderer.render(recipe, 'json')).toEqual(
    await renderer.render(sampleDocument(), 'json'),
  );
  await expect(renderer.render({ ...recipe, make: 'nothing' }, 'json')).rejects.toThrow(
    /has no function nothing/,
  );
});
