import { describe, expect, test } from 'vitest';
import { transact } from '#platform/database/database.ts';
import {
  asOwner,
  COORDINATOR,
  contentsOf,
  openTestServices,
  TODAY,
} from '../../../../tests/support/test-site.ts';
import {
  bring,
  coastTable,
  line,
  measure,
  measureOf,
  readTable,
  stateOf,
} from '../../../../tests/support/test-table.ts';
import { importFollowUp } from './import-follow-up.ts';

const site = openTestServices();
const FIRST = '2024-06-30';

/** A plan of its own for each test. */
let plans = 0;
const newKey = () => `littoral-${++plans}`;

const numbers = (measures: readonly { readonly number: string }[]) => measures.map((m) => m.number);

describe('a key that does not exist yet', () => {
  test('makes a plan, titled from the workbook, in force from its first year', async () => {
    const planKey = newKey();
    const report = await bring(site.services, coastTable(FIRST), { planKey });
    expect(report).toMatchObject({
      newPlan: true,
      title: 'Plan d’action 2023-2026 de la Table du littoral',
      asOf: FIRST,
      summary: { themes: 2, measures: 3, lines: 4, stated: 4 },
      difference: { counts: { added: 4, changed: 0, unchanged: 0, withdrawn: 0 } },
    });
    const { plan, themes, measures, statementDates } = await stateOf(site.services, planKey);
    expect(plan).toMatchObject({
      title: { fr: 'Plan d’action 2023-2026 de la Table du littoral', en: null },
      period: { text: '2023-2026', from: '2023-01-01', to: '2026-12-31' },
      summaryOf: null,
    });
    expect(themes.map(({ number, name, objective }) => [number, name.fr, objective?.fr])).toEqual([
      ['1', 'Milieux naturels', 'Garder le littoral vivant'],
      ['2', 'Accès au fleuve', undefined],
    ]);
    expect(numbers(measures)).toEqual(['1', '2', '3']);
    expect(statementDates).toEqual([FIRST]);
    const { plans: reader } = site.services;
    expect((await reader.state(planKey, '2022-12-31')).kind).toBe('not-in-force');
    expect((await reader.state(planKey, '2023-01-01')).kind).toBe('found');
  });

  test('whose workbook has no title and no years is in force from the date given', async () => {
    const planKey = newKey();
    await bring(site.services, coastTable(FIRST, { title: null }), { planKey });
    const { plan } = await stateOf(site.services, planKey);
    expect([plan.title.fr, plan.period]).toEqual([planKey, null]);
    expect(await site.services.plans.state(planKey, '2024-06-29')).toEqual({
      kind: 'not-in-force',
      from: FIRST,
      until: null,
    });
  });

  test('without themes holds its measures together', async () => {
    const planKey = newKey();
    const table = coastTable(FIRST, {
      themes: [],
      measures: [measure('1', 'Restaurer les marais', [line('Plan', 0.5)], { theme: null })],
    });
    await bring(site.services, table, { planKey });
    const { themes, measures } = await stateOf(site.services, planKey);
    expect(themes.map(({ number, name }) => [number, name.fr])).toEqual([
      ['1', 'Ensemble des mesures'],
    ]);
    expect(measures.map(({ theme }) => theme)).toEqual(['1']);
  });

  test('with a theme for some measures only puts the others beside', async () => {
    const planKey = newKey();
    const { measures: all } = coastTable(FIRST);
    const table = coastTable(FIRST, {
      measures: all.map((one) => (one.number === '2' ? { ...one, theme: null } : one)),
    });
    await bring(site.services, table, { planKey });
    const { themes, measures } = await stateOf(site.services, planKey);
    expect(themes.map(({ number, name }) => [number, name.fr])).toEqual([
      ['1', 'Milieux naturels'],
      ['2', 'Accès au fleuve'],
      ['3', 'Autres mesures'],
    ]);
    expect(measures.map(({ number, theme }) => [number, theme])).toEqual([
      ['1', '1'],
      ['2', '3'],
      ['3', '2'],
    ]);
  });
});

