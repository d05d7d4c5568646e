import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, it } from 'vitest';
import type { Block, Cell, Inline, PlainInline, Table } from '../document.ts';
import { cell, paragraph, sampleDocument, words } from '../testing/sample-document.ts';
import { openPdfRenderer } from './render-pdf.ts';

/*
 * What makes Typst panic, which ends the process, or refuse what it has just made, when it is given as it
 * is. Each was found by trying documents at random.
 */

const renderer = openPdfRenderer();

const LINK = { kind: 'link', text: 'lien', href: 'https://example.org/' } as const;
const NOTE: Inline = { kind: 'note', content: [{ kind: 'text', text: 'Une note.' }] };
const LONG = 'mot '.repeat(1500);

function holding(...content: Inline[]): Cell {
  return { content: [paragraph(...content)] };
}

function group(title: readonly PlainInline[], rows: Cell[][]): Table['groups'][number] {
  return { header: { number: '1', title: [...title], aside: [], details: [] }, rows };
}

function table(groups: Table['groups'], header: PlainInline[] = [words('Colonne')]): Table {
  return {
    kind: 'table',
    caption: 'Essai',
    captioned: false,
    columns: [
      { header, width: 1, align: 'start' },
      { header: [words('Autre')], width: 2, align: 'start' },
    ],
    groups,
    sheet: null,
  };
}

const PAIR = [cell('gauche'), cell('droite')];
const MANY = Array.from({ length: 60 }, () => PAIR);

const CASES: readonly (readonly [name: string, block: Block, said: string])[] = [
  [
    'a cell over rows and pages, beside a note',
    table([
      {
        header: null,
        rows: [
          [{ ...cell(LONG), rowSpan: 3 }, cell('premier')],
          [cell('second')],
          [holding(words('troisième'), NOTE)],
        ],
      },
    ]),
    'troisième',
  ],
  [
    'a cell over rows of which one is long',
    table([
      { header: null, rows: [[{ ...cell('court'), rowSpan: 2 }, cell('a')], [cell(`${LONG}fin`)]] },
    ]),
    'fin',
  ],
  [
    'groups without rows',
    table([group([words('Vide')], []), group([words('Suite')], [PAIR])]),
    'Vide',
  ],
  [
    'a group without rows, before one that is not repeated',
    table([group([words('Vide')], []), group([words('Avec un '), LINK], MANY)]),
    'Vide',
  ],
  ['a table without rows', table([]), 'Colonne'],
  ['links in what is repeated', table([group([LINK], MANY)], [words('Voir le '), LINK]), 'lien'],
  [
    'a column heading taller than a page',
    table([{ header: null, rows: [PAIR] }], [words(`${LONG}haut`)]),
    'haut',
  ],
  ['a group’s title taller than a page', table([group([words(`${LONG}titre`)], [PAIR])]), 'titre'],
  [
    'a word cut right after a link',
    table([
      {
        header: null,
        rows: [
          [
            { content: [{ kind: 'list', items: [[LINK, words(`suite ${'a'.repeat(45)}`)]] }] },
            cell('b'),
          ],
        ],
      },
    ]),
    'suite',
  ],
  [
    'a soft hyphen at the end of a line read from the right',
    paragraph(NOTE, words('שלום עולם\u00AD')),
    'שלום',
  ],
  [
    'a link after a mark that turns the direction',
    paragraph(words('avant \u202E'), LINK, words(` après ${'a'.repeat(45)} ${'שלום '.repeat(40)}`)),
    'après',
  ],
  [
    'a heading of a note alone',
    { kind: 'heading', level: 2, id: 'vide', content: [NOTE] },
    'Unenote.',
  ],
  [
    'a heading two levels down',
    { kind: 'heading', level: 3, id: 'bas', content: [words('Bas')] },
    'Bas',
  ],
];

async function textOf(block: Block): Promise<string> {
  const document = sampleDocument([], {
    sections: [{ orientation: 'landscape', blocks: [{ kind: 'contents' }, block] }],
  });
  const pdf = await getDocument({ data: Uint8Array.from(renderer.render(document)) }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
  }
  await pdf.loadingTask.destroy();
  return pages.join('').replace(/\s+/g, '');
}

it.each(CASES)('%s is set whole', async (_, block, said) => {
  expect(await textOf(block)).toContain(said);
});

it('sets hundreds of notes of a table in brackets, where they are called', async () => {
  const rows = Array.from({ length: 320 }, (_, n) => [
    cell(`L${n}`),
    holding(words(`C${n}`), NOTE),
  ]);
  const text = await textOf(table([{ header: null, rows }]));
  expect(text.match(/\[Unenote\.\]/g)).toHaveLength(320);
});
