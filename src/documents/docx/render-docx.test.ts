import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import type { Block, Document, Section } from '../document.ts';
import {
  CHART,
  cell,
  followUpTable,
  paragraph,
  plainTable,
  SHAPE,
  sampleDocument,
  words,
} from '../testing/sample-document.ts';
import { renderDocx } from './render-docx.ts';
import { readPart, readParts } from './testing/read-file.ts';

async function bodyOf(document: Document) {
  return readPart(await renderDocx(document), 'word/document.xml');
}

/** Alone under a heading, without a cover’s logo: all the drawings are those of the blocks. */
function only(...blocks: Block[]): Document {
  const { marks } = sampleDocument();
  return sampleDocument([], {
    marks: { ...marks, logo: null },
    sections: [{ orientation: 'portrait', blocks }],
  });
}

async function htmlOf(document: Document): Promise<string> {
  const { value, messages } = await mammoth.convertToHtml({
    buffer: Buffer.from(await renderDocx(document)),
  });
  expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
  return value;
}

describe('the Word file', () => {
  it('has headings, lists, tables, links and notes that another reader finds', async () => {
    const html = await htmlOf(sampleDocument());
    expect(html).toContain('Mot de la présidence</h1>');
    expect(html).toContain('Pouvoirs</h2>');
    expect(html).toContain('<ul><li>un premier</li><li>un second</li></ul>');
    expect(html).toMatch(/<thead><tr><th><p>Thème<\/p><\/th>/);
    expect(html).toContain('<a href="https://example.org">https://example.org</a>');
    expect(html).toMatch(/<sup><a href="#footnote-\d+" id="[^"]+">\[1\]<\/a><\/sup>/);
    expect(html).toContain('La note, au pied de la page.');
    expect(html).toContain('<strong>avancent</strong>');
  });

  it('opens with a cover that has neither head nor foot', async () => {
    const document = await bodyOf(sampleDocument());
    const styles = document.all('w:pStyle').map((style) => style.attribute('w:val'));
    expect(styles.slice(0, 7)).toEqual([
      'Logo',
      'Organisme',
      'Title',
      'Subtitle',
      'Date',
      'MentionProjet',
      'Colophon',
    ]);
    const sections = document.all('w:sectPr');
    expect(sections.map((section) => section.all('w:headerReference').length)).toEqual([0, 1, 1]);
    expect(sections.map((section) => section.all('w:footerReference').length)).toEqual([0, 1, 1]);
  });

  it('turns the page with its sections, on US Letter', async () => {
    const document = await bodyOf(sampleDocument());
    const pages = document
      .all('w:pgSz')
      .map((size) => [size.attribute('w:w'), size.attribute('w:h'), size.attribute('w:orient')]);
    expect(pages).toEqual([
      ['12240', '15840', 'portrait'],
      ['12240', '15840', 'portrait'],
      ['15840', '12240', 'landscape'],
    ]);
  });

  it('has no page for a section without blocks', async () => {
    const { sections } = sampleDocument();
    const empty: Section = { orientation: 'landscape', blocks: [] };
    const document = await bodyOf(sampleDocument([], { sections: [...sections, empty] }));
    expect(document.all('w:sectPr')).toHaveLength(3);
  });

  it('says the draft and the page on every other page', async () => {
    const bytes = await renderDocx(sampleDocument());
    const head = await readPart(bytes, 'word/header1.xml');
    const foot = await readPart(bytes, 'word/footer1.xml');
    expect(head.text).toBe('Pôle des essais · Rapport annuel 2021-2022Projet');
    expect(foot.all('w:instrText').map(({ text }) => text)).toEqual(['PAGE', 'NUMPAGES']);
    expect(foot.all('w:t').map(({ text }) => text)).toEqual(['Page ', ' de ']);
  });

  it('has a table of contents that is filled, and that Word counts the pages of', async () => {
    const [contents] = (await bodyOf(sampleDocument())).all('w:sdt');
    expect(contents?.all('w:docPartGallery')[0]?.attribute('w:val')).toBe('Table of Contents');
    const [instruction] = contents?.all('w:instrText') ?? [];
    expect(instruction?.text).toBe('TOC \\o "1-3" \\h');
    expect(contents?.all('w:fldChar')[0]?.attribute('w:dirty')).toBe('true');
    expect(contents?.all('w:hyperlink').map(({ text }) => text)).toEqual([
      'Mot de la présidencePAGEREF _Toc000000001 \\h',
      'PouvoirsPAGEREF _Toc000000002 \\h',
      'Suivi des mesuresPAGEREF _Toc000000003 \\h',
      '1. InformationPAGEREF _Toc000000004 \\h',
    ]);
    const names = (await bodyOf(sampleDocument()))
      .all('w:bookmarkStart')
      .map((bookmark) => bookmark.attribute('w:name'));
    expect(names).toEqual(contents?.all('w:hyperlink').map((link) => link.attribute('w:anchor')));
  });

  it('has an empty table of contents when nothing has a heading', async () => {
    const [contents] = (await bodyOf(only({ kind: 'contents' }, paragraph('Seul')))).all('w:sdt');
    expect(contents?.all('w:fldChar')).toHaveLength(3);
  });

  it('numbers captions by fields', async () => {
    const { text } = await bodyOf(sampleDocument());
    expect(text).toContain('Tableau SEQ Tableau \\* ARABIC1\u2002Avancement par thème');
    expect(text).toContain('Figure SEQ Figure \\* ARABIC1\u2002Avancement par thème');
    expect(text).toContain('Les chiffres de la figure');
  });

  it('says nothing of its own date, and is the same for the same document', async () => {
    const first = await renderDocx(sampleDocument());
    await renderDocx(only(plainTable));
    expect(Buffer.from(first).equals(await renderDocx(sampleDocument()))).toBe(true);
    const core = await readPart(first, 'docProps/core.xml');
    expect(core.xml).toContain('<dc:title>Rapport annuel 2021-2022</dc:title>');
    expect(core.xml).toContain('<dc:subject>Plan d’action 2019-2024</dc:subject>');
    expect(core.xml).toContain('<dc:creator>Office des essais</dc:creator>');
    expect(core.xml).toContain('<dc:language>fr-CA</dc:language>');
    expect(core.xml).not.toContain('dcterms');
  });
});

