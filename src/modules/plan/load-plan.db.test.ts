import { describe, expect, test } from 'vitest';
import { openDatabase, transact } from '#platform/database/database.ts';
import { openTestDatabase } from '../../../tests/support/test-database.ts';
import {
  asOwner,
  contentsOf,
  loadBuiltIn,
  openTestServices,
  PUBLIC,
  SYSTEM,
} from '../../../tests/support/test-site.ts';
import { measureOf, stateOf } from '../../../tests/support/test-table.ts';
import { loadPlan } from './load-plan.ts';
import type { PlanData } from './plan-data.ts';

const site = openTestServices();
const PLAN = 'pole-2019-2024';
const REPORTED = '2022-03-31';

const state = (asOf: string | null = null) => stateOf(site.services, PLAN, asOf);
const measure = (number: string) => measureOf(site.services, PLAN, number);
const numbers = (measures: readonly { readonly number: string }[]) => measures.map((m) => m.number);

describe('the built-in plan, as reported on 31 March 2022', () => {
  test('has 16 measures and 26 lines, 20 of them with a percentage, all of it a summary', async () => {
    const { measures, asOf, statementDates } = await state();
    const lines = measures.flatMap((m) => m.lines);
    expect(asOf).toBe(REPORTED);
    expect(statementDates).toEqual([REPORTED]);
    expect(numbers(measures)).toEqual(Array.from({ length: 16 }, (_, index) => String(index + 1)));
    expect(lines).toHaveLength(26);
    expect(lines.filter(({ status }) => status === 'stated')).toHaveLength(20);
    expect(lines.filter(({ source }) => source === 'declared')).toEqual([]);
  });

  test('gives each theme its mean, and the plan its own, with their coverage', async () => {
    const { themes, progress } = await state();
    expect(themes.map(({ number, progress: { value } }) => [number, value])).toEqual([
      ['0', 0.2425],
      ['1', 0.9875],
      ['2', 0.3625],
      ['3', 1],
      ['4', expect.closeTo(0.8533, 4)],
    ]);
    expect(themes.map(({ crossCutting }) => crossCutting)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(progress).toEqual({ value: 0.689375, coverage: { stated: 16, expected: 16 } });
  });

  test('measures 2 and 6 are overdue, measure 11 is not met on the very day', async () => {
    const { measures } = await state();
    expect(numbers(measures.filter(({ overdue }) => overdue))).toEqual(['2', '6']);
    expect(measures.filter(({ overdue }) => overdue === null)).toEqual([]);
    expect((await measure('11')).indicators.map((i) => i.state)).toEqual(['not-met-on-the-day']);
    expect((await measure('2')).indicators.map((i) => [i.deadline?.text, i.state])).toContainEqual([
      'Décembre 2020',
      'overdue',
    ]);
  });

  test('what cannot be computed says why', async () => {
    const computations = async (number: string) =>
      (await measure(number)).lines.map((line) => line.computed?.computation);
    expect(await computations('5')).toEqual([
      {
        status: 'not-computable',
        reason: 'units-differ',
        observed: { value: 138, unit: 'demandes traitées' },
        target: { value: 275, unit: 'personnes admises' },
      },
    ]);
    expect(await computations('11')).toEqual([
      {
        status: 'not-computable',
        reason: 'count-missing',
        share: 0.46,
        target: { value: 2115, unit: 'participants' },
      },
    ]);
  });

  test('58 of 60 stands beside the 96 % stated, and differs by rounding', async () => {
    const [line] = (await measure('13')).lines;
    expect(line).toMatchObject({
      stated: 0.96,
      computed: {
        computation: { status: 'computed', numerator: 58, denominator: 60, value: 0.97 },
        comparison: 'differs-by-rounding',
      },
    });
  });

  test('a lone figure covers the measure: its other lines owe nothing', async () => {
    expect((await measure('6')).lines.map(({ status }) => status)).toEqual([
      'stated',
      'covered',
      'covered',
    ]);
    expect((await measure('6')).progress.coverage).toEqual({ stated: 1, expected: 1 });
  });

  test('names an organisation as it was called on the date, whatever the table wrote', async () => {
    const partner = async (asOf: string) => {
      const { collaborators } = await measureOf(site.services, PLAN, '14', asOf);
      return collaborators.find(({ text }) => text === 'MIDI')?.organisation?.acronym;
    };
    expect(await partner('2019-05-31')).toBe('MIDI');
    expect(await partner('2019-06-01')).toBe('MIFI');
  });

  test('says which body follows each measure up: nobody knows', async () => {
    expect((await state()).measures.map(({ followUp }) => followUp)).toEqual(
      Array.from({ length: 16 }, () => null),
    );
  });

  test('has its vocabulary, in alphabetical order, tied to the organisations', async () => {
    const vocabulary = await site.services.plans.vocabulary(PLAN);
    const labels = vocabulary?.acronyms.map(({ label }) => label.fr) ?? [];
    expect(labels).toContain('OIIAQ');
    expect(labels).toEqual(labels.toSorted(new Intl.Collator('fr').compare));
    expect(vocabulary?.acronyms.find(({ label }) => label.fr === 'MIFI')?.organisation?.key).toBe(
      'ministere-immigration',
    );
    expect(vocabulary?.terms.length).toBeGreaterThan(0);
    expect(await site.services.plans.vocabulary('inconnu')).toBeNull();
  });
});

describe('on another date', () => {
  test('later, every figure is missing: nothing is carried forward', async () => {
    const { measures, progress, themes } = await state('2024-01-01');
    const lines = measures.flatMap((m) => m.lines);
    expect(lines.filter(({ stated, narrative }) => stated !== null || narrative !== null)).toEqual(
      [],
    );
    expect(new Set(lines.map(({ status }) => status))).toEqual(new Set(['missing', 'covered']));
    expect(progress).toEqual({ value: null, coverage: { stated: 0, expected: 16 } });
    expect(themes.map((theme) => theme.progress.value)).toEqual([null, null, null, null, null]);
    expect(measures.filter(({ overdue }) => overdue === true)).toEqual([]);
  });

  test('later, the deadlines passed since are listed with what was last known', async () => {
    const { passedSince } = await state('2023-03-31');
    expect(passedSince.map(({ measure: number, due, last }) => [number, due, last?.value])).toEqual(
      [
        ['11', '2022-03-31', 0.46],
        ['4', '2022-09-22', 0.95],
        ['8', '2022-12-31', 0.35],
        ['2', '2023-03-20', 0.15],
      ],
    );
    expect(passedSince.map(({ last }) => last?.asOf)).toEqual(passedSince.map(() => REPORTED));
  });

  test('a deadline has not passed on its own last day', async () => {
    const due = (passed: Awaited<ReturnType<typeof state>>['passedSince']) =>
      passed.map((deadline) => deadline.due);
    expect(due((await state('2022-12-31')).passedSince)).not.toContain('2022-12-31');
    expect(due((await state('2023-01-01')).passedSince)).toContain('2022-12-31');
  });

  test('earlier, the plan is in force and nobody has said anything', async () => {
    const { progress, passedSince } = await state('2020-06-01');
    expect(progress.value).toBeNull();
    expect(passedSince).toEqual([]);
  });

  test('before its first day, the plan is not in force', async () => {
    const { plans } = site.services;
    expect(await plans.state(PLAN, '2018-12-31')).toEqual({
      kind: 'not-in-force',
      from: '2019-01-01',
      until: null,
    });
    expect((await plans.state(PLAN, '2019-01-01')).kind).toBe('found');
  });

  test.each(['inconnu', 'POLE', 'a\0b', "'; drop table plan; --", ''])(
    'no plan has the key %j',
    async (key) => {
      expect(await site.services.plans.state(key)).toEqual({ kind: 'unknown-plan' });
    },
  );
});

test('the list of plans says what each one is', async () => {
  expect(await site.services.plans.list()).toEqual([
    {
      key: PLAN,
      title: expect.objectContaining({ fr: expect.stringContaining('2019-2024') }),
      period: { text: '2019-2024', from: '2019-01-01', to: '2024-12-31' },
      measureCount: 16,
      latestStatementDate: REPORTED,
    },
  ]);
});

test('the history of a measure has one entry, and nothing superseded', async () => {
  const { plans } = site.services;
  const history = await plans.history(PLAN, '2');
  expect(history?.map(({ asOf, superseded }) => [asOf, superseded])).toEqual([[REPORTED, []]]);
  expect(await plans.history(PLAN, '99')).toBeNull();
  expect(await plans.history('inconnu', '2')).toBeNull();
});

describe('loading', () => {
  test('again changes nothing at all', async () => {
    const before = await contentsOf(site.url);
    await loadBuiltIn(site.services.db);
    expect(await contentsOf(site.url)).toEqual(before);
  });

  test('leaves an organisation that somebody has corrected as it is', async () => {
    await asOwner(site.url, (owner) =>
      owner.query(
        "update organisation_version set website = 'https://exemple.org' where acronym = 'MIFI'",
      ),
    );
    await loadBuiltIn(site.services.db);
    const found = await site.services.organisations.find('ministere-immigration', REPORTED);
    expect(found?.website).toBe('https://exemple.org');
  });

  test('is recorded', async () => {
    const { rows } = await asOwner(site.url, (owner) =>
      owner.query('select actor, action, subject_key from audit_event order by id'),
    );
    expect(rows).toEqual([
      { actor: 'system', action: 'load-organisations', subject_key: '*' },
      { actor: 'system', action: 'load-report', subject_key: '*' },
      { actor: 'system', action: 'load-plan', subject_key: PLAN },
      { actor: 'system', action: 'load-report', subject_key: PLAN },
    ]);
  });

  test('is refused to the public', async () => {
    const { db } = site.services;
    await expect(
      transact(db, PUBLIC, (tx) => loadPlan(tx, PUBLIC, emptyPlan('autre'), NO_VOCABULARY)),
    ).rejects.toMatchObject({
      code: 'forbidden',
      message: 'Seule la coordination peut modifier un plan d’action.',
    });
  });

  test('is refused where the data names an organisation that does not exist', async () => {
    const before = await contentsOf(site.url);
    const data = { ...emptyPlan('autre'), coordinator: 'inconnue' };
    await expect(
      transact(site.services.db, SYSTEM, (tx) => loadPlan(tx, SYSTEM, data, NO_VOCABULARY)),
    ).rejects.toMatchObject({
      code: 'invalid',
      message: 'Le jeu de données cite « inconnue », qui n’existe pas.',
    });
    expect(await contentsOf(site.url)).toEqual(before);
  });
});

describe('two processes that start together on an empty database', () => {
  const empty = openTestDatabase();

  test('both come up, and load it once', async () => {
    const processes = [openDatabase(empty.url), openDatabase(empty.url), openDatabase(empty.url)];
    try {
      await Promise.all(processes.map(loadBuiltIn));
    } finally {
      await Promise.all(processes.map((db) => db.destroy()));
    }
    const loaded = (await contentsOf(empty.url))['audit_event'] ?? [];
    expect(loaded).toHaveLength(4);
  });
});

const NO_VOCABULARY = { acronyms: [], terms: [] };

function emptyPlan(key: string): PlanData {
  const text = { fr: 'Texte', en: null };
  return {
    key,
    title: text,
    objective: null,
    coordinator: null,
    period: { text: '2030', from: '2030-01-01', to: '2030-12-31' },
    asOf: '2030-06-30',
    summaryOf: { title: text, publisher: text },
    criteria: [],
    themes: [],
    notes: [],
    units: [],
    measures: [],
  };
}
