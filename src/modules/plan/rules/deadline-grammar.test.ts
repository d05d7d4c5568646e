import { parse } from 'edtf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Deadline, parseDeadline } from './deadline.ts';
import { isIsoDate } from './iso-date.ts';

type Dated = readonly [text: string, edtf: string, earliest: string, latest: string];

const PERIODS: readonly Dated[] = [
  ['31 mars 2022', '2022-03-31', '2022-03-31', '2022-03-31'],
  ['jeudi 31 mars 2022', '2022-03-31', '2022-03-31', '2022-03-31'],
  ['1er avril 2023', '2023-04-01', '2023-04-01', '2023-04-01'],
  ['1ᵉʳ avril 2023', '2023-04-01', '2023-04-01', '2023-04-01'],
  ['29 février 2024', '2024-02-29', '2024-02-29', '2024-02-29'],
  ['March 31, 2022', '2022-03-31', '2022-03-31', '2022-03-31'],
  ['31 March 2022', '2022-03-31', '2022-03-31', '2022-03-31'],
  ['the 31st of March 2022', '2022-03-31', '2022-03-31', '2022-03-31'],
  ['2022-03-31', '2022-03-31', '2022-03-31', '2022-03-31'],
  ['2022/03/31', '2022-03-31', '2022-03-31', '2022-03-31'],
  ['31/03/2022', '2022-03-31', '2022-03-31', '2022-03-31'],
  ['03/31/2022', '2022-03-31', '2022-03-31', '2022-03-31'],
  ['03/03/2022', '2022-03-03', '2022-03-03', '2022-03-03'],
  ['Décembre 2020', '2020-12', '2020-12-01', '2020-12-31'],
  ['Mars 2023', '2023-03', '2023-03-01', '2023-03-31'],
  ['Juin 2024', '2024-06', '2024-06-01', '2024-06-30'],
  ['Février 2024', '2024-02', '2024-02-01', '2024-02-29'],
  ['déc. 2020', '2020-12', '2020-12-01', '2020-12-31'],
  ['sept. 2021', '2021-09', '2021-09-01', '2021-09-30'],
  ['Dec 2020', '2020-12', '2020-12-01', '2020-12-31'],
  ['May 2023', '2023-05', '2023-05-01', '2023-05-31'],
  ['2022-03', '2022-03', '2022-03-01', '2022-03-31'],
  ['03/2023', '2023-03', '2023-03-01', '2023-03-31'],
  ['Hiver 2023', '2023-24', '2022-12-22', '2023-03-20'],
  ['hiver 2022-2023', '2023-24', '2022-12-22', '2023-03-20'],
  ['Automne 2023', '2023-23', '2023-09-23', '2023-12-21'],
  ['Été 2022', '2022-22', '2022-06-21', '2022-09-22'],
  ["À l'automne 2023", '2023-23', '2023-09-23', '2023-12-21'],
  ['Winter 2023', '2023-24', '2022-12-22', '2023-03-20'],
  ['Summer 2022', '2022-22', '2022-06-21', '2022-09-22'],
  ['Fall 2027', '2027-23', '2027-09-23', '2027-12-21'],
  ['Spring of 2027', '2027-21', '2027-03-21', '2027-06-20'],
  ['2024', '2024', '2024-01-01', '2024-12-31'],
  ["au cours de l'année 2024", '2024', '2024-01-01', '2024-12-31'],
  ['T2 2024', '2024-04/2024-06', '2024-04-01', '2024-06-30'],
  ['2e trimestre 2024', '2024-04/2024-06', '2024-04-01', '2024-06-30'],
  ['Q2 2024', '2024-04/2024-06', '2024-04-01', '2024-06-30'],
  ['2024-Q2', '2024-04/2024-06', '2024-04-01', '2024-06-30'],
  ['second quarter of 2024', '2024-04/2024-06', '2024-04-01', '2024-06-30'],
  ['premier semestre 2024', '2024-01/2024-06', '2024-01-01', '2024-06-30'],
  ['exercice 2022-2023', '2022-04/2023-03', '2022-04-01', '2023-03-31'],
  ['année financière 2022-2023', '2022-04/2023-03', '2022-04-01', '2023-03-31'],
  ['fiscal year 2022-2023', '2022-04/2023-03', '2022-04-01', '2023-03-31'],
  ['FY 2022-23', '2022-04/2023-03', '2022-04-01', '2023-03-31'],
];

