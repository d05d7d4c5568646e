import { describe, expect, it } from 'vitest';
import type { Statement } from '../table.ts';
import { lineSubjects, type MeasureRow, WHOLE_MEASURE } from './line-scopes.ts';

const HALF: Statement = { kind: 'stated', value: 0.5 };

function row(
  label: string | null,
  deadline: string | null,
  statement: Statement | null,
): MeasureRow {
  return { label, deadline, statement, given: null };
}

function subjects(...rows: MeasureRow[]): string[] {
  return lineSubjects(rows).map(
    ({ scope, expected, indicator, label }) =>
      `${scope} ${expected ? 'expected' : 'silent'} ${indicator?.label ?? label ?? '-'}`,
  );
}

describe('what a line is about', () => {
  it('(a) a lone figure on the first of several rows covers the measure', () => {
    expect(
      subjects(row('A', '2020', HALF), row('B', '2020', null), row('C', '2024', null)),
    ).toEqual(['measure expected A', 'indicator silent B', 'indicator silent C']);
  });

  it('(a) "not applicable" and "nothing to report" cover it just as well', () => {
    for (const kind of ['not-applicable', 'nothing-to-report'] as const) {
      expect(subjects(row('A', '2020', { kind }), row('B', '2020', null))).toEqual([
        'measure expected A',
        'indicator silent B',
      ]);
    }
  });

  it('(b) rows with their own figures are each about their indicator', () => {
    expect(
      subjects(row('A', '2020', HALF), row('B', '2020', HALF), row('C', '2023', null)),
    ).toEqual(['indicator expected A', 'indicator expected B', 'indicator expected C']);
    expect(subjects(row('A', '2020', HALF))).toEqual(['indicator expected A']);
  });

  it('(c) figures without a deadline, under an indicator that has one, are files', () => {
    const [first, ...files] = lineSubjects([
      row('Problèmes réglés', 'En continu', null),
      row('OPTMQ', null, HALF),
      row('OIIAQ', null, HALF),
    ]);
    expect(first).toEqual({
      scope: 'measure',
      expected: false,
      indicator: { label: 'Problèmes réglés', deadline: 'En continu' },
      label: null,
    });
    expect(files).toEqual([
      { scope: 'file', expected: true, indicator: null, label: 'OPTMQ' },
      { scope: 'file', expected: true, indicator: null, label: 'OIIAQ' },
    ]);
  });

  it('(c) beside files, a row with its own deadline stays an indicator', () => {
    expect(
      subjects(row('A', 'En continu', null), row('OPTMQ', null, HALF), row('B', '2024', HALF)),
    ).toEqual(['measure silent A', 'file expected OPTMQ', 'indicator expected B']);
  });

  it('(c) does not apply where no deadline is ever given', () => {
    expect(subjects(row('A', null, null), row('B', null, HALF))).toEqual([
      'indicator expected A',
      'indicator expected B',
    ]);
  });

  it('(d) a row without a label is about the measure', () => {
    expect(subjects(row(null, null, HALF))).toEqual(['measure expected -']);
    expect(subjects(row(null, null, null))).toEqual(['measure expected -']);
    expect(subjects(row(null, null, null), row('A', null, HALF))).toEqual([
      'measure silent -',
      'indicator expected A',
    ]);
  });

  it('a deadline without a label is the measure’s own, once', () => {
    const [first, second, third] = lineSubjects([
      row(null, '2023', HALF),
      row(null, '2023', null),
      row(null, '2024', null),
    ]);
    expect(first?.indicator).toEqual({ label: WHOLE_MEASURE, deadline: '2023' });
    expect(second?.indicator).toBeNull();
    expect(third?.indicator).toEqual({ label: WHOLE_MEASURE, deadline: '2024' });
    expect([first, second, third].map((line) => line?.scope)).toEqual([
      'measure',
      'measure',
      'measure',
    ]);
  });

  it('where nothing is stated, every indicator is expected', () => {
    expect(subjects(row('A', '2020', null), row('B', null, null))).toEqual([
      'indicator expected A',
      'indicator expected B',
    ]);
  });

  it('believes what a row says of itself', () => {
    const said = {
      ...row('A', '2020', null),
      given: { scope: 'measure', expected: false },
    } as const;
    expect(subjects(said, row('B', '2020', HALF))).toEqual([
      'measure silent A',
      'indicator expected B',
    ]);
    const bare = { ...row(null, null, HALF), given: { scope: 'file', expected: true } } as const;
    expect(subjects(bare)).toEqual(['measure expected -']);
  });
});
