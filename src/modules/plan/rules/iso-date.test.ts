import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, isIsoDate, lastDayOfMonth, monthsBetween } from './iso-date.ts';

const date = fc
  .date({
    min: new Date('1900-01-01T00:00:00Z'),
    max: new Date('2199-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((moment) => moment.toISOString().slice(0, 10));

describe('isIsoDate', () => {
  it.each(['2022-03-31', '2024-02-29', '2000-02-29'])('accepts %s', (text) => {
    expect(isIsoDate(text)).toBe(true);
  });

  it.each([
    '2022-02-29',
    '1900-02-29',
    '2022-04-31',
    '2022-13-01',
    '2022-00-10',
    '2022-01-00',
    '0000-01-01',
    '2022-3-31',
    '2022-03-31T00:00',
    'hier',
    '',
  ])('refuses %s', (text) => {
    expect(isIsoDate(text)).toBe(false);
  });
});

describe('addDays', () => {
  it('passes from one month and year to the next', () => {
    expect(addDays('2022-03-31', 1)).toBe('2022-04-01');
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2022-01-01', -1)).toBe('2021-12-31');
  });

  it('is undone by its opposite and keeps the order of days', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 20_000 }), (day, days) => {
        const later = addDays(day, days);
        expect(isIsoDate(later)).toBe(true);
        expect(later > day).toBe(true);
        expect(addDays(later, -days)).toBe(day);
      }),
    );
  });
});

describe('addMonths', () => {
  it('stops at the last day of a shorter month', () => {
    expect(addMonths('2022-11-30', 3)).toBe('2023-02-28');
    expect(addMonths('2023-11-30', 3)).toBe('2024-02-29');
    expect(addMonths('2022-01-31', -2)).toBe('2021-11-30');
  });
});

describe('monthsBetween', () => {
  it.each([
    ['2020-12-31', '2022-03-31', 15],
    ['2020-12-21', '2022-03-31', 15],
    ['2022-03-31', '2022-04-01', 0],
    ['2022-03-31', '2022-04-30', 1],
    ['2022-11-30', '2023-02-28', 3],
    ['2022-01-15', '2022-02-14', 0],
    ['2022-04-01', '2022-03-01', 0],
  ])('from %s to %s counts %i', (from, to, months) => {
    expect(monthsBetween(from, to)).toBe(months);
  });

  it('is the greatest number of months that can be added without passing the end', () => {
    fc.assert(
      fc.property(date, date, (a, b) => {
        const [from, to] = a <= b ? [a, b] : [b, a];
        const months = monthsBetween(from, to);
        expect(addMonths(from, months) <= to).toBe(true);
        expect(addMonths(from, months + 1) > to).toBe(true);
      }),
    );
  });
});

describe('lastDayOfMonth', () => {
  it('knows the leap years', () => {
    expect([1900, 2000, 2023, 2024].map((year) => lastDayOfMonth(year, 2))).toEqual([
      28, 29, 28, 29,
    ]);
  });
});
