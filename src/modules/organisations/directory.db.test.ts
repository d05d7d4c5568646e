import { beforeAll, describe, expect, test } from 'vitest';
import { openTestServices } from '../../../tests/support/test-site.ts';
import { type Directory, loadDirectory } from './directory.ts';

const site = openTestServices();
let directory: Directory;
beforeAll(async () => {
  directory = await loadDirectory(site.services.db);
});

const match = (name: string) => {
  const found = directory.match(name);
  return found && 'key' in found ? [found.kind, found.key] : found;
};

describe('a name in a table', () => {
  test.each([
    ['its acronym', 'MIFI'],
    ['a former acronym', 'MIDI'],
    ['its name', 'Ministère de l’Immigration, de la Francisation et de l’Intégration'],
    ['a former name', 'Ministère de l’Immigration, de la Diversité et de l’Inclusion'],
    ['its English name', 'Ministry of Immigration, Francisation and Integration'],
    ['another apostrophe', "Ministère de l'Immigration, de la Francisation et de l'Intégration"],
    ['an article', 'Le ministère de l’Immigration, de la Francisation et de l’Intégration'],
    [
      'no accents, other case',
      'MINISTERE DE L’IMMIGRATION, DE LA FRANCISATION ET DE L’INTEGRATION',
    ],
    [
      'no-break spaces',
      'Ministère de\u00a0l’Immigration, de la\u202fFrancisation et de l’Intégration',
    ],
    ['spaces around', '  MIFI '],
  ])('stands for the ministry by %s', (_, name) => {
    expect(match(name)).toEqual(['organisation', 'ministere-immigration']);
  });

  test('stands for an organisation by another way it is written', () => {
    expect(match('Office')).toEqual(['organisation', 'office-des-professions']);
  });

  test('stands for a group', () => {
    expect(match('Ordres professionnels')).toEqual(['group', 'ordres-professionnels']);
  });

  test('stands for several organisations: all are named, none is chosen', () => {
    expect(match('OAQ')).toEqual({
      kind: 'ambiguous',
      names: expect.arrayContaining([
        'Ordre des architectes du Québec',
        'Ordre des agronomes du Québec',
      ]),
    });
  });

  test('is settled by what is added to an ambiguous acronym', () => {
    expect(match('OAQ (architectes)')).toEqual(['organisation', 'architectes']);
  });

  test.each(['Ministère des Marées', '', '   '])('%j stands for nothing known', (name) => {
    expect(match(name)).toBeNull();
  });

  test('is offered with every spelling, aliases and groups included', () => {
    expect(directory.spellings).toEqual(expect.arrayContaining(['MIDI', 'MIFI', 'Office', 'obnl']));
  });
});
