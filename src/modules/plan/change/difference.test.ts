import { describe, expect, test } from 'vitest';
import type { PlanDefinitions, StatementRow } from '../queries.ts';
import { type CurrentPlan, changesNothing, comparePlan } from './difference.ts';
import type { DraftLine, DraftMeasure, PlanDraft } from './plan-draft.ts';

const PLAN: PlanDefinitions['plan'] = {
  plan_id: 1,
  key: 'littoral',
  title: 'Littoral',
  title_en: null,
  objective: null,
  objective_en: null,
  period_text: null,
  period: null,
  period_from: null,
  period_to: null,
  coordinator_id: null,
  show_mean: true,
  criteria: [],
  notes: [],
  units: [],
  summary_of: null,
};

/** A plan of one theme and one measure with two indicators: half done, and silent. */
function current(statement: Partial<StatementRow> = {}): CurrentPlan {
  const indicator = (id: number, label: string) => ({
    indicator_id: id,
    measure_id: 1,
    position: id - 1,
    label,
    label_en: 'In English',
    deadline_text: '2025',
    deadline_edtf: '2025',
    computation: null,
  });
  const line = (id: number) => ({
    line_id: id,
    measure_id: 1,
    position: id - 1,
    scope: 'indicator',
    indicator_id: id,
    label: null,
    lead_text: null,
    expected: true,
  });
  return {
    definitions: {
      plan: PLAN,
      themes: [
        {
          theme_id: 1,
          plan_id: 1,
          number: '1',
          name: 'Milieux',
          name_en: 'Habitats',
          objective: 'Vivre',
          objective_en: null,
        },
      ],
      measures: [
        {
          measure_id: 1,
          plan_id: 1,
          theme_id: 1,
          number: '1',
          name: 'Marais',
          name_en: 'Marshes',
          short_name: null,
          short_name_en: null,
          lead_text: 'MES',
          collaborator_text: null,
          follow_up_id: null,
          follow_up_text: 'Office',
        },
      ],
      parties: [
        {
          measure_id: 1,
          role: 'lead',
          position: 0,
          text: 'MES',
          qualifier: null,
          organisation_id: 5,
          group_id: null,
        },
      ],
      indicators: [indicator(1, 'Plan'), indicator(2, 'Entente')],
      lines: [line(1), line(2)],
    },
    statements: [
      {
        id: 1,
        line_id: 1,
        as_of: '2024-06-30',
        figure: 'stated',
        value: 0.5,
        narrative: 'À moitié.',
        narrative_en: null,
        source: 'declared',
        author: 'MES',
        import_id: 1,
        recorded_at: new Date(0),
        ...statement,
      },
    ],
  };
}

function draftLine(label: string, more: Partial<DraftLine> = {}): DraftLine {
  return {
    scope: 'indicator',
    indicator: { label, deadline: '2025' },
    label: null,
    leadText: null,
    expected: true,
    figure: 'missing',
    value: null,
    narrative: null,
    cell: 'H7',
    ...more,
  };
}

const HALF = draftLine('Plan', { figure: 'stated', value: 0.5, narrative: 'À moitié.' });
const SILENT = draftLine('Entente');

function draft(measure: Partial<DraftMeasure> = {}, plan: Partial<PlanDraft> = {}): PlanDraft {
  return {
    source: 'declared',
    themes: [{ number: '1', name: 'Milieux' }],
    measures: [
      {
        number: '1',
        name: 'Marais',
        theme: '1',
        leadText: 'MES',
        collaboratorText: null,
        parties: [{ role: 'lead', text: 'MES', qualifier: null, organisationId: 5, groupId: null }],
        lines: [HALF, SILENT],
        ...measure,
      },
    ],
    ...plan,
  };
}

const counts = (added: number, changed: number, unchanged: number, withdrawn: number) => ({
  added,
  changed,
  unchanged,
  withdrawn,
});

describe('a draft that says what is there', () => {
  test('changes nothing; what it does not say (English, follow-up, objective) stays', () => {
    const difference = comparePlan(current(), draft());
    expect(difference.counts).toEqual(counts(0, 0, 2, 0));
    expect(changesNothing(difference)).toBe(true);
  });

  test('adds everything where there is nothing', () => {
    const difference = comparePlan(null, draft());
    expect(difference.counts).toEqual(counts(2, 0, 0, 0));
    expect(changesNothing(difference)).toBe(false);
  });
});

