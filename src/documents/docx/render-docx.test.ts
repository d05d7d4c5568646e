import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import type { Document, Section } from '../document.ts';
import { paragraph, plainTable, sampleDocument, words } from '../testing/sample-document.ts';
import { renderDocx } from './render-docx.ts';
import { bodyOf, only } from './testing/one-section.ts';
import { readPart } from './testing/read-file.ts';

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

  it('has addresses that Word accepts, and writes each as it is told', async () => {
    const href = 'https://example.org/une page/été?q=<a>#lieu#dit';
    const bytes = await renderDocx(only(paragraph({ kind: 'link', text: 'ici', href })));
    const { all } = await readPart(bytes, 'word/_rels/document.xml.rels');
    expect(all('Relationship').map((one) => one.attribute('Target'))).toContain(
      'https://example.org/une%20page/%C3%A9t%C3%A9?q=%3Ca%3E',
    );
    const links = (await readPart(bytes, 'word/document.xml')).all('w:hyperlink');
    expect(links.map((link) => link.attribute('w:anchor'))).toEqual([null, 'lieu#dit']);
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
