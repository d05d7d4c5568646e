import { describe, expect, test } from 'vitest';
import { openTestServices } from '../../../../tests/support/test-site.ts';
import {
  bring,
  coastTable,
  line,
  measure,
  measureOf,
  preview,
  stateOf,
} from '../../../../tests/support/test-table.ts';

const site = openTestServices();
const FIRST = '2024-06-30';
const SECOND = '2025-06-30';

/** A plan of its own for each test. */
let plans = 0;
const newKey = () => `littoral-${++plans}`;

const numbers = (measures: readonly { readonly number: string }[]) => measures.map((m) => m.number);
const stated = async (planKey: string, number: string, asOf: string) =>
  (await measureOf(site.services, planKey, number, asOf)).lines.map((one) => one.stated);

describe('a table for a later date', () => {
  const later = (more: Parameters<typeof coastTable>[1]) => coastTable(SECOND, more);
  const { measures: base } = coastTable(FIRST);
  const [marshes, birds, paths] = base as [(typeof base)[0], (typeof base)[0], (typeof base)[0]];

  /** Brings the first table, then a second one; what the second changes. */
  async function follow(measures: typeof base) {
    const planKey = newKey();
    await bring(site.services, coastTable(FIRST), { planKey });
    const before = await stateOf(site.services, planKey, FIRST);
    const report = await bring(site.services, later({ measures }), { planKey });
    expect(await stateOf(site.services, planKey, FIRST)).toEqual({
      ...before,
      statementDates: [FIRST, SECOND],
    });
    return {
      planKey,
      counts: report.difference?.counts,
      changes: report.difference?.measures ?? [],
      before,
      after: await stateOf(site.services, planKey, SECOND),
    };
  }

  test('states its figures, and leaves the earlier ones', async () => {
    const { planKey, counts } = await follow([
      { ...marshes, lines: [line('Plan de restauration', 0.8), line('Entente signée', 0.2)] },
      birds,
      paths,
    ]);
    expect(counts).toEqual({ added: 0, changed: 4, unchanged: 0, withdrawn: 0 });
    expect(await stated(planKey, '1', FIRST)).toEqual([0.5, 0]);
    expect(await stated(planKey, '1', SECOND)).toEqual([0.8, 0.2]);
    const history = await site.services.plans.history(planKey, '1');
    expect(history?.map(({ asOf, progress }) => [asOf, progress.value])).toEqual([
      [SECOND, 0.5],
      [FIRST, 0.25],
    ]);
  });

  test('adds a measure', async () => {
    const { counts, after } = await follow([
      ...base,
      measure('4', 'Compter les phoques', [line('Relevé', 0.1)]),
    ]);
    expect(counts).toMatchObject({ added: 1, withdrawn: 0 });
    expect(numbers(after.measures)).toEqual(['1', '2', '3', '4']);
  });

  test('withdraws a measure, which stays where it was before', async () => {
    const { planKey, counts, changes, after } = await follow([marshes, paths]);
    expect(counts).toMatchObject({ added: 0, withdrawn: 1 });
    expect(
      changes.map(({ kind, pair }) => [kind, pair.draft?.number ?? pair.current?.number]),
    ).toEqual([
      ['changed', '1'],
      ['changed', '3'],
      ['withdrawn', '2'],
    ]);
    expect(numbers(after.measures)).toEqual(['1', '3']);
    expect(await stated(planKey, '2', FIRST)).toEqual([1]);
    expect(await stated(planKey, '3', SECOND)).toEqual([0.33]);
  });

  test('renumbers a measure, which keeps its identity and its history', async () => {
    const { planKey, before, after, changes } = await follow([
      marshes,
      { ...birds, number: '2a' },
      paths,
    ]);
    expect(after.measures.map(({ id }) => id)).toEqual(before.measures.map(({ id }) => id));
    expect(numbers(after.measures)).toEqual(['1', '2a', '3']);
    expect(changes.map(({ changes: own }) => own)).toEqual([
      [],
      [{ field: 'number', before: '2', after: '2a' }],
      [],
    ]);
    const history = await site.services.plans.history(planKey, '2a');
    expect(history?.map(({ asOf }) => asOf)).toEqual([SECOND, FIRST]);
  });

  test('puts a measure in before others: each keeps its history under its new number', async () => {
    const { before, after } = await follow([
      marshes,
      measure('2', 'Compter les phoques', [line('Relevé', 0.1)]),
      { ...birds, number: '3' },
      { ...paths, number: '4' },
    ]);
    const idOf = (state: typeof after, name: string) =>
      state.measures.find((one) => one.name.fr === name)?.id;
    for (const { name } of base) expect(idOf(after, name)).toBe(idOf(before, name));
    expect(idOf(after, 'Compter les phoques')).toBeDefined();
  });

  test('swaps two numbers', async () => {
    const { planKey, before, after } = await follow([
      marshes,
      { ...paths, number: '2' },
      { ...birds, number: '3' },
    ]);
    const [, second, third] = before.measures;
    expect(after.measures.map(({ id, number }) => [number, id])).toEqual([
      ['1', before.measures[0]?.id],
      ['2', third?.id],
      ['3', second?.id],
    ]);
    expect(await stated(planKey, '2', SECOND)).toEqual([0.33]);
  });

  test('rewords a measure, which keeps its identity', async () => {
    const { before, after } = await follow([
      marshes,
      { ...birds, name: 'Suivre les oiseaux de mer' },
      paths,
    ]);
    expect(after.measures.map(({ id }) => id)).toEqual(before.measures.map(({ id }) => id));
    expect(after.measures[1]?.name.fr).toBe('Suivre les oiseaux de mer');
    expect(before.measures[1]?.name.fr).toBe('Suivre les oiseaux');
  });

  test('rewords an indicator and changes its deadline: its line goes on', async () => {
    const { before, after, changes } = await follow([
      marshes,
      {
        ...birds,
        lines: [
          line('Portrait annuel publié', 1, {
            indicator: { label: 'Portrait annuel publié', deadline: '31 mars 2026' },
          }),
        ],
      },
      paths,
    ]);
    expect(after.measures[1]?.lines.map(({ id }) => id)).toEqual(
      before.measures[1]?.lines.map(({ id }) => id),
    );
    expect(after.measures[1]?.indicators.map(({ deadline, due }) => [deadline?.text, due])).toEqual(
      [['31 mars 2026', '2026-03-31']],
    );
    expect(before.measures[1]?.indicators.map(({ deadline }) => deadline)).toEqual([null]);
    expect(changes[1]?.lines.map(({ indicatorChanges }) => indicatorChanges)).toEqual([
      [
        { field: 'indicator', before: 'Portrait annuel', after: 'Portrait annuel publié' },
        { field: 'deadline', before: null, after: '31 mars 2026' },
      ],
    ]);
  });

  test('moves lines about: each keeps its own history', async () => {
    const { planKey, before, after } = await follow([
      { ...marshes, lines: marshes.lines.toReversed() },
      birds,
      paths,
    ]);
    const ids = (state: typeof after) => state.measures[0]?.lines.map(({ id }) => id) ?? [];
    expect(ids(after)).toEqual(ids(before).toReversed());
    expect(await stated(planKey, '1', SECOND)).toEqual([0, 0.5]);
    expect(await stated(planKey, '1', FIRST)).toEqual([0.5, 0]);
  });

  test('moves a measure to another theme, renames a theme, and withdraws one', async () => {
    const planKey = newKey();
    await bring(site.services, coastTable(FIRST), { planKey });
    await bring(
      site.services,
      later({
        themes: [{ number: '1', name: 'Milieux de vie', objective: null }],
        measures: base.map((one) => ({ ...one, theme: '1' })),
      }),
      { planKey },
    );
    const { themes, measures } = await stateOf(site.services, planKey, SECOND);
    expect(themes.map(({ number, name, objective }) => [number, name.fr, objective?.fr])).toEqual([
      ['1', 'Milieux de vie', 'Garder le littoral vivant'],
    ]);
    expect(measures.map(({ theme }) => theme)).toEqual(['1', '1', '1']);
    const earlier = await stateOf(site.services, planKey, FIRST);
    expect(earlier.themes.map(({ name }) => name.fr)).toEqual([
      'Milieux naturels',
      'Accès au fleuve',
    ]);
  });

  test('withdraws a line, and takes a new one in', async () => {
    const { planKey, counts } = await follow([
      {
        ...marshes,
        lines: [
          ...marshes.lines.slice(0, 1),
          line('Marais', 0.7, { scope: 'file', indicator: null, label: 'Marais' }),
        ],
      },
      birds,
      paths,
    ]);
    expect(counts).toMatchObject({ added: 1, withdrawn: 1 });
    expect(await stated(planKey, '1', SECOND)).toEqual([0.5, 0.7]);
    expect(await stated(planKey, '1', FIRST)).toEqual([0.5, 0]);
  });

  test('changes who leads and who helps', async () => {
    const { before, after, counts } = await follow([
      marshes,
      { ...birds, leadText: 'Office', collaboratorText: 'ordres professionnels, MES (collégial)' },
      paths,
    ]);
    expect(counts).toMatchObject({ changed: 4 });
    expect(before.measures[1]?.leads.map(({ organisation }) => organisation?.acronym)).toEqual([
      'MIFI',
    ]);
    expect(after.measures[1]?.leads.map(({ organisation }) => organisation?.key)).toEqual([
      'office-des-professions',
    ]);
    expect(
      after.measures[1]?.collaborators.map(({ organisation, group, qualifier }) => [
        organisation?.key ?? group?.key,
        qualifier,
      ]),
    ).toEqual([
      ['ordres-professionnels', null],
      ['ministere-enseignement-superieur', 'collégial'],
    ]);
  });

  test('without themes leaves those that are there, and holds new measures beside', async () => {
    const planKey = newKey();
    await bring(site.services, coastTable(FIRST), { planKey });
    const bare = later({
      themes: [],
      measures: [...base, measure('4', 'Compter les phoques', [line('Relevé', 0.1)])].map(
        (one) => ({ ...one, theme: null }),
      ),
    });
    await bring(site.services, bare, { planKey });
    const { themes, measures } = await stateOf(site.services, planKey, SECOND);
    expect(themes.map(({ number, name }) => [number, name.fr])).toEqual([
      ['1', 'Milieux naturels'],
      ['2', 'Accès au fleuve'],
      ['3', 'Autres mesures'],
    ]);
    expect(measures.map(({ theme }) => theme)).toEqual(['1', '1', '2', '3']);
    const again = await preview(site.services, bare, { planKey });
    expect(again.difference?.counts).toEqual({ added: 0, changed: 0, unchanged: 5, withdrawn: 0 });
  });
});