describe('the tables of a Word file', () => {
  it('repeat their headings and say what they show', async () => {
    const tables = (await bodyOf(sampleDocument())).all('w:tbl');
    expect(tables.map((table) => table.all('w:tblHeader').length)).toEqual([1, 1, 1]);
    expect(tables.map((table) => table.all('w:tblCaption')[0]?.attribute('w:val'))).toEqual([
      'Avancement par thème',
      'Les chiffres par thème',
      '1. Information',
    ]);
  });

  it('keep group headers whole and with the row that follows', async () => {
    const { all } = await bodyOf(only(followUpTable));
    const [, first, line, second] = all('w:tr');
    expect(first?.all('w:cantSplit')).toHaveLength(1);
    expect(first?.all('w:pStyle').map((style) => style.attribute('w:val'))).toEqual([
      'TitreGroupeNumerote',
      'DetailGroupeNumerote',
      'DetailGroupeNumerote',
    ]);
    expect(first?.text).toBe(
      '3Informer les PFÉ des conditions d’admissionM/O en charge\u00a0: BCIM/O collaborateurs\u00a0: Q2, CIQ',
    );
    expect(line?.all('w:tc')).toHaveLength(4);
    expect(second?.all('w:tc').map(({ text }) => text)).toEqual([
      '4Informer les PFÉ des trajectoires avec stageM/O en charge\u00a0: MSSS',
      'suivi inconnu',
    ]);
    const styles = await readPart(await renderDocx(only(followUpTable)), 'word/styles.xml');
    const title = styles.all('w:style').find((one) => one.attribute('w:styleId') === 'TitreGroupe');
    expect(title?.all('w:keepNext')).toHaveLength(1);
  });

  it('have every row as wide as the others', async () => {
    const { all } = await bodyOf(only(followUpTable));
    const columns = all('w:gridCol').length;
    const spans = all('w:tr').map((row) =>
      row
        .all('w:tc')
        .map((one) => Number(one.all('w:gridSpan')[0]?.attribute('w:val') ?? 1))
        .reduce((sum, span) => sum + span, 0),
    );
    expect(new Set(spans)).toEqual(new Set([columns]));
  });

  it('let long rows go on to the next page', async () => {
    const [column] = plainTable.columns;
    if (!column) throw new Error('a table without columns');
    const long = cell('Un état d’avancement qui dure. '.repeat(1300));
    const { all } = await bodyOf(
      only({
        ...plainTable,
        columns: [column],
        groups: [{ header: null, rows: [[cell('court')], [long]] }],
      }),
    );
    const [, short, tall] = all('w:tr');
    expect([short, tall].map((row) => row?.all('w:cantSplit').length)).toEqual([1, 0]);
    expect(tall?.text).toHaveLength(40_300);
  });

  it('hold groups without rows, 26 collaborators, and cells of several rows', async () => {
    const [group] = followUpTable.groups;
    if (!group?.header) throw new Error('a table without groups');
    const names = Array.from({ length: 26 }, (_, index) => `Ministère ${index + 1}`).join(', ');
    const header = {
      ...group.header,
      details: [{ label: 'Avec', content: [{ kind: 'text', text: names } as const] }],
    };
    const rows = [
      [cell('haut', { rowSpan: 2 }), cell('a'), cell('b'), cell('c')],
      [cell('d'), cell('e'), cell('f')],
    ];
    const { all, text } = await bodyOf(
      only({
        ...followUpTable,
        groups: [
          { header, rows: [] },
          { header: null, rows },
        ],
      }),
    );
    expect(text).toContain('Ministère 26');
    expect(all('w:vMerge').map((merge) => merge.attribute('w:val'))).toEqual([
      'restart',
      'continue',
    ]);
    const last = all('w:keepNext').at(-1);
    expect(last?.attribute('w:val')).toBe('false');
  });

  it('do not become one when they touch', async () => {
    const { xml } = await bodyOf(only(plainTable, { ...plainTable, captioned: false }));
    expect(xml).toMatch(/<\/w:tbl><w:p>(?:(?!<\/w:p>).)*<\/w:p><w:tbl>/);
  });

  it('may have neither groups nor rows', async () => {
    const { all } = await bodyOf(only({ ...plainTable, groups: [] }));
    expect(all('w:tr')).toHaveLength(1);
  });
});

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

