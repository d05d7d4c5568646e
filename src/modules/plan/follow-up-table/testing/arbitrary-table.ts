import fc from 'fast-check';
import type { LineScope, PlainLine, PlainMeasure, PlainTable, Statement } from '../table.ts';
import { oneLine, tidy } from '../text.ts';

/** Texts as people and attackers write them, already tidy, as every table read is. */
const piece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    '=1+1',
    '-5',
    '+',
    '@x',
    "'=a",
    "''",
    '"',
    ';',
    ',',
    '\n• ',
    '\t',
    '_x0041_',
    'é',
    '50\u00a0%',
    '🙂',
    '<b>&amp;',
  ),
);
const raw = fc.array(piece, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(' '));
const block = raw.map(tidy).filter((text) => text !== '');
const line = raw.map(oneLine).filter((text) => text !== '');

/** A name that is not itself a heading, a total or a number with a name behind. */
const name = line.map((text) => `Nom ${text}`);

const statement: fc.Arbitrary<Statement | null> = fc.oneof(
  fc.constant(null),
  fc.constant({ kind: 'not-applicable' } as const),
  fc.constant({ kind: 'nothing-to-report' } as const),
  fc.nat(10_000).map((value) => ({ kind: 'stated', value: value / 10_000 }) as const),
);

const plainLine: fc.Arbitrary<PlainLine> = fc
  .record({
    scope: fc.constantFrom<LineScope>('measure', 'indicator', 'file'),
    label: fc.option(block.map((text) => `Cible ${text}`)),
    deadline: fc.option(line.map((text) => `D’ici ${text}`)),
    expected: fc.boolean(),
    statement,
    narrative: fc.option(block.map((text) => `Suite ${text}`)),
    leadText: fc.option(block.map((text) => `MO ${text}`)),
  })
  .map(({ scope, label, deadline, ...rest }) => {
    if (label === null) return { ...rest, scope: 'measure', indicator: null, label: null };
    if (scope === 'file') return { ...rest, scope, indicator: null, label };
    return { ...rest, scope, indicator: { label, deadline }, label: null };
  });

function measure(number: string, themes: readonly string[]): fc.Arbitrary<PlainMeasure> {
  return fc
    .record({
      number: fc.constant(number),
      name,
      theme: fc.option(fc.constantFrom(...themes)),
      leadText: fc.option(block.map((text) => `MO ${text}`)),
      collaboratorText: fc.option(block.map((text) => `Partenaire ${text}`)),
      followUpText: fc.option(name),
      lines: fc.array(plainLine, { minLength: 1, maxLength: 4 }),
    })
    .map((one) => ({ ...one, lines: readable(one) }));
}

/** Only what a table can hold: no row without a cell, and a line's lead only where it differs. */
function readable({ lines, leadText }: PlainMeasure): PlainLine[] {
  return lines
    .filter((one, index) => index === 0 || hasCell(one))
    .map((one, index) => ({
      ...one,
      leadText: index === 0 || one.leadText === leadText ? null : one.leadText,
    }))
    .filter((one, index) => index === 0 || hasCell(one));
}

function hasCell(one: PlainLine): boolean {
  return (
    one.indicator !== null || one.label !== null || one.statement !== null || one.narrative !== null
  );
}

/** Any table that a follow-up file can hold. */
export const arbitraryTable: fc.Arbitrary<PlainTable> = fc
  .uniqueArray(fc.nat(30).map(String), { minLength: 1, maxLength: 4 })
  .chain((themes) =>
    fc.record({
      title: fc.option(name),
      asOf: fc.option(fc.constantFrom('2022-03-31', '2024-04-01', '2019-12-09')),
      sheet: fc.constant('Suivi'),
      themes: fc.tuple(
        ...themes
          .toSorted((a, b) => Number(a) - Number(b))
          .map((number) =>
            fc.record({ number: fc.constant(number), name, objective: fc.option(line) }),
          ),
      ),
      measures: fc
        .uniqueArray(fc.constantFrom('1', '2', '2a', '1.9', '1.10', '16', 'M-3'), {
          minLength: 1,
          maxLength: 4,
        })
        .chain((numbers) => fc.tuple(...numbers.map((number) => measure(number, themes)))),
    }),
  );
