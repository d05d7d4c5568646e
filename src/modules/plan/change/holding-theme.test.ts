import { describe, expect, test } from 'vitest';
import type { MeasureRow, ThemeRow } from '../queries.ts';
import { houseMeasures } from './holding-theme.ts';
import type { Pair } from './match.ts';
import type { DraftMeasure } from './plan-draft.ts';

const NATURE = { number: '1', name: 'Milieux naturels' };

function theme(number: string, name: string): ThemeRow {
  return {
    theme_id: Number(number),
    plan_id: 1,
    number,
    name,
    name_en: null,
    objective: null,
    objective_en: null,
  };
}

function added(name: string, of: string | null): Pair<MeasureRow, DraftMeasure> {
  return {
    current: null,
    draft: {
      number: name,
      name,
      theme: of,
      leadText: null,
      collaboratorText: null,
      parties: [],
      lines: [],
    },
  };
}

const themesOf = ({ pairs }: ReturnType<typeof houseMeasures>) =>
  pairs.map(({ draft }) => draft?.theme);

describe('a measure that comes in without a theme', () => {
  test('stands in the only one of a plan without themes', () => {
    const housed = houseMeasures([added('A', null), added('B', null)], [], []);
    expect(housed.themes).toEqual([{ number: '1', name: 'Ensemble des mesures' }]);
    expect(themesOf(housed)).toEqual(['1', '1']);
  });

  test('stands beside the others, under the next number', () => {
    const housed = houseMeasures(
      [added('A', '1'), added('B', null)],
      [NATURE],
      [theme('4', 'Eau')],
    );
    expect(housed.themes).toEqual([NATURE, { number: '5', name: 'Autres mesures' }]);
    expect(themesOf(housed)).toEqual(['1', '5']);
  });

  test.each(['Ensemble des mesures', 'Autres mesures'])(
    'joins the others of « %s », where the plan has it',
    (name) => {
      const housed = houseMeasures([added('A', null)], [NATURE], [theme('7', name)]);
      expect(housed.themes).toEqual([NATURE, { number: '7', name }]);
      expect(themesOf(housed)).toEqual(['7']);
    },
  );

  test('joins the theme of that name that the table has itself', () => {
    const named = [NATURE, { number: '2', name: 'Autres mesures' }];
    const housed = houseMeasures([added('A', null)], named, []);
    expect(housed.themes).toBe(named);
    expect(themesOf(housed)).toEqual(['2']);
  });
});

test('where every measure has its theme, nothing is added', () => {
  const pairs = [added('A', '1')];
  const drafts = [NATURE];
  expect(houseMeasures(pairs, drafts, [])).toEqual({ pairs, themes: drafts });
});
