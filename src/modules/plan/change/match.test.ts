import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IndicatorRow, LineRow, MeasureRow } from '../queries.ts';
import { type CurrentLine, matchLines, matchMeasures } from './match.ts';
import type { DraftLine, DraftMeasure } from './plan-draft.ts';

function row(measure_id: number, number: string, name: string): MeasureRow {
  return {
    measure_id,
    plan_id: 1,
    theme_id: 1,
    number,
    name,
    name_en: null,
    short_name: null,
    short_name_en: null,
    lead_text: null,
    collaborator_text: null,
    follow_up_id: null,
    follow_up_text: null,
  };
}

function draft(number: string, name: string): DraftMeasure {
  return {
    number,
    name,
    theme: null,
    leadText: null,
    collaboratorText: null,
    parties: [],
    lines: [],
  };
}

const MARSHES = row(1, '1', 'Restaurer les marais');
const BIRDS = row(2, '2', 'Suivre les oiseaux');
const PATHS = row(3, '3', 'Ouvrir des sentiers');
const CURRENT = [MARSHES, BIRDS, PATHS];

/** Which identity each draft is matched with; then the identities that are withdrawn. */
function matched(drafts: readonly DraftMeasure[]) {
  return matchMeasures(CURRENT, drafts).map(({ current, draft: given }) => [
    given?.number ?? null,
    current?.measure_id ?? null,
  ]);
}

describe('measures', () => {
  test('are those of the same number and name, in the order of the table', () => {
    expect(
      matched([draft('3', PATHS.name), draft('1', MARSHES.name), draft('2', BIRDS.name)]),
    ).toEqual([
      ['3', 3],
      ['1', 1],
      ['2', 2],
    ]);
  });

  test('are told by their name when their number changed, accents and case aside', () => {
    expect(matched([draft('1', MARSHES.name), draft('7', 'SUIVRE LES OISEAUX')])).toEqual([
      ['1', 1],
      ['7', 2],
      [null, 3],
    ]);
  });

  test('are told by their number when their name changed', () => {
    expect(matched([draft('2', 'Compter les oiseaux')])).toEqual([
      ['2', 2],
      [null, 1],
      [null, 3],
    ]);
  });

  test('are told by their name first: one put in before them shifts their numbers only', () => {
    expect(
      matched([
        draft('1', 'Compter les phoques'),
        draft('2', MARSHES.name),
        draft('3', BIRDS.name),
        draft('4', PATHS.name),
      ]),
    ).toEqual([
      ['1', null],
      ['2', 1],
      ['3', 2],
      ['4', 3],
    ]);
  });

  test('that nothing matches are new, and those nothing asks for are withdrawn', () => {
    expect(matched([draft('9', 'Compter les phoques')])).toEqual([
      ['9', null],
      [null, 1],
      [null, 2],
      [null, 3],
    ]);
  });
});

function line(line_id: number, scope: DraftLine['scope'], label: string | null): CurrentLine {
  const indicator = scope === 'indicator' && label !== null;
  const line: LineRow = {
    line_id,
    measure_id: 1,
    position: line_id,
    scope,
    indicator_id: indicator ? line_id : null,
    label: scope === 'file' ? label : null,
    lead_text: null,
    expected: true,
  };
  return { line, indicator: indicator ? indicatorRow(line_id, label) : null };
}

function indicatorRow(indicator_id: number, label: string): IndicatorRow {
  return {
    indicator_id,
    measure_id: 1,
    position: indicator_id,
    label,
    label_en: null,
    deadline_text: null,
    deadline_edtf: null,
    computation: null,
  };
}

function draftLine(scope: DraftLine['scope'], label: string | null): DraftLine {
  return {
    scope,
    indicator: scope === 'indicator' && label !== null ? { label, deadline: null } : null,
    label: scope === 'file' ? label : null,
    leadText: null,
    expected: true,
    figure: 'missing',
    value: null,
    narrative: null,
    cell: null,
  };
}

describe('lines', () => {
  const ids = (current: readonly CurrentLine[], drafts: readonly DraftLine[]) =>
    matchLines(current, drafts).map((pair) => pair.current?.line.line_id ?? null);

  test('are told by their scope and label, wherever they stand', () => {
    const current = [
      line(1, 'indicator', 'Plan'),
      line(2, 'file', 'OPTMQ'),
      line(3, 'measure', null),
    ];
    expect(
      ids(current, [
        draftLine('measure', null),
        draftLine('file', 'optmq'),
        draftLine('indicator', 'PLAN'),
      ]),
    ).toEqual([3, 2, 1]);
  });

  test('are told by their label when their scope changed', () => {
    expect(ids([line(1, 'indicator', 'Plan')], [draftLine('file', 'Plan')])).toEqual([1]);
  });

  test('are the next of their scope when they were reworded, and never another’s', () => {
    const current = [line(1, 'indicator', 'Plan'), line(2, 'indicator', 'Entente')];
    expect(
      ids(current, [draftLine('indicator', 'Plan écrit'), draftLine('indicator', 'Entente')]),
    ).toEqual([1, 2]);
  });

  test('of one label are paired one by one', () => {
    const current = [line(1, 'indicator', 'Plan'), line(2, 'indicator', 'Plan')];
    const drafts = [1, 2, 3].map(() => draftLine('indicator', 'Plan'));
    expect(ids(current, drafts)).toEqual([1, 2, null]);
  });
});

test('each current measure and each draft is in exactly one pair', () => {
  const measures = fc.array(
    fc.record({
      number: fc.constantFrom('1', '2', '2a', '3'),
      name: fc.constantFrom('A', 'B', 'C', 'a'),
    }),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(measures, measures, (before, after) => {
      const current = before.map(({ number, name }, index) => row(index, number, name));
      const drafts = after.map(({ number, name }) => draft(number, name));
      const pairs = matchMeasures(current, drafts);
      expect(pairs.flatMap((pair) => pair.draft ?? [])).toEqual(drafts);
      expect(pairs.flatMap((pair) => pair.current ?? []).toSorted(byId)).toEqual(current);
      expect(pairs.filter((pair) => pair.current === null && pair.draft === null)).toEqual([]);
    }),
  );
});

function byId(a: MeasureRow, b: MeasureRow): number {
  return a.measure_id - b.measure_id;
}
