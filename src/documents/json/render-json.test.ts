import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Document } from '../document.ts';
import { CHART, paragraph, sampleDocument, words } from '../testing/sample-document.ts';
import { documentJsonSchema, renderJson, SCHEMA_ADDRESS } from './render-json.ts';

const schema = documentJsonSchema('https://passerelle.example/api/document.schema.json');
const published = z.fromJSONSchema(schema);

const textOf = (document: Document) => new TextDecoder().decode(renderJson(document));
const read = (document: Document) => JSON.parse(textOf(document));

/** Every part of the model that is optional or nullable, the other way than in the sample. */
const contrary = sampleDocument(
  [
    { kind: 'heading', level: 3, id: 'trois', content: [{ kind: 'break' }] },
    paragraph(
      { kind: 'text', text: 'by', lang: 'en', emphasis: true, tone: 'doubt' },
      { kind: 'graphic', svg: CHART, width: 8, height: 8, alt: 'Un trait' },
      { kind: 'note', content: [] },
    ),
    {
      kind: 'table',
      caption: '',
      captioned: false,
      columns: [{ header: [], width: 0.5, align: 'end' }],
      groups: [
        {
          header: {
            number: null,
            title: [{ kind: 'break' }],
            aside: [],
            details: [],
          },
          rows: [[{ content: [], rowSpan: 2 }], []],
        },
      ],
      sheet: { name: 'a', groupSheet: [], section: null },
    },
  ],
  {
    language: 'en',
    subtitle: null,
    body: null,
    draft: null,
    colophon: [],
    marks: { accent: '#000000', logo: null },
  },
);

/** The same object, each one's keys the other way round. */
function backwards(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(backwards);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([name, held]) => [name, backwards(held)]);
  return Object.fromEntries(entries.reverse());
}

describe('a document as JSON', () => {
  it('is what the published schema describes, and nothing more', () => {
    for (const document of [sampleDocument(), contrary, sampleDocument([], { sections: [] })]) {
      const json = read(document);
      expect(published.parse(json)).toEqual(json);
    }
    expect(published.safeParse({ ...read(sampleDocument()), more: 1 }).success).toBe(false);
    const { title: _, ...untitled } = read(sampleDocument());
    expect(published.safeParse(untitled).success).toBe(false);
  });

  it('gives the same bytes however the document was put together', () => {
    const document = sampleDocument();
    const once = textOf(document);
    expect(textOf(document)).toBe(once);
    expect(textOf(backwards(document) as Document)).toBe(once);
    expect(Object.keys(JSON.parse(once)).slice(0, 3)).toEqual(['$schema', 'language', 'title']);
    expect(once.indexOf('\n')).toBe(once.length - 1);
  });

  it('leaves drawings out, and keeps what they show', () => {
    const document = sampleDocument();
    expect(JSON.stringify(document)).toContain('<svg');
    expect(textOf(document)).not.toContain('<svg');
    const figures = read(document).sections[0].blocks.filter(
      ({ kind }: { kind: string }) => kind === 'figure',
    );
    expect(figures).toMatchObject([
      { alt: 'Information : 50 %.', caption: 'Avancement par thème', data: { kind: 'table' } },
    ]);
    expect(Object.keys(figures[0])).toEqual(['kind', 'alt', 'caption', 'data']);
    expect(read(document).marks.logo).toEqual({ alt: 'Pôle des essais' });
    expect(figures[0].data.columns[0].width).toBe(3);
  });

  it('keeps every text as it is', () => {
    const text = '</script> \u2028 « \u202f50\u00a0% » \u{1f9ed} مرحبا';
    const json = read(sampleDocument([{ ...paragraph(), content: [words(text)] }]));
    expect(json.sections[0].blocks.at(-1).content).toEqual([{ kind: 'text', text }]);
  });

  it('names its schema: the address it was given, or one beside the file', () => {
    const told = renderJson(sampleDocument(), 'https://passerelle.example/s.json');
    expect(JSON.parse(new TextDecoder().decode(told)).$schema).toBe(
      'https://passerelle.example/s.json',
    );
    expect(read(sampleDocument()).$schema).toBe(SCHEMA_ADDRESS);
  });

  it('has a schema with an address, and a name for each kind of block', () => {
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'https://passerelle.example/api/document.schema.json',
      additionalProperties: false,
    });
    const kinds = ['heading', 'paragraph', 'list', 'table', 'figure', 'contents', 'cell', 'note'];
    for (const kind of kinds) expect(schema['$defs']).toHaveProperty(kind);
    expect(JSON.stringify(schema)).not.toContain('svg');
  });
});
