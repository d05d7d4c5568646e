import Papa from 'papaparse';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  type Actor,
  OPERATOR,
  type OrganisationRole,
  type PlatformRole,
  PUBLIC,
  personActor,
  SYSTEM,
} from '#platform/actor/actor.ts';
import { linkEvents } from '#platform/audit/link-events.ts';
import { type AuditEvent, recordEvent } from '#platform/audit/record-event.ts';
import { type Database, openDatabase, transact } from '#platform/database/database.ts';
import { restore } from '#platform/workbook/neutralise.ts';
import { emptyRecord } from '../../../tests/support/forge-record.ts';
import { openTestDatabase } from '../../../tests/support/test-database.ts';
import { asOwner } from '../../../tests/support/test-site.ts';
import { openRecord } from './open-record.ts';
import type { RecordQuery, RecordReader } from './record-reader.ts';

const { url } = openTestDatabase();
let db: Database;
let record: RecordReader;
const organisations = new Map<string, number>();
const people = new Map<string, Actor>();

beforeAll(async () => {
  db = openDatabase(url, 4);
  record = openRecord(db);
  await asOwner(url, async (owner) => {
    for (const [key, name] of [
      ['quai', 'Régie du quai'],
      ['phare', 'Société du phare'],
    ] as const) {
      const { rows } = await owner.query<{ id: number }>(
        'insert into organisation (key) values ($1) returning id',
        [key],
      );
      const id = rows[0]?.id ?? 0;
      organisations.set(key, id);
      await owner.query(
        `insert into organisation_version (organisation_id, valid, kind, name)
         values ($1, '[2020-01-01,)', 'body', $2)`,
        [id, name],
      );
    }
  });
  await person('Camille Roy', { platform: 'coordination' });
  await person('Dominique Roy', { platform: 'direction' });
  await person('Odile Roy', { platform: 'observation' });
  await person('Anne Roy', { platform: 'administration' });
  await person('Quentin Quai', { seat: 'respondent', organisation: 'quai' });
  await person('Paul Phare', { seat: 'validator', organisation: 'phare' });
  await person('Nul Rôle', {});
});
afterAll(() => db.destroy());

interface Roles {
  readonly platform?: PlatformRole;
  readonly seat?: OrganisationRole;
  readonly organisation?: string;
}

async function person(name: string, { platform, seat, organisation }: Roles): Promise<void> {
  const organisationId = organisation ? (organisations.get(organisation) ?? 0) : null;
  await asOwner(url, async (owner) => {
    const { rows } = await owner.query<{ id: string }>(
      'insert into person (name, email) values ($1, $2) returning id',
      [name, `${name.toLowerCase().replaceAll(/\W/g, '-')}@exemple.ca`],
    );
    const personId = rows[0]?.id ?? '';
    if (platform ?? seat) {
      await owner.query(
        `insert into role_grant (person_id, role, organisation_id, valid) values ($1, $2, $3, '[2020-01-01,)')`,
        [personId, platform ?? seat, organisationId],
      );
    }
    people.set(
      name,
      personActor({
        personId,
        platformRoles: platform ? [platform] : [],
        seats:
          seat && organisationId
            ? [{ role: seat, organisationId, branch: null, measureIds: null, standsIn: false }]
            : [],
        requestId: 'essai-1',
      }),
    );
  });
}

function actor(name: string): Actor {
  const found = people.get(name);
  if (!found) throw new Error(`no test person ${name}`);
  return found;
}
const idOf = (name: string) => actor(name).id.slice('person:'.length);
const organisationId = (key: string) => organisations.get(key) ?? 0;

const done = (by: Actor, event: Partial<AuditEvent> & { readonly action: string }) =>
  transact(db, by, (tx) => recordEvent(tx, { subject: { kind: 'update', key: '12' }, ...event }));

/** One event of each audience and organisation, and one about each kind of person. */
beforeEach(async () => {
  await emptyRecord(url);
  await done(SYSTEM, { action: 'load-plan', subject: { kind: 'plan', key: 'estuaire' } });
  await done(actor('Quentin Quai'), {
    action: 'edit-draft',
    audience: 'organisation',
    organisationId: organisationId('quai'),
  });
  await done(actor('Quentin Quai'), {
    action: 'submit-update',
    organisationId: organisationId('quai'),
    changes: [{ field: 'deadline', before: 'été 2024', after: 'hiver 2025' }],
    reason: 'Retard du chantier',
  });
  await done(actor('Paul Phare'), {
    action: 'validate-update',
    organisationId: organisationId('phare'),
  });
  await done(actor('Anne Roy'), {
    action: 'end-access',
    subject: { kind: 'person', key: idOf('Paul Phare') },
    audience: 'people',
    personId: idOf('Paul Phare'),
  });
  await done(actor('Odile Roy'), { action: 'write-observation', audience: 'observer' });
});