const PARTS: readonly Dated[] = [
  ['début 2024', '2024-01/2024-04', '2024-01-01', '2024-04-30'],
  ['mi-2024', '2024-05/2024-08', '2024-05-01', '2024-08-31'],
  ['fin 2023', '2023-09/2023-12', '2023-09-01', '2023-12-31'],
  ['late 2023', '2023-09/2023-12', '2023-09-01', '2023-12-31'],
  ["fin de l'automne 2023", '2023-11-23/2023-12-21', '2023-11-23', '2023-12-21'],
  ['mid-March 2023', '2023-03-11/2023-03-20', '2023-03-11', '2023-03-20'],
  ['fin février 2024', '2024-02-21/2024-02-29', '2024-02-21', '2024-02-29'],
];

const INTERVALS: readonly Dated[] = [
  ['2020-2021 (2 ans)', '2020/2021', '2020-01-01', '2021-12-31'],
  ['2019–2024', '2019/2024', '2019-01-01', '2024-12-31'],
  ['2022-23', '2022/2023', '2022-01-01', '2023-12-31'],
  ['De 2025 à 2028', '2025/2028', '2025-01-01', '2028-12-31'],
  ['From 2025 to 2028', '2025/2028', '2025-01-01', '2028-12-31'],
  ['entre 2025 et 2028', '2025/2028', '2025-01-01', '2028-12-31'],
  ['mars à juin 2023', '2023-03/2023-06', '2023-03-01', '2023-06-30'],
  ['Between March and June 2023', '2023-03/2023-06', '2023-03-01', '2023-06-30'],
  ['novembre à février 2023', '2022-11/2023-02', '2022-11-01', '2023-02-28'],
  ['octobre 2023 - mars 2024', '2023-10/2024-03', '2023-10-01', '2024-03-31'],
  ['mars 2023 à 2024', '2023-03/2024', '2023-03-01', '2024-12-31'],
  ['du 1er avril 2023 au 31 mars 2024', '2023-04-01/2024-03-31', '2023-04-01', '2024-03-31'],
  ['du 1er au 15 mars 2023', '2023-03-01/2023-03-15', '2023-03-01', '2023-03-15'],
  ['Printemps-été 2023', '2023-03-21/2023-09-22', '2023-03-21', '2023-09-22'],
  ['automne-hiver 2022-2023', '2022-09-23/2023-03-20', '2022-09-23', '2023-03-20'],
  ['fin 2023-début 2024', '2023-09/2024-04', '2023-09-01', '2024-04-30'],
];

const APPROXIMATE: readonly Dated[] = [
  ['vers 2025', '2025~', '2025-01-01', '2025-12-31'],
  ['around March 2025', '2025-03~', '2025-03-01', '2025-03-31'],
  ["vers l'automne 2025", '2025-09-23~/2025-12-21~', '2025-09-23', '2025-12-21'],
  ['vers la fin de 2025', '2025-09~/2025-12~', '2025-09-01', '2025-12-31'],
];

const LIMITS: readonly Dated[] = [
  ["D'ici l'automne 2027", '2027-23', '2027-09-23', '2027-12-21'],
  ['By fall 2027', '2027-23', '2027-09-23', '2027-12-21'],
  ["d'ici la fin de 2026", '2026', '2026-01-01', '2026-12-31'],
  ["d'ici à la fin mars 2023", '2023-03', '2023-03-01', '2023-03-31'],
  ['by the end of 2026', '2026', '2026-01-01', '2026-12-31'],
  ['avant la fin de 2026', '2026', '2026-01-01', '2026-12-31'],
  ["d'ici la fin de l'exercice 2024-2025", '2024-04/2025-03', '2024-04-01', '2025-03-31'],
  ['Au plus tard le 31 mars 2022', '2022-03-31', '2022-03-31', '2022-03-31'],
  ['31 mars 2022 au plus tard', '2022-03-31', '2022-03-31', '2022-03-31'],
  ['No later than the 31st of March 2022', '2022-03-31', '2022-03-31', '2022-03-31'],
  ["jusqu'en 2024", '2024', '2024-01-01', '2024-12-31'],
  ["En continu jusqu'au 31 mars 2024", '2024-03-31', '2024-03-31', '2024-03-31'],
  ['avant le 1er avril 2022', '2022-03-31', '2022-03-31', '2022-03-31'],
  ['before 2026', '2025-12-31', '2025-12-31', '2025-12-31'],
];

const dated = (by: boolean) => (rows: readonly Dated[]) =>
  rows.map(
    ([text, edtf, earliest, latest]) =>
      [text, { kind: 'dated', text, edtf, by, earliest, latest }] as const,
  );

const DATED: readonly (readonly [string, Deadline])[] = [
  ...[PERIODS, PARTS, INTERVALS, APPROXIMATE].flatMap(dated(false)),
  ...dated(true)(LIMITS),
];

