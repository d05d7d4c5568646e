import { describe, expect, it } from 'vitest';
import { indicatorState, measureState, planState } from '#presentation/testing/plan-fixtures.ts';
import { anchorsOf } from './anchors.ts';
import { calendarOf } from './calendar.ts';
import { excerptParts, isPartOf, markLike } from './excerpt.ts';
import { countInvolvement, involvementOf } from './involvement.ts';
import { slice } from './paging.ts';
import { threadOf } from './thread.ts';

describe('the calendar', () => {
  it('lays deadlines out by year and month, the late ones apart too', () => {
    const late = indicatorState('Décembre 2020', 0.3);
    const met = indicatorState('31 mars 2022', 1);
    const soon = indicatorState('Été 2022', 0.9);
    const calendar = calendarOf([
      measureState('1', { indicators: [soon, late, indicatorState('En continu', 0.5)] }),
      measureState('2', { indicators: [met, indicatorState('un jour', 0.5)] }),
    ]);
    expect(calendar.late.map(({ indicator }) => indicator)).toEqual([late]);
    expect(calendar.upcoming).toBe(1);
    expect(
      calendar.years.map(({ year, count, months }) => [year, count, months.map((m) => m.month)]),
    ).toEqual([
      ['2020', 1, [12]],
      ['2022', 2, [3, 9]],
    ]);
    expect(calendar.ongoing).toHaveLength(1);
    expect(calendar.undated).toHaveLength(1);
  });
});

describe('the thread of a measure', () => {
  it('puts statements and deadlines in order, and the date shown where nothing was stated', () => {
    const measure = measureState('2', {
      indicators: [indicatorState('Hiver 2023', 0.1), indicatorState('Décembre 2020', 0.3)],
    });
    const entry = {
      asOf: '2022-03-31',
      progress: measure.progress,
      lines: measure.lines,
      superseded: [],
    };
    const kinds = (asOf: string) =>
      threadOf(measure, [entry], asOf).map(({ kind, date }) => `${kind} ${date}`);
    expect(kinds('2022-03-31')).toEqual([
      'deadline 2020-12-31',
      'statement 2022-03-31',
      'deadline 2023-03-20',
    ]);
    expect(kinds('2022-06-30')).toEqual([
      'deadline 2020-12-31',
      'statement 2022-03-31',
      'shown 2022-06-30',
      'deadline 2023-03-20',
    ]);
  });
});

describe('what organisations do', () => {
  const party = (key: string) => ({
    text: key,
    qualifier: null,
    organisation: { key, name: { fr: key, en: null }, acronym: null },
    group: null,
  });

  it('counts a measure once, as led by who both leads and helps', () => {
    const state = planState([
      measureState('1', { leads: [party('a')], collaborators: [party('a'), party('b')] }),
      measureState('2', { leads: [party('b')] }),
    ]);
    expect(Object.fromEntries(countInvolvement([state, state]))).toEqual({
      a: { leads: 2, helps: 0 },
      b: { leads: 2, helps: 2 },
    });
    const { leads, helps } = involvementOf(state, 'b');
    expect([leads, helps].map((list) => list.map(({ number }) => number))).toEqual([['2'], ['1']]);
  });
});

describe('small things', () => {
  it('marks what was searched for, in an excerpt and in the whole title', () => {
    const excerpt = 'un \uE000stage\uE001 (RSSS';
    expect(excerptParts(excerpt)).toEqual([
      { text: '… un ', matched: false },
      { text: 'stage', matched: true },
      { text: ' (RSSS …', matched: false },
    ]);
    expect(isPartOf(excerpt, 'Trouver un stage (RSSS).')).toBe(true);
    expect(markLike('Trouver un stage.', excerpt).filter(({ matched }) => matched)).toHaveLength(1);
    expect(markLike('Un titre', 'rien de marqué')).toEqual([{ text: 'Un titre', matched: false }]);
    expect(markLike('a+b', '\uE000a+b\uE001')).toEqual([{ text: 'a+b', matched: true }]);
  });

  it('gives terms their anchors, also when acronyms are the same', () => {
    expect(anchorsOf(['M/O en charge', 'OPQ', 'ÉTÉ', 'OPQ'])).toEqual([
      'm-o-en-charge',
      'opq',
      'ete',
      'opq-2',
    ]);
  });

  it('cuts long lists, and shows the first page for one that does not exist', () => {
    const shown = slice([1, 2, 3, 4, 5], 2, '3');
    expect(shown).toMatchObject({ items: [5], page: 3 });
    expect(shown.pages.map(({ first, last }) => [first, last])).toEqual([
      [1, 2],
      [3, 4],
      [5, 5],
    ]);
    expect(slice([1, 2, 3], 2, 'x')).toMatchObject({ items: [1, 2], page: 1 });
    expect(slice([], 2, null)).toEqual({ items: [], page: 1, pages: [] });
  });
});
