import { describe, expect, test } from 'vitest';
import { buildPlanState, type PlanFacts } from './build-state.ts';
import type {
  IndicatorRow,
  LineRow,
  ObservationRow,
  PlanDefinitions,
  StatementRow,
} from './queries.ts';

const AS_OF = '2024-06-30';

function indicator(
  id: number,
  deadline: string | null,
  more: Partial<IndicatorRow> = {},
): IndicatorRow {
  return {
    indicator_id: id,
    measure_id: 1,
    position: id,
    label: `Cible ${id}`,
    label_en: null,
    deadline_text: deadline,
    deadline_edtf: null,
    computation: null,
    ...more,
  };
}

function line(id: number, more: Partial<LineRow> = {}): LineRow {
  return {
    line_id: id,
    measure_id: 1,
    position: id,
    scope: 'indicator',
    indicator_id: id,
    label: null,
    lead_text: null,
    expected: true,
    ...more,
  };
}

function statement(
  line_id: number,
  value: number | null,
  more: Partial<StatementRow> = {},
): StatementRow {
  return {
    id: line_id,
    line_id,
    as_of: AS_OF,
    figure: value === null ? 'missing' : 'stated',
    value,
    narrative: null,
    narrative_en: null,
    source: 'declared',
    author: 'MES',
    import_id: null,
    recorded_at: new Date(0),
    ...more,
  };
}

const plan: PlanDefinitions['plan'] = {
  plan_id: 1,
  key: 'littoral',
  title: 'Littoral',
  title_en: null,
  objective: null,
  objective_en: 'Never shown without French',
  period_text: '2023-2026',
  period: null,
  period_from: null,
  period_to: null,
  coordinator_id: 9,
  show_mean: true,
  criteria: [],
  notes: [],
  units: [{ fr: 'personnes', en: 'people' }],
  summary_of: null,
};

interface Given extends Partial<PlanFacts> {
  readonly indicators?: readonly IndicatorRow[];
  readonly lines?: readonly LineRow[];
}

/** The state of a plan of one measure, from what is given of it. */
function stateOf({ indicators = [], lines = [], ...facts }: Given) {
  const state = buildPlanState({
    asOf: AS_OF,
    statements: [],
    observations: [],
    statementDates: [AS_OF],
    organisations: new Map(),
    groups: new Map(),
    before: null,
    definitions: {
      plan,
      themes: [
        {
          theme_id: 2,
          plan_id: 1,
          number: '10',
          name: 'Dix',
          name_en: null,
          objective: null,
          objective_en: null,
        },
        {
          theme_id: 1,
          plan_id: 1,
          number: '0',
          name: 'Zéro',
          name_en: null,
          objective: null,
          objective_en: null,
        },
        {
          theme_id: 3,
          plan_id: 1,
          number: '2',
          name: 'Deux',
          name_en: null,
          objective: null,
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
          name_en: null,
          short_name: null,
          short_name_en: 'Never shown without French',
          lead_text: null,
          collaborator_text: null,
          follow_up_id: 8,
          follow_up_text: null,
        },
      ],
      parties: [],
      indicators,
      lines,
    },
    ...facts,
  });
  const [measure] = state.measures;
  if (!measure) throw new Error('the measure is there');
  return { state, measure };
}

describe('a measure', () => {
  test('is late when one of its indicators is', () => {
    const { measure } = stateOf({
      indicators: [indicator(1, '2023'), indicator(2, '2025')],
      lines: [line(1), line(2)],
      statements: [statement(1, 0.9), statement(2, 1)],
    });
    expect(measure.indicators.map(({ state }) => state)).toEqual(['overdue', 'met']);
    expect(measure.overdue).toBe(true);
  });

  test('is neither late nor on time when a deadline passed in silence', () => {
    const { measure } = stateOf({
      indicators: [indicator(1, '2023'), indicator(2, '2025')],
      lines: [line(1), line(2)],
      statements: [statement(2, 0.5)],
    });
    expect(measure.indicators.map(({ state }) => state)).toEqual([
      'passed-without-figure',
      'upcoming',
    ]);
    expect(measure.overdue).toBeNull();
  });

  test('is not late where nothing has a date', () => {
    const { measure } = stateOf({
      indicators: [indicator(1, null), indicator(2, 'En continu')],
      lines: [line(1), line(2)],
    });
    expect(measure.indicators.map(({ state, due }) => [state, due])).toEqual([
      ['undated', null],
      ['undated', null],
    ]);
    expect(measure.overdue).toBe(false);
  });

  test('goes by its name where nobody shortened it', () => {
    expect(stateOf({}).measure.shortName).toEqual({ fr: 'Marais', en: null });
  });

  test('says which body follows it up, where that is known', () => {
    const ref = { key: 'office', name: { fr: 'Office', en: null }, acronym: null };
    expect(stateOf({}).measure.followUp).toBeNull();
    expect(stateOf({ organisations: new Map([[8, ref]]) }).measure.followUp).toEqual(ref);
  });
});

