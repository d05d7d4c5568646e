import { describe, expect, it } from 'vitest';
import type { Block } from '../document.ts';
import { CHART, paragraph, plainTable, SHAPE } from '../testing/sample-document.ts';
import { renderDocx } from './render-docx.ts';
import { bodyOf, only } from './testing/one-section.ts';
import { readParts } from './testing/read-file.ts';

describe('the drawings of a Word file', () => {
  it('are said in words, or marked as decoration', async () => {
    const shape = (alt: string | null) =>
      ({ kind: 'graphic', svg: SHAPE, width: 8, height: 8, alt }) as const;
    const { all } = await bodyOf(only(paragraph(shape('en retard'), shape(null))));
    const drawings = all('w:drawing');
    expect(drawings.map((drawing) => drawing.all('wp:docPr')[0]?.attribute('descr'))).toEqual([
      'en retard',
      null,
    ]);
    expect(drawings.map((drawing) => drawing.all('adec:decorative').length)).toEqual([0, 1]);
    expect(new Set(all('wp:docPr').map((one) => one.attribute('id'))).size).toBe(2);
  });

  it('are kept once, as SVG whose words are outlines and as PNG', async () => {
    const figure: Block = {
      kind: 'figure',
      svg: CHART,
      width: 400,
      height: 60,
      alt: 'Information : 50 %.',
      caption: 'Deux fois',
      data: plainTable,
    };
    const parts = await readParts(await renderDocx(only(figure, figure)));
    const media = [...parts.keys()].filter((path) => path.startsWith('word/media/'));
    expect(media.map((path) => path.split('.').at(-1)).sort()).toEqual(['png', 'svg']);
    const svg = media.find((path) => path.endsWith('svg')) ?? '';
    expect(parts.get(svg)?.toString()).toContain('<path');
    expect(parts.get(svg)?.toString()).not.toContain('<text');
    const png = parts.get(media.find((path) => path.endsWith('png')) ?? '');
    // Its width and height, twice those of the drawing.
    expect([png?.readUInt32BE(16), png?.readUInt32BE(20)]).toEqual([800, 120]);
  });

  it('are no wider than the page', async () => {
    const figure: Block = {
      kind: 'figure',
      svg: CHART,
      width: 936,
      height: 140,
      alt: 'Large',
      caption: 'Large',
      data: plainTable,
    };
    const [extent] = (await bodyOf(only(figure))).all('wp:extent');
    const POINT = 12_700;
    expect(Number(extent?.attribute('cx')) / POINT).toBe(468);
    expect(Number(extent?.attribute('cy')) / POINT).toBe(70);
  });
});
