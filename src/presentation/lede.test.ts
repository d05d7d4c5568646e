import { describe, expect, it } from 'vitest';
import type { PlanState } from '#modules/plan/index.ts';
import { glanceAt } from './glance.ts';
import { type LedeContext, ledeOf, wholePlan } from './lede.ts';
import { planMessages } from './messages.ts';
import { proseText } from './prose.ts';
import { indicatorState, lineState, measureState, planState } from './testing/plan-fixtures.ts';

const at = (number: string, written: string, progress: number | null) =>
  measureState(number, {
    lines: [lineState({ stated: progress })],
    indicators: [indicatorState(written, progress)],
  });

const contextIn = (locale: 'fr' | 'en'): LedeContext => ({
  t: planMessages[locale],
  to: {
    measure: (number) => `/mesures/${number}`,
    onDate: (date) => `/?as_of=${date}`,
    page: (page) => `/${page}`,
  },
});

function lede(state: PlanState, locale: 'fr' | 'en' = 'fr'): string {
  return proseText(ledeOf(contextIn(locale), wholePlan(state), glanceAt(state))).replaceAll(
    '\u00A0',
    ' ',
  );
}

describe('the lede of a plan', () => {
  const late = [
    at('1', 'En continu', 0.5),
    at('2', 'Décembre 2020', 0.33),
    at('6', 'Automne 2020', 0),
    at('11', '31 mars 2022', 0.46),
  ];

  it('says who reported, how far, what is late and what was not met on the day', () => {
    expect(lede(planState(late))).toBe(
      'Au 31 mars 2022, les 4 mesures ont fait rapport. L’avancement est de 32 % en moyenne (calculé; 4 mesures sur 4). Deux mesures ont une échéance dépassée, la 2 et la 6; la 11 n’a pas atteint sa cible à l’échéance de ce jour.',
    );
  });

  it('says the same in English', () => {
    expect(lede(planState(late), 'en')).toBe(
      'As of March 31, 2022, all 4 measures have reported. Progress is 32% on average (computed; 4 of 4 measures). Two measures have an overdue deadline (2 and 6); measure 11 had not met its target by the deadline that day.',
    );
  });

  it('counts the measures without figures, and names those that nobody can judge', () => {
    expect(lede(planState([at('1', '2024', 0.5), at('2', '2020', null)]))).toBe(
      'Au 31 mars 2022, 1 mesure sur 2 a fait rapport. L’avancement est de 50 % en moyenne (calculé; 1 mesure sur 2). Aucune échéance n’est dépassée. Pour une mesure, une échéance est passée sans qu’un chiffre dise si elle a été tenue : la 2.',
    );
  });

  it('says so when no measure gave a figure', () => {
    expect(lede(planState([at('1', '2024', null)]))).toBe(
      'Au 31 mars 2022, aucune mesure n’a donné de chiffre. Aucune échéance n’est dépassée.',
    );
  });

  it('does not count a measure from which no figure is expected', () => {
    const idle = measureState('3', { lines: [lineState({ expected: false, stated: null })] });
    expect(lede(planState([at('1', '2024', 1), at('2', '2024', 1), idle]))).toMatch(
      /^Au 31 mars 2022, les 2 mesures dont un chiffre est attendu ont fait rapport\./,
    );
    expect(lede(planState([idle]))).toMatch(/^Au 31 mars 2022, aucun chiffre n’était attendu\./);
  });

  it('speaks of a single measure in the singular', () => {
    expect(lede(planState([at('1', '2024', 1)]))).toMatch(
      /^Au 31 mars 2022, la seule mesure attendue a fait rapport\. .*\(calculé; 1 mesure sur 1\)/,
    );
    expect(lede(planState([at('1', '2024', 1)]), 'en')).toMatch(
      /the only measure expected to has reported\. .*\(computed; 1 of 1 measure\)/,
    );
  });

  it('shows no mean where means are switched off', () => {
    const state = planState([at('1', '2024', 0.5)]);
    const without = { ...state, plan: { ...state.plan, showMean: false } };
    expect(lede(without)).not.toMatch(/moyenne|%/);
  });

  it('leads to the list rather than naming many', () => {
    const many = Array.from({ length: 12 }, (_, index) => at(String(index + 1), '2020', 0.5));
    expect(lede(planState(many))).toMatch(/12 mesures ont une échéance dépassée \(les voir\)\.$/);
  });

  it('shows no figure as current on a later date, and counts what has passed since', () => {
    const passed = {
      measure: '2',
      indicator: { fr: 'Entente', en: null },
      due: '2022-05-01',
      last: null,
    };
    const later = planState(late, { asOf: '2022-06-30', statementDates: ['2022-03-31'] });
    expect(lede(later)).toBe(
      'Aucune donnée au 30 juin 2022; les dernières sont au 31 mars 2022. Aucune échéance n’est passée depuis.',
    );
    expect(lede({ ...later, passedSince: [passed] })).toMatch(
      /Depuis, une échéance est passée sans nouvelle\.$/,
    );
    expect(lede({ ...later, passedSince: [passed, passed, passed, passed] })).toMatch(
      /Depuis, quatre échéances sont passées sans nouvelle\.$/,
    );
    expect(lede({ ...later, passedSince: [passed] }, 'en')).toBe(
      'No data as of June 30, 2022; the latest is as of March 31, 2022. Since then, one deadline has passed without news.',
    );
  });

  it('says when the first statements came, or that there are none', () => {
    expect(lede(planState(late, { asOf: '2021-04-01' }))).toBe(
      'Aucune donnée au 1er avril 2021; les premières sont au 31 mars 2022.',
    );
    expect(lede(planState(late, { statementDates: [] }))).toBe(
      'Au 31 mars 2022, rien n’a encore été déclaré pour ce plan.',
    );
  });

  it('links each measure it names to its page', () => {
    const state = planState(late);
    const links = ledeOf(contextIn('fr'), wholePlan(state), glanceAt(state)).flatMap((run) =>
      typeof run === 'string' || run.href === undefined ? [] : [run.href],
    );
    expect(links).toEqual(['/mesures/2', '/mesures/6', '/mesures/11']);
  });
});
