import { describe, expect, test } from 'vitest';
import { openHttpSite, PLAN } from '../support/http-site.ts';
import { keysOf } from '../support/keys-of.ts';

const site = openHttpSite();

/** What leaves, and nothing else. */
const KEYS = {
  plan: [
    'asOf',
    'key',
    'measures',
    'objective',
    'overdue',
    'period',
    'progress',
    'statementDates',
    'themes',
    'title',
  ],
  theme: ['crossCutting', 'name', 'number', 'objective', 'progress'],
  measure: [
    'collaborators',
    'followUp',
    'indicators',
    'leads',
    'lines',
    'name',
    'number',
    'overdue',
    'progress',
    'theme',
  ],
  progress: ['coverage', 'value'],
  coverage: ['expected', 'stated'],
  party: ['acronym', 'group', 'name', 'organisation', 'qualifier', 'text'],
  indicator: ['deadline', 'label', 'progress', 'state'],
  deadline: ['by', 'edtf', 'kind', 'latest', 'text'],
  line: [
    'asOf',
    'computation',
    'computed',
    'expected',
    'label',
    'narrative',
    'scope',
    'source',
    'stated',
    'status',
  ],
};

interface Measure {
  readonly number: string;
  readonly leads: readonly object[];
  readonly collaborators: readonly object[];
  readonly indicators: readonly { readonly deadline: object | null }[];
  readonly lines: readonly object[];
  readonly progress: { readonly coverage: object };
}
interface Measures {
  readonly asOf: string;
  readonly measures: readonly Measure[];
  readonly total: number;
  readonly nextCursor: string | null;
}

const ALL = Array.from({ length: 16 }, (_, index) => String(index + 1));
const measures = (query = '') => site.read<Measures>(`/plans/${PLAN}/measures${query}`);
const numbers = async (query: string) => (await measures(query)).measures.map((m) => m.number);

test('GET /plans gives every plan, and of each what is public', async () => {
  expect(await site.read('/plans')).toEqual({
    plans: [
      {
        key: PLAN,
        title: { fr: expect.stringContaining('2019-2024'), en: expect.any(String) },
        period: { text: '2019-2024', from: '2019-01-01', to: '2024-12-31' },
        measures: 16,
        latestStatementDate: '2022-03-31',
      },
    ],
  });
});

describe('GET /plans/{plan}', () => {
  test('gives the plan on its latest date, and nothing more than it says', async () => {
    const plan = await site.read<Record<string, unknown>>(`/plans/${PLAN}`);
    expect(keysOf(plan)).toEqual(KEYS.plan);
    expect(keysOf(plan['themes'])).toEqual(Array.from({ length: 5 }, () => KEYS.theme));
    expect(plan).toMatchObject({
      key: PLAN,
      asOf: '2022-03-31',
      statementDates: ['2022-03-31'],
      measures: ALL,
      overdue: ['2', '6'],
      progress: { value: 0.689375, coverage: { stated: 16, expected: 16 } },
    });
  });

  test('on a date, gives it as it stood then', async () => {
    expect(await site.read(`/plans/${PLAN}?as_of=2024-01-01`)).toMatchObject({
      asOf: '2024-01-01',
      overdue: [],
      progress: { value: null, coverage: { stated: 0, expected: 16 } },
    });
  });
});

