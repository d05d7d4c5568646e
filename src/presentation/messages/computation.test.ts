import { describe, expect, it } from 'vitest';
import type { ComputationRule, Observation } from '#modules/plan/rules/computation.ts';
import { compareWithStated, computeProgress } from '#modules/plan/rules/computed-progress.ts';
import { planMessages as messages } from '../messages.ts';

function verdict(
  stated: number | null,
  rule: ComputationRule,
  observation: Observation | null,
  locale: 'fr' | 'en' = 'fr',
): string {
  const computation = computeProgress(rule, observation);
  const comparison =
    stated === null || computation.status !== 'computed'
      ? null
      : compareWithStated(stated, computation);
  return messages[locale].computation
    .verdict(stated, {
      rule: rule.kind,
      computation,
      comparison,
      note: null,
      unitsEn: { 'garanties de prêts': 'loan guarantees' },
    })
    .replaceAll('\u00A0', ' ');
}

const ratio = (value: number, unit: string): ComputationRule => ({
  kind: 'ratio',
  target: { value, unit },
  rounding: 'nearest',
});
const count = (value: number, unit: string): Observation => ({
  kind: 'count',
  quantity: { value, unit },
});

describe('the computed figure beside the stated one', () => {
  const perYear: ComputationRule = {
    kind: 'count-per-year',
    perYear: { value: 60, unit: 'garanties de prêts' },
    rounding: 'nearest',
  };
  const observed: Observation = {
    kind: 'year-count',
    year: '2021-2022',
    quantity: { value: 58, unit: 'garanties de prêts' },
  };

  it('explains a difference of rounding, and its direction', () => {
    expect(verdict(0.96, perYear, observed)).toBe(
      'Déclaré 96 % · calculé 97 % : 58 sur 60 garanties de prêts en 2021-2022 font 96,67 %; la valeur déclarée est arrondie vers le bas.',
    );
    expect(verdict(0.96, perYear, observed, 'en')).toBe(
      'Stated 96% · computed 97%: 58 of 60 loan guarantees in 2021-2022 is 96.67%; the stated figure is rounded down.',
    );
    expect(verdict(0.51, ratio(275, 'personnes'), count(138, 'personnes'))).toMatch(
      /arrondie vers le haut\.$/,
    );
  });

  it('says when they are the same, or too far apart for rounding', () => {
    expect(verdict(0.5, ratio(275, 'personnes'), count(138, 'personnes'))).toBe(
      'Calculé : 50 %, comme déclaré (138 sur 275 personnes font 50,18 %).',
    );
    expect(verdict(0.6, ratio(2, 'projets'), count(1, 'projets'))).toBe(
      'Déclaré 60 % · calculé 50 % : 1 sur 2 projets font 50 %. L’arrondi n’explique pas l’écart.',
    );
  });

  it('stands alone when nothing is stated', () => {
    expect(verdict(null, ratio(2, 'projets'), count(1, 'projets'))).toBe(
      'Calculé : 50 % (1 sur 2 projets font 50 %). Rien n’est déclaré.',
    );
  });

  it('tells a growth in the words of growth, and what was capped', () => {
    const growth: ComputationRule = { kind: 'growth', targetGrowth: 0.42, rounding: 'nearest' };
    expect(verdict(1, growth, { kind: 'growth', growth: 1 })).toBe(
      'Calculé : 100 %, comme déclaré (une croissance de 100 % pour une cible de 42 % fait 238,1 % de la cible, ramenés à 100 %).',
    );
  });

  it('tells milestones and falls in theirs', () => {
    const milestones: ComputationRule = {
      kind: 'milestones',
      milestones: [
        { key: 'a', label: 'A', weight: 3 },
        { key: 'b', label: 'B', weight: 1 },
      ],
      rounding: 'nearest',
    };
    expect(
      verdict(0.75, milestones, { kind: 'milestones-done', done: [{ key: 'a', share: 1 }] }),
    ).toMatch(/3 sur 4, jalons pondérés, font 75 %/);
    const falling: ComputationRule = {
      kind: 'falling',
      baseline: { value: 12, unit: 'mois' },
      target: { value: 6, unit: 'mois' },
      rounding: 'nearest',
    };
    expect(verdict(0.5, falling, count(9, 'mois'))).toMatch(
      /une baisse de 3 mois sur les 6 visés fait 50 %/,
    );
  });
});

describe('what cannot be computed', () => {
  it('says why, with the facts', () => {
    expect(verdict(0.5, ratio(275, 'personnes admises'), count(138, 'demandes traitées'))).toBe(
      'Non calculable : 138 demandes traitées, mais la cible compte des personnes admises (275).',
    );
    expect(
      verdict(0.46, ratio(2115, 'participants'), { kind: 'share-without-count', share: 0.46 }),
    ).toBe('Non calculable : 46 % déclarés sans le compte; cible : 2 115 participants.');
    expect(verdict(0.6, ratio(2, 'projets'), null)).toBe(
      'Non calculable : ce qui a été compté n’est pas donné.',
    );
    expect(verdict(0.6, ratio(2, 'projets'), null, 'en')).toBe(
      'Cannot be computed: what was counted is not given.',
    );
  });
});