const actionsFor = async (who: Actor, query: RecordQuery = {}) =>
  (await record.history(who, query)).entries.map((entry) => entry.action);
const ALL = [
  'write-observation',
  'end-access',
  'validate-update',
  'submit-update',
  'edit-draft',
  'load-plan',
];

describe('the record, as each role sees it', () => {
  test.each([
    ['Camille Roy', ['end-access', 'validate-update', 'submit-update', 'load-plan']],
    ['Dominique Roy', ['validate-update', 'submit-update', 'load-plan']],
    ['Odile Roy', ['write-observation', 'validate-update', 'submit-update', 'load-plan']],
    ['Anne Roy', ['end-access']],
    ['Quentin Quai', ['submit-update', 'edit-draft']],
    ['Paul Phare', ['validate-update']],
  ])('%s', async (name, actions) => {
    expect(await actionsFor(actor(name))).toEqual(actions);
  });

  test('is whole for the command line and the system', async () => {
    expect(await actionsFor(OPERATOR)).toEqual(ALL);
    expect(await actionsFor(SYSTEM)).toEqual(ALL);
  });

  test('is refused to the public and to whoever has no role', async () => {
    for (const who of [PUBLIC, actor('Nul Rôle')]) {
      await expect(record.history(who, {})).rejects.toMatchObject({
        code: 'forbidden',
        message: 'Dans une organisation, on lit ce que le registre dit d’elle, et rien d’autre.',
      });
    }
  });

  test('is not of another organisation, nor of somebody else', async () => {
    const quentin = actor('Quentin Quai');
    await expect(record.history(quentin, { organisationKey: 'phare' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(record.history(quentin, { personId: idOf('Paul Phare') })).rejects.toMatchObject({
      message:
        'Ce que le registre dit d’une personne n’est lu que d’elle, de la coordination et de l’administration.',
    });
    await expect(
      record.history(actor('Nul Rôle'), { subject: { kind: 'update', key: '12' } }),
    ).rejects.toMatchObject({
      message: 'L’historique se lit avec un rôle sur la plateforme ou dans une organisation.',
    });
  });

  test('keeps the rest out in the database, though the code’s policies are not asked', async () => {
    const quentin = actor('Quentin Quai');
    // The code believes he is the coordination; the database knows what he is.
    const disguised: Actor = { ...quentin, platformRoles: new Set(['coordination']) };
    expect(await actionsFor(disguised)).toEqual(['submit-update', 'edit-draft']);
    expect(await actionsFor(disguised, { organisationKey: 'phare' })).toEqual([]);
    expect(
      await actionsFor({ ...actor('Nul Rôle'), platformRoles: new Set(['direction']) }),
    ).toEqual([]);
  });
});

describe('an entry', () => {
  test('says who, for whom, what changed and why, with the names its reader may see', async () => {
    const [entry] = (await record.history(actor('Camille Roy'), { action: 'submit-update' }))
      .entries;
    expect(entry).toMatchObject({
      actor: { kind: 'person', name: 'Quentin Quai' },
      organisation: { key: 'quai', name: { fr: 'Régie du quai', en: null } },
      changes: [{ field: 'deadline', before: 'été 2024', after: 'hiver 2025' }],
      reason: 'Retard du chantier',
      requestId: 'essai-1',
    });
    expect(entry?.occurredAt).toMatch(/\.\d{6}Z$/);
  });

  test('has no name for somebody unseen or erased', async () => {
    await done(actor('Camille Roy'), {
      action: 'return-update',
      organisationId: organisationId('quai'),
    });
    const seenBy = async (name: string) =>
      (await record.history(actor(name), { action: 'return-update' })).entries[0]?.actor;
    expect(await seenBy('Quentin Quai')).toEqual({ kind: 'unseen' });
    expect(await seenBy('Dominique Roy')).toMatchObject({ kind: 'person', name: 'Camille Roy' });
    const erase = (value: string) =>
      asOwner(url, (owner) =>
        owner.query(`update person set erased_at = ${value} where name = 'Camille Roy'`),
      );
    await erase('now()');
    expect(await seenBy('Dominique Roy')).toMatchObject({ kind: 'erased' });
    await erase('null');
  });
});

describe('a page', () => {
  test('goes on where the one before ended', async () => {
    const first = await record.history(OPERATOR, { limit: 4 });
    expect(first.entries.map(({ action }) => action)).toEqual(ALL.slice(0, 4));
    const second = await record.history(OPERATOR, { limit: 4, before: first.next });
    expect(second.entries.map(({ action }) => action)).toEqual(ALL.slice(4));
    expect(second.next).toBeNull();
  });

  test('is of a thing, an organisation, a person, an action or a period', async () => {
    expect(await actionsFor(OPERATOR, { subject: { kind: 'plan', key: 'estuaire' } })).toEqual([
      'load-plan',
    ]);
    expect(await actionsFor(OPERATOR, { organisationKey: 'phare' })).toEqual(['validate-update']);
    expect(await actionsFor(actor('Paul Phare'), { personId: idOf('Paul Phare') })).toEqual([
      'end-access',
      'validate-update',
    ]);
    expect(await actionsFor(OPERATOR, { action: 'edit-draft' })).toEqual(['edit-draft']);
    expect(await actionsFor(OPERATOR, { from: '2020-01-01', to: '2020-12-31' })).toEqual([]);
    const { entries } = await record.history(OPERATOR, { limit: 1 });
    const day = entries[0]?.day ?? '';
    expect(await actionsFor(OPERATOR, { from: day, to: day })).toEqual(ALL);
  });

  test.each([
    [{ from: 'hier' }, 'invalid', '« hier » n’est pas une date : écrivez AAAA-MM-JJ.'],
    [
      { from: '2025-02-01', to: '2025-01-01' },
      'invalid',
      'La période finit le 2025-01-01, avant de commencer le 2025-02-01.',
    ],
    [{ action: "x'; --" }, 'invalid', "« x'; -- » n’est pas une action du registre."],
    [{ organisationKey: 'marais' }, 'not-found', 'Aucune organisation n’a la clé « marais ».'],
    [{ organisationKey: '\0' }, 'not-found', 'Aucune organisation n’a la clé « \0 ».'],
    [{ personId: 'x' }, 'not-found', 'Personne n’a cet identifiant.'],
  ])('%j is refused in words', async (query, code, message) => {
    await expect(record.history(OPERATOR, query)).rejects.toMatchObject({ code, message });
  });
});

describe('reading personal data', () => {
  const readings = () => actionsFor(OPERATOR, { action: 'readings' });

  test('is recorded, once for each person while the reading lasts, and told to them', async () => {
    await record.history(actor('Camille Roy'), {});
    await record.history(actor('Camille Roy'), {});
    expect(await readings()).toEqual(['read-personal-data']);
    await record.history(actor('Anne Roy'), {});
    expect(await readings()).toEqual(['read-personal-data', 'read-personal-data']);
    const { entries } = await record.history(actor('Paul Phare'), {
      personId: idOf('Paul Phare'),
      action: 'read-personal-data',
    });
    expect(entries.map(({ actorId, about }) => [actorId, about?.kind])).toEqual([
      [actor('Anne Roy').id, 'person'],
      [actor('Camille Roy').id, 'person'],
    ]);
  });

  test('is not when it is one’s own, nor when there are none', async () => {
    await record.history(actor('Paul Phare'), { personId: idOf('Paul Phare') });
    await record.history(actor('Dominique Roy'), {});
    await record.history(SYSTEM, {});
    expect(await readings()).toEqual([]);
  });
});

describe('an export', () => {
  const exported = async (
    who: Actor,
    format: 'csv' | 'json',
    query: RecordQuery = {},
    most?: number,
  ) => {
    let text = '';
    await record.export(
      who,
      query,
      format,
      async (chunks) => {
        for await (const chunk of chunks) text += chunk;
      },
      most,
    );
    return text;
  };
  const HOSTILE = '=HYPERLINK("http://exemple.ca";"x")';

  test('in JSON says all, with each link of the chain', async () => {
    await linkEvents(db, true);
    const entries = JSON.parse(await exported(OPERATOR, 'json'));
    expect(entries.map(({ action }: { action: string }) => action)).toEqual(ALL.toReversed());
    expect(entries[2]).toMatchObject({
      id: 3,
      actor: { id: actor('Quentin Quai').id, name: 'Quentin Quai' },
      organisation: 'quai',
      subject: { kind: 'update', key: '12' },
      changes: [{ field: 'deadline', before: 'été 2024', after: 'hiver 2025' }],
      reason: 'Retard du chantier',
      link: { position: 3, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(JSON.parse(await exported(OPERATOR, 'json', { to: '2020-01-01' }))).toEqual([]);
  });

  test('in CSV says the same, and opens without running anything', async () => {
    await done(actor('Quentin Quai'), {
      action: 'submit-update',
      organisationId: organisationId('quai'),
      reason: HOSTILE,
    });
    const text = await exported(OPERATOR, 'csv');
    expect(text.startsWith('\ufeffNuméro;Moment (UTC);')).toBe(true);
    const { data } = Papa.parse<Record<string, string>>(text.slice(1).trimEnd(), {
      delimiter: ';',
      header: true,
    });
    const last = data.at(-1);
    expect(last?.['Motif']).toBe(`'${HOSTILE}`);
    expect(restore(last?.['Motif'] ?? '')).toBe(HOSTILE);
    for (const row of data) {
      for (const cell of Object.values(row)) expect(cell).not.toMatch(/^\s*[=+\-@\t\r]/);
    }
    const json = JSON.parse(await exported(OPERATOR, 'json', { to: last?.['Jour'] ?? '' }));
    for (const [index, row] of data.entries()) {
      const entry = json[index];
      expect([row['Numéro'], row['Moment (UTC)'], row['Action'], row['Compte']]).toEqual([
        String(entry.id),
        entry.occurredAt,
        entry.action,
        entry.actor.id,
      ]);
      expect(row['Ce qui a été fait']).toBe(entry.sentence);
      expect(JSON.parse(row['Changements'] || '[]')).toEqual(entry.changes);
    }
  });

  test('is of what its reader may see, and of no more', async () => {
    const own = JSON.parse(await exported(actor('Quentin Quai'), 'json'));
    expect(own.map(({ action }: { action: string }) => action)).toEqual([
      'edit-draft',
      'submit-update',
    ]);
    await expect(exported(actor('Nul Rôle'), 'json')).rejects.toMatchObject({
      code: 'forbidden',
      message: 'Dans une organisation, on exporte ce que le registre dit d’elle, et rien d’autre.',
    });
    await expect(
      exported(actor('Quentin Quai'), 'csv', { organisationKey: 'phare' }),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('is on the record itself, with whose data left', async () => {
    await exported(actor('Camille Roy'), 'csv', { from: '2020-01-01' });
    const { entries } = await record.history(OPERATOR, { action: 'export-record' });
    expect(entries).toMatchObject([
      { actorId: actor('Camille Roy').id, details: { format: 'csv', from: '2020-01-01' } },
    ]);
    const told = await record.history(OPERATOR, { action: 'read-personal-data' });
    expect(told.entries).toMatchObject([
      { personId: idOf('Paul Phare'), details: { how: 'export' } },
    ]);
  });

  test('that is too long is refused, and is on the record all the same', async () => {
    await expect(exported(OPERATOR, 'csv', {}, 3)).rejects.toMatchObject({
      code: 'too-large',
      message:
        'Plus de 3 événements : choisissez une période plus courte, ou exportez par « passerelle audit export ».',
    });
    expect(await actionsFor(OPERATOR, { action: 'export-record' })).toEqual(['export-record']);
  });

  test('reads a long record in parts', async () => {
    await asOwner(url, (owner) =>
      owner.query(
        `insert into audit_event (actor, action, subject_kind, subject_key)
         select 'system', 'load-plan', 'plan', n::text from generate_series(1, 2100) n`,
      ),
    );
    const entries = JSON.parse(await exported(OPERATOR, 'json'));
    expect(entries).toHaveLength(2106);
    expect(new Set(entries.map(({ id }: { id: number }) => id)).size).toBe(2106);
  });
});

test('the organisations one may ask for are one’s own, or all', async () => {
  const keys = async (who: Actor) => (await record.organisations(who)).map(({ key }) => key);
  expect(await keys(actor('Quentin Quai'))).toEqual(['quai']);
  expect(await keys(actor('Camille Roy'))).toEqual(['quai', 'phare']);
  expect(await keys(actor('Nul Rôle'))).toEqual([]);
});
