import { describe, expect, it } from 'vitest';
import { formatDate, formatInstant, formatMonth } from './dates.ts';
import { formatCount, formatNumber, formatPercent } from './numbers.ts';
import { capitalised, formatList, joinList, plural } from './words.ts';

describe('dates', () => {
  it('are written in full, the first of a month as an ordinal in French', () => {
    expect(formatDate('fr', '2022-03-31')).toBe('31 mars 2022');
    expect(formatDate('fr', '2022-04-01')).toBe('1er avril 2022');
    expect(formatDate('fr', '2022-04-11')).toBe('11 avril 2022');
    expect(formatDate('en', '2022-04-01')).toBe('April 1, 2022');
  });

  it('have months by name', () => {
    expect(formatMonth('fr', 12)).toBe('décembre');
    expect(formatMonth('en', 1)).toBe('January');
  });

  it('show a moment at the hour of Québec, on its day', () => {
    expect(formatInstant('fr', '2022-04-02T02:30:00Z')).toMatch(/^1er avril 2022.*22\sh\s30/u);
  });
});

describe('numbers', () => {
  it('use no-break spaces in French', () => {
    expect(formatNumber('fr', 2115)).toBe('2\u00A0115');
    expect(formatPercent('fr', 50)).toBe('50\u00A0%');
    expect(formatPercent('fr', 96.666)).toBe('96,67\u00A0%');
  });

  it('follow English usage in English', () => {
    expect(formatNumber('en', 2115)).toBe('2,115');
    expect(formatPercent('en', 50)).toBe('50%');
  });

  it('write small counts in words', () => {
    expect(formatCount('fr', 2)).toBe('deux');
    expect(formatCount('en', 9)).toBe('nine');
    expect(formatCount('fr', 10)).toBe('10');
    expect(formatCount('fr', 1600)).toBe('1\u00A0600');
  });
});

describe('words', () => {
  it('join as one says them', () => {
    expect(formatList('fr', ['la 2', 'la 6', 'la 11'])).toBe('la 2, la 6 et la 11');
    expect(formatList('en', ['2', '6'])).toBe('2 and 6');
    expect(formatList('fr', ['la 2'])).toBe('la 2');
  });

  it('join things that are not text', () => {
    expect(joinList('fr', [{ n: 1 }, { n: 2 }])).toEqual([{ n: 1 }, ' et ', { n: 2 }]);
  });

  it('agree with a count: zero is singular in French only', () => {
    expect(plural('fr', 0, 'mesure', 'mesures')).toBe('mesure');
    expect(plural('fr', 2, 'mesure', 'mesures')).toBe('mesures');
    expect(plural('en', 0, 'measure', 'measures')).toBe('measures');
    expect(plural('en', 1, 'measure', 'measures')).toBe('measure');
  });

  it('begin a sentence', () => {
    expect(capitalised('fr', 'été 2022')).toBe('Été 2022');
  });
});