describe('what changes is told by its field, before and after', () => {
  test.each<[string, Partial<DraftMeasure>, object]>([
    ['name', { name: 'Marais et prés' }, { before: 'Marais', after: 'Marais et prés' }],
    ['lead', { leadText: 'MEQ' }, { before: 'MES', after: 'MEQ' }],
    ['collaborators', { collaboratorText: 'MEQ' }, { before: null, after: 'MEQ' }],
    ['follow-up', { followUpText: 'MIFI' }, { before: 'Office', after: 'MIFI' }],
    ['follow-up', { followUpText: null }, { before: 'Office', after: null }],
    ['name-en', { nameEn: null }, { before: 'Marshes', after: null }],
  ])('of the measure: %s', (field, change, said) => {
    const difference = comparePlan(current(), draft(change));
    expect(difference.measures[0]?.changes).toEqual([{ field, ...said }]);
    expect(difference.counts).toEqual(counts(0, 1, 1, 0));
  });

  test('of the parties, even where the words stay: a name is now known', () => {
    const parties = [
      { role: 'lead', text: 'MES', qualifier: null, organisationId: 6, groupId: null },
    ] as const;
    const difference = comparePlan(current(), draft({ parties }));
    expect(difference.measures[0]).toMatchObject({ kind: 'changed', partiesChanged: true });
    expect(difference.counts).toEqual(counts(0, 1, 1, 0));
  });

  test.each<[string, DraftLine, string, string | null, string | null]>([
    ['a figure', { ...HALF, value: 0.6 }, 'stated', '0.5', '0.6'],
    ['a narrative', { ...HALF, narrative: null }, 'narrative', 'À moitié.', null],
  ])('of a statement: %s', (_, changed, field, before, after) => {
    const difference = comparePlan(current(), draft({ lines: [changed, SILENT] }));
    expect(difference.measures[0]?.lines[0]?.statementChanges).toEqual([{ field, before, after }]);
  });

  test('of an indicator and of a line', () => {
    const line = draftLine('Plan', {
      ...HALF,
      indicator: { label: 'Plan', deadline: 'Hiver 2025' },
      expected: false,
    });
    const [changed] =
      comparePlan(current(), draft({ lines: [line, SILENT] })).measures[0]?.lines ?? [];
    expect(changed?.indicatorChanges).toEqual([
      { field: 'deadline', before: '2025', after: 'Hiver 2025' },
    ]);
    expect(changed?.lineChanges).toEqual([{ field: 'expected', before: 'true', after: 'false' }]);
  });

  test('of themes: renamed, added, withdrawn', () => {
    const themes = (given: PlanDraft['themes']) =>
      comparePlan(current(), draft({ theme: null }, { themes: given })).themes.map(
        ({ kind, changes }) => [kind, changes.map(({ field }) => field)],
      );
    expect(themes([{ number: '1', name: 'Rivages', objective: 'Autre' }])).toEqual([
      ['changed', ['name', 'objective']],
    ]);
    expect(themes([{ number: '2', name: 'Accès' }])).toEqual([['added', []]]);
    const moved = comparePlan(
      current(),
      draft({ theme: '2' }, { themes: [{ number: '2', name: 'Accès' }] }),
    );
    expect(moved.themes.map(({ kind }) => kind)).toEqual(['added', 'withdrawn']);
  });
});

describe('a statement', () => {
  const statementChanges = (before: CurrentPlan, line: DraftLine, source: PlanDraft['source']) =>
    comparePlan(before, draft({ lines: [line, SILENT] }, { source })).measures[0]?.lines[0]
      ?.statementChanges;

  test('declared takes the place of a summary that says the same', () => {
    expect(statementChanges(current({ source: 'summary' }), HALF, 'declared')).toEqual([
      { field: 'source', before: 'summary', after: 'declared' },
    ]);
  });

  test('in a summary never replaces a declaration', () => {
    expect(statementChanges(current(), { ...HALF, value: 0.9 }, 'summary')).toEqual([]);
  });

  test('that is silent adds nothing to silence', () => {
    const silent = current({ figure: 'missing', value: null, narrative: null });
    expect(statementChanges(silent, draftLine('Plan'), 'declared')).toEqual([]);
  });

  test('that is silent takes a figure back', () => {
    expect(statementChanges(current(), draftLine('Plan'), 'declared')).toEqual([
      { field: 'figure', before: 'stated', after: 'missing' },
      { field: 'stated', before: '0.5', after: null },
      { field: 'narrative', before: 'À moitié.', after: null },
    ]);
  });

  test('of zero is not silence', () => {
    const zero = draftLine('Entente', { figure: 'stated', value: 0 });
    const [, line] =
      comparePlan(current(), draft({ lines: [HALF, zero] })).measures[0]?.lines ?? [];
    expect(line?.statementChanges).toContainEqual({ field: 'stated', before: null, after: '0' });
  });
});

test('lines that only change places are no news, but there is something to write', () => {
  const difference = comparePlan(current(), draft({ lines: [SILENT, HALF] }));
  expect(difference.counts).toEqual(counts(0, 0, 2, 0));
  expect(changesNothing(difference)).toBe(false);
});

test('a line, then a measure, that is asked for no more is withdrawn', () => {
  expect(comparePlan(current(), draft({ lines: [HALF] })).counts).toEqual(counts(0, 0, 1, 1));
  expect(comparePlan(current(), draft({}, { measures: [] })).counts).toEqual(counts(0, 0, 0, 2));
});
