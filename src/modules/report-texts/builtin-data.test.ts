import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseNarrative } from '#modules/plan/rules/narrative.ts';
import { hasReferenceReport, referenceReport } from '../../../tests/support/reference-report.ts';
import { reportDataSchema } from './report-data.ts';
import { parseReportTemplate, type ReportTemplate, textPartsOf } from './report-template.ts';

const DATA = new URL('../../../data/', import.meta.url);
const readJson = (path: string): unknown => JSON.parse(readFileSync(new URL(path, DATA), 'utf8'));

const standard = parseReportTemplate(readJson('report-template.json'));
const pole = reportDataSchema.parse(readJson('pole-2019-2024/report.json'));
const texts = Object.entries(pole.texts);
const keysOf = (template: ReportTemplate) => textPartsOf(template).map(({ key }) => key);

/** Every French text of a template. */
function frenchOf({ parts, title, publisher, body }: ReportTemplate): string[] {
  return [
    ...[title, publisher, body].flatMap((text) => text?.fr ?? []),
    ...parts.map(({ heading }) => heading.fr),
    ...parts.flatMap((part) => (part.kind === 'text' ? (part.hint?.fr ?? []) : [])),
  ];
}

describe('the default template', () => {
  test('is anybody’s: it asks for no text, and names nobody', () => {
    expect(textPartsOf(standard).filter(({ required }) => required)).toEqual([]);
    expect(frenchOf(standard).join(' ')).not.toMatch(/Pôle|Office|MIFI/);
    expect([standard.logo, standard.body, standard.yearEndsOn]).toEqual([null, null, null]);
  });

  test('shows all that is made from the plan', () => {
    const made = (template: ReportTemplate) =>
      template.parts.flatMap(({ kind }) => (kind === 'text' || kind === 'chapter' ? [] : [kind]));
    expect(made(standard).toSorted()).toEqual(made(pole.template).toSorted());
    expect(made(standard)).toHaveLength(8);
  });
});

describe('the report of the Pôle', () => {
  test('has each text its template asks for, and no other', () => {
    expect(Object.keys(pole.texts)).toEqual(keysOf(pole.template));
    expect(keysOf(pole.template)).toEqual([
      'message',
      'introduction',
      'powers',
      'composition',
      'structure',
      'partnership',
      'meetings',
    ]);
  });

  test('carries nothing of a year over to the next: its message and its meetings', () => {
    const passing = textPartsOf(pole.template).filter(({ lasting }) => !lasting);
    expect(passing.map(({ key }) => key)).toEqual(['message', 'meetings']);
  });

  test('is in both languages, with the same paragraphs, items, addresses and figures', () => {
    const shape = (text: string) =>
      parseNarrative(text).map((block) =>
        block.kind === 'list' ? block.items.length : block.content.map(({ kind }) => kind).join(),
      );
    const figures = (text: string) => (text.match(/\d+/g) ?? []).toSorted();
    for (const [key, { fr, en }] of texts) {
      expect(shape(en ?? ''), key).toEqual(shape(fr));
      expect(figures(en ?? ''), key).toEqual(figures(fr));
    }
    for (const { heading, ...part } of pole.template.parts) {
      expect(heading.en, heading.fr).not.toBeNull();
      if (part.kind === 'text') expect(part.hint?.en, heading.fr).not.toBeNull();
    }
  });

  test('lists the five functions and the ten members', () => {
    const lists = (key: string) =>
      parseNarrative(pole.texts[key]?.fr ?? '').flatMap((block) =>
        block.kind === 'list' ? [block.items.length] : [],
      );
    expect(lists('introduction')).toEqual([5, 3]);
    expect(lists('composition')).toEqual([10]);
  });

  test('cites the law by the articles that are known, and no other', () => {
    const cited = (language: 'fr' | 'en') =>
      texts.flatMap(([, text]) => text[language]?.match(/\([^()]*, c\. [^()]*\)/g) ?? []);
    expect(cited('fr')).toEqual([
      '(RLRQ, c. C-26, a. 16.24)',
      '(L.Q. 2017, c. 11)',
      '(RLRQ, c. C-26, a. 16.27)',
    ]);
    expect(cited('en')).toEqual([
      '(CQLR, c. C-26, s. 16.24)',
      '(S.Q. 2017, c. 11)',
      '(CQLR, c. C-26, s. 16.27)',
    ]);
  });

  test('says of the president’s message that it is a summary, and speaks for nobody', () => {
    const { fr = '', en } = pole.texts['message'] ?? {};
    expect(fr).toMatch(/^D’après le mot de Diane Legault, .* C’est un résumé/);
    expect(en).toMatch(/^Based on the message of Diane Legault, .* This is a summary/);
    expect(fr).not.toMatch(/\b(je|j’|mon|ma|mes|nous|notre|nos)\b/i);
    expect(en).not.toMatch(/\b(I|my|we|our|us)\b/);
  });
});

test('French texts have curly apostrophes and no-break spaces', () => {
  const french = [
    ...texts.map(([, { fr }]) => fr),
    ...frenchOf(pole.template),
    ...frenchOf(standard),
  ];
  expect(french.filter((text) => /'|"| [:;%!?»]|« |\d%/.test(text))).toEqual([]);
});

test('each folder of data is a plan', () => {
  const folders = readdirSync(DATA, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name } of folders) {
    expect(readdirSync(new URL(`${name}/`, DATA)), name).toContain('plan.json');
  }
});

/** What anybody who tells of the Pôle must write alike: names, titles, an address. */
const NAMES = [
  'Office des professions du Québec',
  'Plan d’action interministériel pour la reconnaissance des compétences des personnes immigrantes',
  'ministre du Travail, de l’Emploi et de la Solidarité sociale',
  'ministre de l’Immigration, de la Francisation et de l’Intégration',
  'Ministère du Travail, de l’Emploi et de la Solidarité sociale',
  'Ministère de l’Immigration, de la Francisation et de l’Intégration',
  'Ministère des Relations internationales et de la Francophonie',
  'Ministère de la Santé et des Services sociaux',
  'Commission des partenaires du marché du travail',
  'https://www.quebec.ca/gouvernement/ministere/immigration/publications/plan-action-reconnaissance-competences',
];

describe('against the published report', () => {
  test.skipIf(!hasReferenceReport)('no text repeats eight words in a row', () => {
    const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const names = NAMES.map((name) => ` ${words(name).join(' ')} `);
    const runs = (text: string) => {
      const plain = names.reduce(
        (rest, name) => rest.replaceAll(name, ' * '),
        ` ${words(text).join(' ')} `,
      );
      const all = plain.trim().split(' ');
      return all.slice(7).map((_, index) => all.slice(index, index + 8).join(' '));
    };
    // Words cut at the end of a line are put together again.
    const published = readFileSync(referenceReport, 'utf8').replace(
      /(\p{L})-\s+(?=\p{Ll})/gu,
      '$1',
    );
    const theirs = new Set(runs(published));
    expect(theirs.size).toBeGreaterThan(3000);
    expect(texts.flatMap(([, { fr }]) => runs(fr)).filter((run) => theirs.has(run))).toEqual([]);
  });
});