describe('the languages of a Word file', () => {
  it.each([
    ['fr', 'fr-CA'],
    ['en', 'en-CA'],
  ] as const)('are said in its styles: %s', async (language, locale) => {
    const styles = await readPart(
      await renderDocx(sampleDocument([], { language })),
      'word/styles.xml',
    );
    const [defaults] = styles.all('w:rPrDefault');
    expect(defaults?.all('w:lang')[0]?.attribute('w:val')).toBe(locale);
  });

  it('are said of the runs in another, whose spaces stay as they are', async () => {
    const { all } = await bodyOf(
      only(
        paragraph(words('Oui : 50 %'), { kind: 'text', text: 'Yes: 50 %', lang: 'en' }),
        paragraph('« Oui »'),
      ),
    );
    expect(all('w:lang').map((lang) => lang.attribute('w:val'))).toEqual(['en-CA']);
    const texts = all('w:t').map(({ text }) => text);
    expect(texts).toEqual(
      expect.arrayContaining(['Oui\u00a0: 50\u00a0%', 'Yes: 50 %', '«\u00a0Oui\u00a0»']),
    );
  });

  it('are read from the right where they are', async () => {
    const { all } = await bodyOf(only(paragraph('שלום עולם, PFÉ'), paragraph('Le mot שלום ici')));
    const [hebrew, french] = all('w:p').filter(({ text }) => text.includes('שלום'));
    expect(hebrew?.all('w:bidi')).toHaveLength(1);
    expect(french?.all('w:bidi')).toHaveLength(0);
    const reversed = french?.all('w:r').filter((run) => run.all('w:rtl').length > 0);
    expect(reversed?.map(({ text }) => text)).toEqual(['שלום']);
  });
});
