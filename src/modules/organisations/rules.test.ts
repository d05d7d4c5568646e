import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldName, isOrganisationKey } from './rules.ts';

describe('a name as it is compared', () => {
  test.each([
    ['Ministère de l’Éducation', "ministere de l'education"],
    ["l'Office", 'office'],
    ['L’Office des professions.', 'office des professions'],
    ['Les cégeps', 'cegeps'],
    ['Main-d’œuvre', "main-d'oeuvre"],
    ['  MIFI\u00a0; ', 'mifi'],
    ['Bu\u00adreau', 'bureau'],
    ['Lesage', 'lesage'],
  ])('%j is %j', (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });

  test('is the same in capitals, decomposed, or with other spaces', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Ordre', 'é', 'Œuvre', 'à', 'l’été', 'Île', '(RAC)', 'ç'), {
          minLength: 1,
        }),
        (words) => {
          const name = words.join(' ');
          expect(foldName(name.toUpperCase())).toBe(foldName(name));
          expect(foldName(name.normalize('NFD'))).toBe(foldName(name));
          expect(foldName(words.join('\u00a0'))).toBe(foldName(name));
        },
      ),
    );
  });
});

test.each([
  ['mifi', true],
  ['office-des-professions', true],
  ['MIFI', false],
  ['é', false],
  ['a--b', false],
  ['', false],
  ['a\0b', false],
])('%j as a key: %s', (text, expected) => {
  expect(isOrganisationKey(text)).toBe(expected);
});
