import { describe, expect, it } from 'vitest';
import { measureState, planState } from '#presentation/testing/plan-fixtures.ts';
import { planFrame } from '../test-support/plan-frame.ts';
import { fillAddress, pageOfPattern } from './addresses.ts';
import { readAsOf } from './as-of.ts';
import { readTexts, textsOf } from './texts.ts';
import { openView, say } from './view.ts';

describe('addresses', () => {
  it('are filled in, and written safely', () => {
    expect(fillAddress('/plans/:plan/mesures/:number', { plan: 'p', number: '2/a' })).toBe(
      '/plans/p/mesures/2%2Fa',
    );
    expect(fillAddress('/plans/:plan', { plan: 'p' }, { as_of: null, q: 'é' })).toBe(
      '/plans/p?q=%C3%A9',
    );
  });

  it('are known in both languages', () => {
    expect(pageOfPattern('/plans/:plan/mesures/:number')).toBe('measure');
    expect(pageOfPattern('/en/plans/:plan/measures/:number')).toBe('measure');
    expect(pageOfPattern('*')).toBeNull();
  });

  it('keep the date asked for, and lead to the same page in the other language', () => {
    const frame = planFrame({
      page: 'measure',
      params: { plan: 'essai', number: '2' },
      asOf: '2022-03-31',
    });
    const { to } = openView(frame);
    expect(to.theme('0')).toBe('/plans/essai/themes/0?as_of=2022-03-31');
    expect(to.inLanguage('en')).toBe('/en/plans/essai/measures/2?as_of=2022-03-31');
    expect(to.onDate(null)).toBe('/plans/essai/mesures/2');
    expect(to.onDate('2021-03-31')).toBe('/plans/essai/mesures/2?as_of=2021-03-31');
  });

  it('keep what was searched for on another date', () => {
    const { to } = openView(planFrame({ page: 'search', query: { q: 'stage' } }));
    expect(to.onDate('2022-03-31')).toBe('/plans/essai/recherche?q=stage&as_of=2022-03-31');
  });
});

describe('the date asked for', () => {
  const read = (query: string) => readAsOf(new URLSearchParams(query));

  it('is a date, or nothing', () => {
    expect(read('as_of=2022-03-31')).toEqual({ kind: 'asked', asOf: '2022-03-31' });
    expect(read('as_of=')).toEqual({ kind: 'asked', asOf: null });
    expect(read('')).toEqual({ kind: 'asked', asOf: null });
  });

  it('is refused when there is no such day', () => {
    expect(read('as_of=2022-02-30')).toEqual({ kind: 'invalid', given: '2022-02-30' });
    expect(read('as_of=hier')).toEqual({ kind: 'invalid', given: 'hier' });
  });
});

describe('texts of the plan', () => {
  it('are announced as French where they have no English', () => {
    expect(say('en', { fr: 'Nom', en: null })).toEqual({ text: 'Nom', lang: 'fr' });
    expect(say('en', { fr: 'Nom', en: 'Name' })).toEqual({ text: 'Name', lang: undefined });
    expect(say('fr', { fr: 'Nom', en: 'Name' })).toEqual({ text: 'Nom', lang: undefined });
  });

  it('come back from their form as they were', () => {
    const state = planState([
      measureState('2a', { shortName: { fr: 'Court', en: 'Short' } }),
      measureState('3'),
    ]);
    const texts = textsOf(state);
    expect(texts.measures.map(({ shortName }) => shortName)).toEqual(['Court', '']);
    const form = new FormData();
    form.set('title', ` ${texts.title} `);
    form.set('showMean', 'on');
    for (const measure of texts.measures) {
      form.append('measure', measure.number);
      form.set(`measure-${measure.number}-shortName`, measure.shortName);
      form.set(`measure-${measure.number}-shortNameEn`, measure.shortNameEn);
      form.set(`measure-${measure.number}-nameEn`, measure.nameEn);
    }
    expect(readTexts(form)).toEqual(texts);
  });
});
