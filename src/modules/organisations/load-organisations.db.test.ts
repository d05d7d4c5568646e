import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { transact } from '#platform/database/database.ts';
import {
  COORDINATOR,
  contentsOf,
  openTestServices,
  PUBLIC,
} from '../../../tests/support/test-site.ts';
import { loadOrganisations, type OrganisationData } from './load-organisations.ts';

const site = openTestServices();

type OrganisationInput = OrganisationData['organisations'][number];

function organisation(key: string, more: Partial<OrganisationInput> = {}): OrganisationInput {
  return {
    key,
    kind: 'body',
    parent: null,
    sector: null,
    names: [{ from: null, to: null, name: `Régie ${key}`, nameEn: null, acronym: null }],
    aliases: [],
    ...more,
  };
}

const load = (organisations: readonly OrganisationInput[], actor = COORDINATOR) =>
  transact(site.services.db, actor, (tx) =>
    loadOrganisations(tx, actor, { organisations, groups: [] }),
  );

describe('organisations', () => {
  test('are added once, by key', async () => {
    expect(await load([organisation('littoral'), organisation('marais')])).toEqual({ added: 2 });
    const before = await contentsOf(site.url);
    expect(await load([organisation('littoral', { kind: 'other' })])).toEqual({ added: 0 });
    expect(await contentsOf(site.url)).toEqual(before);
  });

  test('may belong to one that comes with them, or was there', async () => {
    await load([
      organisation('quai', { parent: 'port' }),
      organisation('port', { parent: 'office-des-professions' }),
    ]);
    const { organisations } = site.services;
    expect((await organisations.find('quai', '2022-01-01'))?.parent?.key).toBe('port');
    expect((await organisations.find('port', '2022-01-01'))?.parent?.key).toBe(
      'office-des-professions',
    );
  });

  test('may not belong to one that nobody knows: nothing is added', async () => {
    const before = await contentsOf(site.url);
    await expect(
      load([organisation('phare'), organisation('bouee', { parent: 'inconnue' })]),
    ).rejects.toMatchObject({
      code: 'invalid',
      message: 'Organisation « inconnue », citée par « bouee » : introuvable.',
    });
    expect(await contentsOf(site.url)).toEqual(before);
  });

  test('are refused from the public by the policy', async () => {
    await expect(load([organisation('phare')], PUBLIC)).rejects.toMatchObject({
      code: 'forbidden',
      message: 'Seule la coordination peut ajouter des organisations.',
    });
  });

  test('cannot have two names on one day', async () => {
    const name = { nameEn: null, acronym: null, name: 'Régie' };
    await expect(
      load([
        organisation('digue', {
          names: [
            { ...name, from: null, to: '2020-01-02' },
            { ...name, from: '2020-01-01', to: null },
          ],
        }),
      ]),
    ).rejects.toThrow(/organisation_version_pkey/);
  });
});

describe('without the policy, the database still refuses the public', () => {
  const asPublic = (statement: ReturnType<typeof sql>) =>
    transact(site.services.db, PUBLIC, (tx) => statement.execute(tx));

  test.each([
    ['organisation', sql`insert into organisation (key) values ('intruse')`],
    [
      'organisation_version',
      sql`insert into organisation_version (organisation_id, valid, name, kind)
          select id, '[3000-01-01,)', 'Intruse', 'other' from organisation limit 1`,
    ],
    [
      'organisation_alias',
      sql`insert into organisation_alias (organisation_id, alias)
          select id, 'Intruse' from organisation limit 1`,
    ],
    [
      'organisation_group',
      sql`insert into organisation_group (key, label) values ('intrus', 'Intrus')`,
    ],
  ])('to add to %s', async (table, statement) => {
    await expect(asPublic(statement)).rejects.toThrow(
      `new row violates row-level security policy for table "${table}"`,
    );
  });

  test('to change or remove anything', async () => {
    const before = await contentsOf(site.url);
    await asPublic(sql`update organisation_version set name = 'Intruse'`);
    await asPublic(sql`delete from organisation_alias`);
    await asPublic(sql`delete from organisation_group`);
    await asPublic(sql`update organisation set key = 'intruse'`);
    expect(await contentsOf(site.url)).toEqual(before);
  });
});