describe('an indicator', () => {
  test('without a line of its own inherits the measure’s figure', () => {
    const { measure } = stateOf({
      indicators: [indicator(1, '2023'), indicator(2, '2025')],
      lines: [
        line(1, { scope: 'measure', indicator_id: 1 }),
        line(2, { indicator_id: 2, expected: false }),
      ],
      statements: [statement(1, 0.7)],
    });
    expect(measure.indicators.map(({ progress, state }) => [progress, state])).toEqual([
      [0.7, 'overdue'],
      [0.7, 'upcoming'],
    ]);
    expect(measure.lines.map(({ status }) => status)).toEqual(['stated', 'covered']);
    expect(measure.progress).toEqual({ value: 0.7, coverage: { stated: 1, expected: 1 } });
  });

  test('with a silent line of its own does not: its silence is its own', () => {
    const { measure } = stateOf({
      indicators: [indicator(1, '2023'), indicator(2, '2023')],
      lines: [line(1), line(2)],
      statements: [statement(1, 0.7)],
    });
    expect(measure.indicators.map(({ progress }) => progress)).toEqual([0.7, null]);
  });

  test('is judged on the last day of what is written, and tells how late it is', () => {
    const { measure } = stateOf({
      indicators: [indicator(1, '31 mars 2024'), indicator(2, '30 juin 2024')],
      lines: [line(1), line(2)],
      statements: [statement(1, 0.5), statement(2, 0.5)],
    });
    expect(
      measure.indicators.map(({ due, state, monthsLate }) => [due, state, monthsLate]),
    ).toEqual([
      ['2024-03-31', 'overdue', 3],
      ['2024-06-30', 'not-met-on-the-day', 0],
    ]);
  });
});

describe('a line', () => {
  test('takes its words from its file, else its indicator, else none', () => {
    const { measure } = stateOf({
      indicators: [indicator(2, null, { label: 'Cible', label_en: 'Target' })],
      lines: [
        line(1, { scope: 'file', indicator_id: null, label: 'OPTMQ' }),
        line(2),
        line(3, { scope: 'measure', indicator_id: null }),
      ],
    });
    expect(measure.lines.map(({ label }) => label)).toEqual([
      { fr: 'OPTMQ', en: null },
      { fr: 'Cible', en: 'Target' },
      null,
    ]);
  });

  test('that is not stated has no figure, whatever the row says', () => {
    const { measure } = stateOf({
      lines: [line(1, { indicator_id: null })],
      statements: [statement(1, 0.4, { figure: 'not-applicable' })],
    });
    expect(measure.lines[0]).toMatchObject({ status: 'not-applicable', stated: null });
  });

  test('stands beside what is computed, or why nothing is', () => {
    const computation = {
      kind: 'ratio',
      target: { value: 60, unit: 'prêts' },
      rounding: 'nearest',
    } as const;
    const observed: ObservationRow = {
      id: 1,
      indicator_id: 1,
      as_of: AS_OF,
      observation: { kind: 'count', quantity: { value: 58, unit: 'prêts' } },
      note: 'Au 30 juin',
      note_en: null,
      recorded_at: new Date(0),
      recorded_by: 'Coordination',
    };
    const given = {
      indicators: [indicator(1, null, { computation })],
      lines: [line(1)],
      statements: [statement(1, 0.96)],
    };
    expect(
      stateOf({ ...given, observations: [observed] }).measure.lines[0]?.computed,
    ).toMatchObject({
      rule: 'ratio',
      computation: { status: 'computed', value: 0.97 },
      comparison: 'differs-by-rounding',
      note: { fr: 'Au 30 juin', en: null },
    });
    expect(stateOf(given).measure.lines[0]?.computed).toEqual({
      rule: 'ratio',
      computation: { status: 'not-computable', reason: 'no-observation' },
      comparison: null,
      note: null,
      unitsEn: { personnes: 'people' },
    });
  });
});

describe('a plan', () => {
  test('has its themes in natural order, the cross-cutting one first', () => {
    const { state } = stateOf({});
    expect(state.themes.map(({ number, crossCutting }) => [number, crossCutting])).toEqual([
      ['0', true],
      ['2', false],
      ['10', false],
    ]);
  });

  test('shows no period of which the days are not known, and no English alone', () => {
    const { state } = stateOf({});
    expect([state.plan.period, state.plan.objective]).toEqual([null, null]);
  });

  test('lists the deadlines passed since the last statements, unless they were met', () => {
    const { state } = stateOf({
      asOf: '2025-01-01',
      indicators: [
        indicator(1, '30 juin 2024'),
        indicator(2, 'Décembre 2024'),
        indicator(3, '31 décembre 2024'),
        indicator(4, 'Janvier 2024'),
        indicator(5, '1er janvier 2025'),
      ],
      lines: [line(1), line(2), line(3), line(4), line(5)],
      before: { asOf: AS_OF, statements: [statement(1, 0.5), statement(3, 1)] },
    });
    expect(state.passedSince).toEqual([
      {
        measure: '1',
        indicator: { fr: 'Cible 1', en: null },
        due: '2024-06-30',
        last: { value: 0.5, asOf: AS_OF },
      },
      { measure: '1', indicator: { fr: 'Cible 2', en: null }, due: '2024-12-31', last: null },
    ]);
    expect(state.measures[0]?.lines.map(({ stated }) => stated)).toEqual(
      Array.from({ length: 5 }, () => null),
    );
  });
});
