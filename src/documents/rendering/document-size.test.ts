import { expect, it } from 'vitest';
import { cell, paragraph, plainTable, sampleDocument } from '../testing/sample-document.ts';
import { isLarge } from './document-size.ts';

/** A table of that many cells. */
const tableOf = (cells: number) => ({
  ...plainTable,
  groups: [
    { header: null, rows: Array.from({ length: cells / 2 }, () => [cell('Thème'), cell('50 %')]) },
  ],
});

it.each([
  ['an ordinary document', sampleDocument(), false],
  ['many cells', sampleDocument([tableOf(20_000)]), true],
  ['one very long text', sampleDocument([paragraph('long '.repeat(100_000))]), true],
  ['many paragraphs', sampleDocument(Array.from({ length: 20_000 }, () => paragraph('a'))), true],
])('tells large documents: %s', (_, document, large) => {
  expect(isLarge(document)).toBe(large);
});

it.each([
  [1_000, false],
  [20_000, true],
])('counts what a document is made from: %d facts kept in a map', (count, large) => {
  const facts = new Map(Array.from({ length: count }, (_, n) => [`m${n}`, { name: 'Mesure' }]));
  expect(isLarge({ title: '', module: 'file:///make.js', make: 'make', from: { facts } })).toBe(
    large,
  );
});
