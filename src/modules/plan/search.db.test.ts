import { beforeAll, describe, expect, test } from 'vitest';
import { openTestServices } from '../../../tests/support/test-site.ts';
import { bring, coastTable, line, measure } from '../../../tests/support/test-table.ts';

const site = openTestServices();
const PLAN = 'sante';
const AS_OF = '2024-06-30';

const { themes } = coastTable(AS_OF);
beforeAll(async () => {
  await bring(
    site.services,
    coastTable(AS_OF, {
      themes,
      measures: [
        measure('1', 'Garantir l’équité d’accès', [
          line('Guide pour les infirmières', 0.5, {
            narrative: 'Un premier stage en soins a eu lieu \ue000 à l’Hôpital d’Amos \ue001.',
          }),
        ]),
        measure('2', 'Multiplier les stages', [line('Dix places en soins', 0)]),
        measure('3', 'Offrir la formation d’appoint', [line('Cours', 0)], { theme: '2' }),
        measure('4', 'Appoint de formation', [line('Relevé', 0)]),
      ],
    }),
    { planKey: PLAN },
  );
});

const search = (query: string, asOf = AS_OF) => site.services.plans.search(PLAN, query, asOf);
const found = async (query: string, asOf = AS_OF) =>
  (await search(query, asOf))
    .filter(({ kind }) => ['measure', 'indicator', 'narrative'].includes(kind))
    .map(({ kind, key }) => `${kind} ${key}`);

describe('a search', () => {
  test.each(['équité', 'equite', 'ÉQUITÉS', 'equites'])('finds « équité » by %s', async (query) => {
    expect(await found(query)).toEqual(['measure 1']);
  });

  test.each(['infirmières', 'infirmieres', 'infirmière', 'INFIRMIERE'])(
    'finds « infirmières » by %s',
    async (query) => {
      expect(await found(query)).toEqual(['indicator 1']);
    },
  );

  test('finds by stem in names, indicators and narratives, names first', async () => {
    expect(await found('stage')).toEqual(['measure 2', 'narrative 1']);
  });

  test('with several words wants them all', async () => {
    expect(await found('stage soins')).toEqual(['narrative 1']);
  });

  test('with quotation marks wants the very phrase', async () => {
    expect(await found('formation appoint')).toEqual(
      expect.arrayContaining(['measure 3', 'measure 4']),
    );
    for (const phrase of [
      '"formation d’appoint"',
      '"formation d\'appoint"',
      '« formation d’appoint »',
      '“Formations d’appoint”',
    ]) {
      expect(await found(phrase), phrase).toEqual(['measure 3']);
    }
  });

  test('does without the small words, which are everywhere', async () => {
    expect(await found('les stages')).toEqual(await found('stages'));
    expect(await found('à l’équité')).toEqual(['measure 1']);
    expect(await found('"les stages"')).toEqual(['measure 2']);
  });

  test('with a minus sign leaves out', async () => {
    expect(await found('soins -stage')).toEqual(['indicator 2']);
  });

  test('with « or » takes either', async () => {
    expect((await found('équité or cours')).toSorted()).toEqual(['indicator 3', 'measure 1']);
  });

  test('finds organisations as they are called on the date', async () => {
    const names = async (asOf: string) =>
      (await search('ministère immigration', asOf))
        .filter(({ kind }) => kind === 'organisation')
        .map(({ title }) => title.fr);
    expect(await names('2019-01-01')).toEqual([
      'Ministère de l’Immigration, de la Diversité et de l’Inclusion',
    ]);
    expect(await names(AS_OF)).toEqual([
      'Ministère de l’Immigration, de la Francisation et de l’Intégration',
    ]);
  });

  test('finds the plan’s own terms, and no other plan’s', async () => {
    const terms = async (plan: string) =>
      (await site.services.plans.search(plan, 'OIIAQ', AS_OF)).filter(
        ({ kind }) => kind === 'acronym',
      );
    expect(await terms(PLAN)).toEqual([]);
    expect((await terms('pole-2019-2024')).map(({ key }) => key)).toEqual(['OIIAQ']);
  });

  test('finds only what is in force on the date', async () => {
    expect(await found('stage', '2022-12-31')).toEqual([]);
    expect(await found('stage', '2023-06-30')).toEqual(['measure 2']);
  });

  test('shows on a later date the last narrative', async () => {
    expect(await found('hôpital', '2025-01-01')).toEqual(['narrative 1']);
  });
});

describe('what matched', () => {
  const MARKED = /\ue000([^\ue000\ue001]*)\ue001/g;
  const marked = (excerpt: string) => [...excerpt.matchAll(MARKED)].map(([, text]) => text);

  test('stands between marks', async () => {
    const [hit] = await search('equites');
    expect(hit?.excerpt).toBe('Garantir \ue000l’équité\ue001 d’accès');
  });

  test('is told from marks that were in the text itself', async () => {
    const hit = (await search('hopital')).find(({ kind }) => kind === 'narrative');
    expect(marked(hit?.excerpt ?? '')).toEqual(['l’Hôpital']);
    expect(hit?.excerpt.match(/[\ue000\ue001]/g)).toHaveLength(2);
  });
});

describe('a query that says nothing', () => {
  test.each([
    ['empty', ''],
    ['blank', '   '],
    ['only small words', 'le la les de'],
    ['only signs', `'":*&|!()<->\\;--`],
    ['an open quotation mark', '"'],
    ['only a minus sign', '-'],
    ['a null character', '\0'],
    ['half a character', '\ud800'],
    ['a word longer than an index takes', 'a'.repeat(5000)],
    ['a long word of wide letters', '𝕒'.repeat(3000)],
    ['SQL', "'; drop table measure; --"],
  ])('(%s) finds nothing, and breaks nothing', async (_, query) => {
    expect(await search(query)).toEqual([]);
  });

  test('still finds around what is hostile', async () => {
    expect(await found('équité\0 & | !')).toEqual(['measure 1']);
  });

  test.each(['inconnu', 'a\0b'])('in a plan that is not there (%j) finds nothing', async (plan) => {
    expect(await site.services.plans.search(plan, 'équité', AS_OF)).toEqual([]);
  });
});
