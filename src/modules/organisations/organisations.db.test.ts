import { describe, expect, test } from 'vitest';
import { openTestServices } from '../../../tests/support/test-site.ts';

const site = openTestServices();
const KEY = 'ministere-immigration';
const find = (key: string, asOf: string) => site.services.organisations.find(key, asOf);

describe('an organisation on a date', () => {
  test('is called as it was then: MIDI became MIFI', async () => {
    expect(await find(KEY, '2019-05-31')).toMatchObject({
      acronym: 'MIDI',
      name: { fr: 'Ministère de l’Immigration, de la Diversité et de l’Inclusion' },
    });
    expect(await find(KEY, '2019-06-01')).toMatchObject({
      acronym: 'MIFI',
      name: { fr: 'Ministère de l’Immigration, de la Francisation et de l’Intégration' },
    });
  });

  test('has all its names, the oldest first', async () => {
    const found = await find(KEY, '2022-03-31');
    expect(found?.names.map(({ acronym, from, until }) => [acronym, from, until])).toEqual([
      ['MIDI', null, '2019-06-01'],
      ['MIFI', '2019-06-01', null],
    ]);
  });

  test.each(['inconnue', 'a\0b', 'MIFI', ''])('has not the key %j', async (key) => {
    expect(await find(key, '2022-03-31')).toBeNull();
  });
});

describe('the list', () => {
  test('is in French alphabetical order, accents aside, each organisation once', async () => {
    const listed = await site.services.organisations.list('2022-03-31');
    const names = listed.map(({ name }) => name.fr);
    expect(names).toEqual(names.toSorted(new Intl.Collator('fr').compare));
    expect(new Set(listed.map(({ key }) => key)).size).toBe(listed.length);
  });

  test('has the 46 orders', async () => {
    const listed = await site.services.organisations.list('2022-03-31');
    expect(listed.filter(({ kind }) => kind === 'order')).toHaveLength(46);
  });

  test('says whom each one belongs to', async () => {
    const listed = await site.services.organisations.list('2022-03-31');
    const known = new Map(listed.map((organisation) => [organisation.key, organisation.name]));
    const children = listed.filter(({ parent }) => parent !== null);
    expect(children.length).toBeGreaterThan(0);
    for (const { parent } of children) expect(parent?.name).toEqual(known.get(parent?.key ?? ''));
  });
});