describe('what a table declares', () => {
  test('is kept with its author, its date, the import and its file', async () => {
    const planKey = newKey();
    await bring(site.services, coastTable(FIRST), { planKey, fileName: 'suivi juin.json' });
    const [restore] = (await measureOf(site.services, planKey, '1')).lines;
    expect(restore).toMatchObject({
      status: 'stated',
      stated: 0.5,
      narrative: { fr: 'Le plan est à moitié écrit.', en: null },
      source: 'declared',
      author: 'MES',
      asOf: FIRST,
    });
    const { rows } = await asOwner(site.url, (owner) =>
      owner.query(
        `select i.file_name, i.as_of::text, i.counts, i.recorded_by, length(i.sha256) as hash,
                (select count(*)::int from statement s where s.import_id = i.id) as statements
           from follow_up_import i join plan p on p.id = i.plan_id where p.key = $1`,
        [planKey],
      ),
    );
    expect(rows).toEqual([
      {
        file_name: 'suivi juin.json',
        as_of: FIRST,
        counts: { added: 4, changed: 0, unchanged: 0, withdrawn: 0 },
        recorded_by: COORDINATOR.id,
        hash: 64,
        statements: 4,
      },
    ]);
  });

  test('keeps zero, not applicable, nothing to report and missing apart', async () => {
    const planKey = newKey();
    const table = coastTable(FIRST, {
      measures: [
        measure('1', 'Restaurer les marais', [
          line('Zéro', 0),
          line('Sans objet', null, { statement: { kind: 'not-applicable' } }),
          line('Rien', null, { statement: { kind: 'nothing-to-report' } }),
          line('Absent', null),
        ]),
      ],
    });
    await bring(site.services, table, { planKey });
    const { lines, progress } = await measureOf(site.services, planKey, '1');
    expect(lines.map(({ status, stated: value }) => [status, value])).toEqual([
      ['stated', 0],
      ['not-applicable', null],
      ['nothing-to-report', null],
      ['missing', null],
    ]);
    expect(progress).toEqual({ value: 0, coverage: { stated: 1, expected: 3 } });
  });

  test('is recorded in the audit record, by whoever did it', async () => {
    const planKey = newKey();
    await bring(site.services, coastTable(FIRST), { planKey });
    const { rows } = await asOwner(site.url, (owner) =>
      owner.query(
        'select actor, action, subject_kind, details from audit_event where subject_key = $1',
        [planKey],
      ),
    );
    expect(rows).toEqual([
      {
        actor: COORDINATOR.id,
        action: 'import-follow-up',
        subject_kind: 'plan',
        details: {
          asOf: FIRST,
          file: 'suivi.json',
          counts: { added: 4, changed: 0, unchanged: 0, withdrawn: 0 },
        },
      },
    ]);
  });
});

describe('a table that changes a plan', () => {
  test('is recorded with what each thing was and became', async () => {
    const planKey = newKey();
    await bring(site.services, coastTable(FIRST), { planKey });
    const table = coastTable(FIRST);
    const [first, ...others] = table.measures;
    const [line] = first?.lines ?? [];
    if (!first || !line?.indicator) throw new Error('the table has a measure with an indicator');
    const later = {
      ...first,
      name: 'Restaurer et garder les marais',
      lines: [
        {
          ...line,
          indicator: { ...line.indicator, deadline: 'Hiver 2025' },
          statement: { kind: 'stated', value: 0.75 } as const,
        },
        ...first.lines.slice(1),
      ],
    };
    await bring(site.services, { ...table, measures: [later, ...others] }, { planKey });
    const { rows } = await asOwner(site.url, (owner) =>
      owner.query<{ changes: { field: string }[] }>(
        'select changes from audit_event where subject_key = $1 order by id',
        [planKey],
      ),
    );
    const of = 'lines.1 · Plan de restauration';
    expect(rows.map(({ changes }) => changes)).toEqual([
      [],
      [
        { field: 'measures.1.name', before: first.name, after: later.name },
        { field: `${of}.deadline`, before: line.indicator.deadline, after: 'Hiver 2025' },
        { field: `${of}.stated`, before: 0.5, after: 0.75 },
      ],
    ]);
  });
});

describe('the same file twice', () => {
  test('changes nothing at all, and is announced to nobody', async () => {
    const planKey = newKey();
    await bring(site.services, coastTable(FIRST), { planKey });
    const before = await contentsOf(site.url);
    const revision = site.services.revision();
    const file = await readTable(site.services, coastTable(FIRST), { planKey });
    const report = await transact(site.services.db, COORDINATOR, (tx) =>
      importFollowUp(tx, COORDINATOR, file, TODAY),
    );
    expect(report.difference?.counts).toEqual({ added: 0, changed: 0, unchanged: 4, withdrawn: 0 });
    expect(report.newPlan).toBe(false);
    expect(await contentsOf(site.url)).toEqual(before);
    expect(site.services.revision()).toBe(revision);
  });
});

describe('a table for the same date, corrected', () => {
  test('supersedes what was declared; both are kept', async () => {
    const planKey = newKey();
    await bring(site.services, coastTable(FIRST), { planKey });
    const corrected = coastTable(FIRST);
    const report = await bring(
      site.services,
      {
        ...corrected,
        measures: corrected.measures.map((one) =>
          one.number === '2' ? { ...one, lines: [line('Portrait annuel', 0.9)] } : one,
        ),
      },
      { planKey },
    );
    expect(report.difference?.counts).toEqual({ added: 0, changed: 1, unchanged: 3, withdrawn: 0 });
    const history = await site.services.plans.history(planKey, '2');
    expect(history?.[0]?.lines.map((one) => one.stated)).toEqual([0.9]);
    expect(history?.[0]?.superseded).toEqual([
      {
        label: { fr: 'Portrait annuel', en: null },
        stated: 1,
        narrative: null,
        source: 'declared',
        author: 'MIFI',
        recordedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      },
    ]);
  });

  test('takes a figure back: it is then missing, and the former one is kept', async () => {
    const planKey = newKey();
    await bring(site.services, coastTable(FIRST), { planKey });
    const { measures } = coastTable(FIRST);
    const silent = measures.map((one) =>
      one.number === '2' ? { ...one, lines: [line('Portrait annuel', null)] } : one,
    );
    await bring(site.services, coastTable(FIRST, { measures: silent }), { planKey });
    const history = await site.services.plans.history(planKey, '2');
    expect(history?.[0]?.lines.map(({ status }) => status)).toEqual(['missing']);
    expect(history?.[0]?.superseded.map((one) => one.stated)).toEqual([1]);
  });
});
