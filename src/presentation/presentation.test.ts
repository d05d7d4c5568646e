import { describe, expect, it } from 'vitest';
import { parseDeadline } from '#modules/plan/rules/deadline.ts';
import { axisOf } from './axis.ts';
import { deadlineLabel } from './deadline-label.ts';
import { glanceAt } from './glance.ts';
import { rowsOf } from './rows.ts';
import { indicatorState, lineState, measureState, planState } from './testing/plan-fixtures.ts';

describe('the axis', () => {
  it('spans the plan’s period and marks its years', () => {
    const axis = axisOf(planState([]));
    expect(axis.years.map(({ year }) => year)).toEqual([2019, 2020, 2021, 2022, 2023, 2024]);
    expect(axis.place('2019-01-01')).toBe(0);
    expect(axis.place('2024-12-31')).toBe(100);
    expect(axis.asOf).toBeCloseTo(54.1, 0);
  });

  it('stretches for a deadline that leaves the period, but not without end', () => {
    const near = axisOf(
      planState([measureState('1', { indicators: [indicatorState('2026', 0)] })]),
    );
    expect(near.place('2026-12-31')).toBe(100);
    const far = axisOf(planState([measureState('1', { indicators: [indicatorState('2099', 0)] })]));
    expect(far.place('2024-12-31')).toBeGreaterThan(70);
    expect(far.place('2099-12-31')).toBe(100);
  });

  it('marks few years when there are many, and holds without a period', () => {
    const state = planState([
      measureState('1', { indicators: [indicatorState('1990', 0), indicatorState('2050', 0)] }),
    ]);
    const axis = axisOf({ ...state, plan: { ...state.plan, period: null } });
    expect(axis.years.length).toBeLessThanOrEqual(8);
    const single = axisOf({ ...planState([]), plan: { ...state.plan, period: null } });
    expect(single.place('2022-03-31')).toBe(0);
  });
});

describe('a glance', () => {
  it('puts each measure in the list of its worst deadline', () => {
    const worst = measureState('1', {
      indicators: [indicatorState('2020', 0.5), indicatorState('31 mars 2022', 0.5)],
    });
    const silent = measureState('2', { indicators: [indicatorState('2020', null)] });
    const fine = measureState('3', { indicators: [indicatorState('2024', 0.5)] });
    const glance = glanceAt(planState([worst, silent, fine]));
    expect(glance.overdue).toEqual([worst]);
    expect(glance.notMetOnTheDay).toEqual([]);
    expect(glance.silent).toEqual([silent]);
  });

  it('knows whose words the figures are', () => {
    const of = (...sources: ('summary' | 'declared' | null)[]) =>
      glanceAt(
        planState([measureState('1', { lines: sources.map((source) => lineState({ source })) })]),
      ).origin;
    expect(of('summary', null)).toBe('summary');
    expect(of('declared')).toBe('declared');
    expect(of('summary', 'declared')).toBe('both');
    expect(of(null)).toBeNull();
  });
});

describe('the rows of a measure', () => {
  it('say what stands where a figure would', () => {
    const indicator = indicatorState('2024', 0.2);
    const kinds = rowsOf(
      measureState('1', {
        indicators: [indicator],
        lines: [
          lineState({ stated: 0 }),
          lineState({
            scope: 'indicator',
            indicatorId: indicator.id,
            expected: false,
            stated: null,
            status: 'covered',
          }),
          lineState({ scope: 'file', stated: null, status: 'not-applicable' }),
          lineState({ scope: 'file', stated: null, status: 'nothing-to-report' }),
          lineState({ scope: 'indicator', stated: null }),
        ],
      }),
    ).map(({ figure }) => figure.kind);
    expect(kinds).toEqual(['stated', 'in-files', 'not-applicable', 'nothing-to-report', 'missing']);
  });

  it('say when a figure is for the whole measure, and which rows it covers', () => {
    const rows = rowsOf(
      measureState('6', {
        lines: [
          lineState({ stated: 0.7 }),
          lineState({ scope: 'indicator', expected: false, stated: null, status: 'covered' }),
        ],
      }),
    );
    expect(rows.map(({ figure }) => figure)).toEqual([
      { kind: 'stated', share: 0.7, wholeMeasure: true },
      { kind: 'in-measure' },
    ]);
  });

  it('keep an indicator that has no line', () => {
    const indicator = indicatorState('2024', 0.5);
    const rows = rowsOf(measureState('1', { indicators: [indicator] }));
    expect(rows.at(-1)).toMatchObject({ line: null, indicator, figure: { kind: 'in-measure' } });
  });
});

describe('a deadline inside a sentence', () => {
  const label = (locale: 'fr' | 'en', text: string) => deadlineLabel(locale, parseDeadline(text));

  it('is as written in French, its capital lowered where it is no acronym', () => {
    expect(label('fr', 'Décembre 2020')).toBe('décembre 2020');
    expect(label('fr', 'D’ici l’automne 2027')).toBe('d’ici l’automne 2027');
    expect(label('fr', 'T2 2024')).toBe('T2 2024');
    expect(label('fr', 'Hiver\n 2023')).toBe('hiver 2023');
  });

  it('is told from its date in English', () => {
    expect(label('en', 'Décembre 2020')).toBe('December 2020');
    expect(label('en', 'Hiver 2023')).toBe('winter 2023');
    expect(label('en', '2020-2021 (2 ans)')).toBe('2020 to 2021');
    expect(label('en', '31 mars 2022')).toBe('March 31, 2022');
    expect(label('en', 'D’ici l’automne 2027')).toBe('by fall 2027');
    expect(label('en', 'vers 2025')).toBe('about 2025');
    expect(label('en', 'Chaque année, au plus tard le 31 mars')).toBe('every year by March 31');
    expect(label('en', 'Selon les besoins')).toBe('selon les besoins');
  });
});
