import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type DeadlineState,
  deadlineState,
  dueDate,
  monthsLate,
  parseDeadline,
} from './deadline.ts';
import { addDays } from './iso-date.ts';

function stateOf(text: string, progress: number | null, asOf: string): DeadlineState {
  return deadlineState({ deadline: parseDeadline(text), progress, asOf });
}

const DEADLINES = [
  '31 mars 2022',
  'Décembre 2020',
  'Automne 2020',
  'Hiver 2023',
  '2020-2021 (2 ans)',
  'Chaque année, au plus tard le 31 mars',
  'Chaque année en février',
  'En continu',
  'À déterminer',
];
const deadline = fc.constantFrom(...DEADLINES).map(parseDeadline);
const asOf = fc.integer({ min: -800, max: 800 }).map((days) => addDays('2022-03-31', days));
const progress = fc.option(fc.double({ min: 0, max: 1, noNaN: true }));

describe('deadlineState', () => {
  it.each([
    ['Décembre 2020', 0.33, '2022-03-31', 'overdue'],
    ['Automne 2020', 0, '2022-03-31', 'overdue'],
    ['31 mars 2022', 0.46, '2022-03-30', 'upcoming'],
    ['31 mars 2022', 0.46, '2022-03-31', 'not-met-on-the-day'],
    ['31 mars 2022', 0.46, '2022-04-01', 'overdue'],
    ['31 mars 2022', 0.999, '2022-04-01', 'overdue'],
    ['31 mars 2022', 1, '2022-04-01', 'met'],
    ['31 mars 2022', 1, '2021-01-01', 'met'],
    ['31 mars 2022', null, '2022-03-31', 'upcoming'],
    ['31 mars 2022', null, '2022-04-01', 'passed-without-figure'],
    ['Hiver 2023', 0.15, '2022-03-31', 'upcoming'],
    ['En continu', 0.5, '2022-03-31', 'undated'],
    ['À déterminer', null, '2022-03-31', 'undated'],
  ] as const)('%s at %s on %s is %s', (text, stated, date, state) => {
    expect(stateOf(text, stated, date)).toBe(state);
  });

  it('judges a yearly deadline on its coming occurrence', () => {
    const yearly = 'Chaque année, au plus tard le 31 mars';
    expect(stateOf(yearly, 0.5, '2022-03-30')).toBe('upcoming');
    expect(stateOf(yearly, 0.5, '2022-03-31')).toBe('not-met-on-the-day');
    expect(stateOf(yearly, 0.5, '2022-04-01')).toBe('upcoming');
  });

  it('never calls silence late, nor a success', () => {
    fc.assert(
      fc.property(deadline, asOf, (due, date) => {
        const state = deadlineState({ deadline: due, progress: null, asOf: date });
        expect(['upcoming', 'passed-without-figure', 'undated']).toContain(state);
      }),
    );
  });

  it('agrees with the due date and the months elapsed', () => {
    fc.assert(
      fc.property(deadline, progress, asOf, (due, figure, date) => {
        const state = deadlineState({ deadline: due, progress: figure, asOf: date });
        const day = dueDate(due, date);
        if (state === 'overdue') expect(day !== null && day < date).toBe(true);
        if (state === 'not-met-on-the-day') expect(day).toBe(date);
        if (day === null || day >= date) expect(monthsLate(due, date)).toBe(0);
      }),
    );
  });

  it('can only go from bad to worse as the days pass on the same figure', () => {
    const order: readonly DeadlineState[] = ['upcoming', 'not-met-on-the-day', 'overdue'];
    const share = fc.double({ min: 0, max: 0.99, noNaN: true });
    const single = deadline.filter(({ kind }) => kind === 'dated');
    fc.assert(
      fc.property(single, share, asOf, asOf, (due, figure, a, b) => {
        const [first, second] = (a <= b ? [a, b] : [b, a]).map((date) =>
          order.indexOf(deadlineState({ deadline: due, progress: figure, asOf: date })),
        );
        expect(first).toBeGreaterThanOrEqual(0);
        expect(second).toBeGreaterThanOrEqual(first ?? 0);
      }),
    );
  });
});

describe('dueDate', () => {
  it('is the last day of a period', () => {
    expect(dueDate(parseDeadline('Hiver 2023'), '2022-03-31')).toBe('2023-03-20');
  });

  it('is the first occurrence on or after the day for a yearly deadline', () => {
    const yearly = parseDeadline('Chaque année, le 31 mars');
    expect(dueDate(yearly, '2022-03-31')).toBe('2022-03-31');
    expect(dueDate(yearly, '2022-04-01')).toBe('2023-03-31');
  });

  it('is the last day of February, whatever the year', () => {
    const february = parseDeadline('Chaque année en février');
    expect(dueDate(february, '2023-01-01')).toBe('2023-02-28');
    expect(dueDate(february, '2023-03-01')).toBe('2024-02-29');
  });

  it('does not exist without a date', () => {
    expect(dueDate(parseDeadline('En continu'), '2022-03-31')).toBeNull();
    expect(dueDate(parseDeadline('À déterminer'), '2022-03-31')).toBeNull();
  });
});

describe('monthsLate', () => {
  it.each([
    ['Décembre 2020', '2022-03-31', 15],
    ['Automne 2020', '2022-03-31', 15],
    ['31 mars 2022', '2022-04-01', 0],
    ['31 mars 2022', '2022-04-30', 1],
    ['Hiver 2023', '2022-03-31', 0],
    ['Chaque année, le 31 mars', '2022-05-31', 0],
    ['En continu', '2030-01-01', 0],
  ])('%s on %s is %i', (text, date, months) => {
    expect(monthsLate(parseDeadline(text), date)).toBe(months);
  });
});