describe('a dated deadline', () => {
  it.each(DATED)('%s', (text, expected) => {
    expect(parseDeadline(text)).toEqual(expected);
  });

  it('is read through the accidents of typing', () => {
    const asTyped = [
      'D’ICI L’AUTOMNE 2027.',
      "  d' ici  l’auto\u00ADmne\u00A02027 ;",
      '• D’ici l’automne 2027',
      'Échéance : d’ici l’automne 2027',
    ];
    for (const text of asTyped) {
      expect(parseDeadline(text)).toMatchObject({ edtf: '2027-23', by: true, text });
    }
    expect(parseDeadline('ETE 2022')).toMatchObject({ edtf: '2022-22' });
    expect(parseDeadline('Decembre 2020')).toMatchObject({ edtf: '2020-12' });
  });
});

describe('a yearly deadline', () => {
  it.each([
    ['Chaque année, au plus tard le 31 mars', 'XXXX-03-31', true, 3, 31],
    ['Au plus tard le 31 mars de chaque année', 'XXXX-03-31', true, 3, 31],
    ['Every year, no later than March 31', 'XXXX-03-31', true, 3, 31],
    ['every year before April 1', 'XXXX-03-31', true, 3, 31],
    ['Annuel (31 mars)', 'XXXX-03-31', false, 3, 31],
    ['every March 31', 'XXXX-03-31', false, 3, 31],
    ['chaque année en février', 'XXXX-02', false, 2, 29],
    ['Chaque automne', 'XXXX-12-21', false, 12, 21],
    ['À chaque hiver', 'XXXX-03-20', false, 3, 20],
  ])('%s', (text, edtf, by, month, day) => {
    expect(parseDeadline(text)).toEqual({ kind: 'recurring', text, edtf, by, month, day });
  });
});

describe('an ongoing deadline', () => {
  it.each([
    'En continu',
    'en  continu.',
    'Continu',
    'Ongoing',
    'Permanent',
    'En permanence',
    'On an ongoing basis',
    'En continu depuis 2021',
    'En continu, selon les besoins',
  ])('%s', (text) => {
    expect(parseDeadline(text)).toEqual({ kind: 'ongoing', text });
  });
});

describe('what cannot be read for certain', () => {
  it.each([
    '',
    '   ',
    'À déterminer',
    'Selon les disponibilités',
    '2 ans',
    "d'ici 2 ans",
    '31 février 2022',
    'fin 31 mars 2022',
    'fin mi-mars 2022',
    '29 février 2023',
    '2022-13-01',
    '13/13/2022',
    '03/04/2022',
    '31 mars',
    'Automne',
    'Chaque année',
    'Chaque trimestre',
    'De 2025',
    'À partir de 2025',
    'Dès 2024',
    '2021-2020',
    '2011-12',
    '2023-23',
    '2025?',
    'exercice 2022-2024',
    'hiver 2022-2024',
    'automne 2022-2023',
    'automne-hiver 2023',
    '31 mars 2022 et 30 juin 2023',
    '2024 (reporté à 2025)',
    'En continu, bilan en 2023 et 2025',
    `31 mars 2022${' '.repeat(300)}`,
  ])('“%s” stays text, undated', (text) => {
    expect(parseDeadline(text)).toEqual({ kind: 'undated', text });
  });
});

const word = fc.constantFrom(
  ...DATED.flatMap(([text]) => text.split(' ')),
  ...['chaque', 'année', 'en', 'continu', 'avant', 'every', 'year', '31', '12', '2022', '(', ')'],
);
const anyText = fc.oneof(
  fc.string(),
  fc.array(word, { maxLength: 7 }).map((all) => all.join(' ')),
);

describe('any text', () => {
  it('is read without failing, keeping the text and giving days that exist, in order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const deadline = parseDeadline(text);
        expect(deadline.text).toBe(text);
        if (deadline.kind === 'dated') {
          expect(isIsoDate(deadline.earliest) && isIsoDate(deadline.latest)).toBe(true);
          expect(deadline.earliest <= deadline.latest).toBe(true);
        }
        if (deadline.kind === 'recurring') {
          expect(isIsoDate(`2000-${pad(deadline.month)}-${pad(deadline.day)}`)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('gives EDTF that the standard’s parser accepts', () => {
    const read = fc.constantFrom(...DATED.map(([text]) => text));
    const yearly = word.map((text) => `chaque année, ${text}`);
    fc.assert(
      fc.property(fc.oneof(read, yearly, anyText), (text) => {
        const deadline = parseDeadline(text);
        if ('edtf' in deadline) expect(() => parse(deadline.edtf)).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });
});

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
