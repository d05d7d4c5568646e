import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHttpSite, PLAN } from '../support/http-site.ts';

const site = openHttpSite();

/** A node of the structure tree, as a screen reader goes through it. */
interface Tag {
  readonly role?: string;
  readonly alt?: string;
  readonly lang?: string;
  readonly children?: readonly Tag[];
  readonly id?: string;
}

let pdf: PDFDocumentProxy;
/** Of every page, in order. */
const tags: Tag[] = [];
const texts = new Map<string, string>();

beforeAll(async () => {
  const answer = await site.ask(`/api/v1/plans/${PLAN}/report.pdf?as_of=2022-03-31`);
  pdf = await getDocument({ data: new Uint8Array(await answer.arrayBuffer()) }).promise;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    tags.push((await page.getStructTree()) as Tag);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    let open: string | null = null;
    for (const item of items) {
      if ('str' in item) {
        if (open !== null) texts.set(open, (texts.get(open) ?? '') + item.str);
      } else if (item.type === 'beginMarkedContentProps') {
        open = item.id ?? null;
      }
    }
  }
});
afterAll(() => pdf.loadingTask.destroy());

function* everyTag(nodes: readonly Tag[]): Generator<Tag> {
  for (const node of nodes) {
    yield node;
    yield* everyTag(node.children ?? []);
  }
}

const withRole = (...roles: readonly string[]) =>
  [...everyTag(tags)].filter(({ role }) => role !== undefined && roles.includes(role));

function textOf(tag: Tag): string {
  const own = tag.id === undefined ? '' : (texts.get(tag.id) ?? '');
  return own + (tag.children ?? []).map(textOf).join('');
}

const plain = (text: string) => text.replace(/[\s\u200B]+/gu, ' ').trim();

describe('the PDF of the report', () => {
  test('says that it is PDF/UA, its title, its author and its language', async () => {
    const { info, metadata } = await pdf.getMetadata();
    expect(info).toMatchObject({
      Title: 'Rapport annuel 2021-2022',
      Author: 'Office des professions du Québec',
      Language: 'fr-CA',
    });
    expect(metadata?.getRaw()).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(await pdf.getMarkInfo()).toContainEqual(['Marked', true]);
    // The title is shown rather than the file's name.
    expect(await pdf.getViewerPreferences()).toContainEqual(['DisplayDocTitle', true]);
  });

  test('has its headings in order, none of whose levels is skipped', () => {
    const headings = withRole('H1', 'H2', 'H3');
    const levels = headings.map(({ role }) => Number(role?.slice(1)));
    for (const [index, level] of levels.entries()) {
      expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
    }
    expect(headings.map((tag) => plain(textOf(tag)))).toEqual(
      expect.arrayContaining([
        'Le plan en un coup d’œil',
        'Mot de la présidente',
        'Sigles',
        'Introduction',
        'Pouvoirs',
        'Travaux du Pôle',
        'État d’avancement des mesures',
        '1. Information',
        'Le plan en graphiques',
        'Notes et sources',
      ]),
    );
  });

  test('has an entry for each chapter in its outline', async () => {
    const outline = await pdf.getOutline();
    expect(outline.map(({ title }) => plain(title))).toContain('État d’avancement des mesures');
  });

  test('names the columns of its tables, and each measure above its lines', () => {
    const headers = withRole('TH').map((tag) => plain(textOf(tag)));
    for (const name of ['Indicateur, cible', 'Échéance', 'Avancement', 'Sigle', 'Signification']) {
      expect(headers).toContain(name);
    }
    const measures = headers.filter((text) =>
      /^\d+\s*[A-ZÉ].*suivi : inconnu|En charge/u.test(text),
    );
    expect(measures.length).toBeGreaterThanOrEqual(16);
  });

  test('has every figure said in words', () => {
    const figures = withRole('Figure');
    expect(figures.length).toBeGreaterThanOrEqual(16 + 3);
    for (const { alt } of figures) expect(alt).toMatch(/\S/);
    const said = figures.map(({ alt }) => plain(alt ?? ''));
    expect(said).toContain('décembre 2020, dépassée de 15 mois; hiver 2023; automne 2023');
    expect(said).toContainEqual(
      expect.stringMatching(/^Moyennes calculées : Mesures transversales, 24 %/),
    );
    expect(said).toContainEqual(expect.stringMatching(/^Retards, du plus long au plus court : /));
  });

  test('has its notes, its links and its lists tagged', () => {
    expect(withRole('Note', 'FENote').length).toBeGreaterThanOrEqual(4);
    expect(withRole('Link').length).toBeGreaterThan(0);
    expect(withRole('L').length).toBeGreaterThan(0);
    expect(withRole('LI').length).toBeGreaterThan(5);
  });

  test('has no blank page, and a page number on each but the cover', async () => {
    for (let number = 2; number <= pdf.numPages; number += 1) {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      const text = items.map((item) => ('str' in item ? item.str : '')).join(' ');
      expect(plain(text)).toContain(`Page ${number} de ${pdf.numPages}`);
      expect(text.length).toBeGreaterThan(200);
    }
  });
});