describe('GET /plans/{plan}/measures', () => {
  test('gives each measure with exactly what is public', async () => {
    const page = await measures();
    expect(keysOf(page)).toEqual(['asOf', 'measures', 'nextCursor', 'total']);
    expect([page.asOf, page.total, page.nextCursor]).toEqual(['2022-03-31', 16, null]);
    const every = (items: readonly object[], keys: readonly string[]) =>
      expect(items.map(keysOf)).toEqual(items.map(() => keys));
    every(page.measures, KEYS.measure);
    every(
      page.measures.map((measure) => measure.progress),
      KEYS.progress,
    );
    every(
      page.measures.map((measure) => measure.progress.coverage),
      KEYS.coverage,
    );
    every(
      page.measures.flatMap(({ leads, collaborators }) => [...leads, ...collaborators]),
      KEYS.party,
    );
    const indicators = page.measures.flatMap((measure) => measure.indicators);
    every(indicators, KEYS.indicator);
    every(
      indicators.flatMap(({ deadline }) => deadline ?? []),
      KEYS.deadline,
    );
    const lines = page.measures.flatMap((measure) => measure.lines);
    every(lines, KEYS.line);
    expect(lines).toHaveLength(26);
  });

  test('by theme', async () => {
    expect(await numbers('?theme=0')).toEqual(['1', '2']);
    expect(await numbers('?theme=4')).toEqual(['11', '12', '13', '14', '15', '16']);
  });

  test.each(['MIFI', 'mifi', 'ministere-immigration'])(
    'by organisation, named %s: what it leads and what it helps',
    async (organisation) => {
      expect(await numbers(`?organisation=${organisation}`)).toEqual(['2', '6', '8', '14', '16']);
    },
  );

  test('by an organisation that has no part in it, or that is not: none', async () => {
    expect(await measures('?organisation=architectes')).toMatchObject({ measures: [], total: 0 });
    expect(await measures('?organisation=inconnue')).toMatchObject({ measures: [], total: 0 });
  });

  test('late or not', async () => {
    expect(await numbers('?overdue=true')).toEqual(['2', '6']);
    expect(await numbers('?overdue=false')).toEqual(ALL.filter((n) => n !== '2' && n !== '6'));
  });

  test('by everything at once', async () => {
    expect(await numbers('?theme=0&organisation=MIFI&overdue=true')).toEqual(['2']);
  });

  test.each([1, 3, 5, 16, 1000])('page by page of %i, each once and in order', async (limit) => {
    const walked: string[] = [];
    let pages = 0;
    for (let cursor: string | null = ''; cursor !== null; pages += 1) {
      const page: Measures = await measures(
        `?limit=${limit}${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      expect(page.total).toBe(16);
      expect(page.measures.length).toBeLessThanOrEqual(limit);
      walked.push(...page.measures.map(({ number }) => number));
      cursor = page.nextCursor;
    }
    expect(walked).toEqual(ALL);
    expect(pages).toBe(Math.ceil(16 / limit));
  });

  test('walks what is filtered with the same filter', async () => {
    const first = await measures('?organisation=MIFI&limit=3');
    const rest = await measures(`?organisation=MIFI&limit=3&cursor=${first.nextCursor}`);
    expect([first.total, rest.total, rest.nextCursor]).toEqual([5, 5, null]);
    expect(rest.measures.map(({ number }) => number)).toEqual(['14', '16']);
  });
});

describe('GET /plans/{plan}/measures/{number}', () => {
  test('gives the very measure of the list', async () => {
    const { measures: all } = await measures();
    for (const measure of all) {
      expect(await site.read(`/plans/${PLAN}/measures/${measure.number}`)).toEqual(measure);
    }
  });

  test('says how a figure is computed, or why it is not', async () => {
    const lines = async (number: string) =>
      (await site.read<Measure>(`/plans/${PLAN}/measures/${number}`)).lines;
    expect(await lines('13')).toMatchObject([
      { stated: 0.96, computed: 0.97, computation: { status: 'computed', numerator: 58 } },
    ]);
    expect(await lines('5')).toMatchObject([
      { stated: 0.5, computed: null, computation: { reason: 'units-differ' } },
    ]);
  });

  test('tells zero from what is not stated', async () => {
    expect(await site.read(`/plans/${PLAN}/measures/6`)).toMatchObject({
      lines: [
        { status: 'stated', stated: 0 },
        { status: 'covered', stated: null },
        { status: 'covered', stated: null },
      ],
      progress: { value: 0, coverage: { stated: 1, expected: 1 } },
      overdue: true,
    });
  });

  test('gives a deadline as written, as ISO 8601-2, and its last day', async () => {
    expect(await site.read(`/plans/${PLAN}/measures/6`)).toMatchObject({
      indicators: [
        { deadline: { text: 'Automne 2020', latest: '2020-12-21', kind: 'dated' } },
        { deadline: { text: 'Automne 2020' } },
        { deadline: { text: 'Juin 2024', edtf: '2024-06', latest: '2024-06-30', by: false } },
      ],
    });
    expect(await site.read(`/plans/${PLAN}/measures/5`)).toMatchObject({
      indicators: [{ deadline: { text: 'En continu', edtf: null, latest: null, kind: 'ongoing' } }],
    });
  });

  test('on a later date, says that it does not know whether it is late', async () => {
    expect(await site.read(`/plans/${PLAN}/measures/6?as_of=2024-01-01`)).toMatchObject({
      progress: { value: null },
      overdue: null,
    });
  });
});

test.each([
  ['/healthz', { application: 'passerelle', status: 'ok' }],
  ['/readyz', { status: 'ready' }],
])('GET %s says that all is well, and nobody keeps it', async (path, body) => {
  const answer = await site.ask(path);
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
  expect(answer.headers.get('etag')).toBeNull();
  expect(await answer.json()).toEqual(body);
});
