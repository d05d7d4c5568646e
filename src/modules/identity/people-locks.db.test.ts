import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Actor, PUBLIC } from '#platform/actor/actor.ts';
import { transact } from '#platform/database/database.ts';
import { asOwner, openTestServices, SYSTEM } from '../../../tests/support/test-site.ts';
import { findOrganisationId } from './organisation-id.ts';
import { actorOf, addActor, addPerson, role } from './testing/people.ts';

// The policies in code are not asked here: only the database stands in the way.

const site = openTestServices();
const MIFI = { organisationKey: 'ministere-immigration' };
const MES = { organisationKey: 'ministere-enseignement-superieur' };

const actors: Record<string, Actor> = { public: PUBLIC };
const as = (name: string): Actor => {
  const actor = actors[name];
  if (!actor) throw new Error(`no ${name}`);
  return actor;
};
/** A member of the MIFI, one of the MES, and somebody who administers. */
let mifi = '';
let mes = '';
let admin = '';
let mifiId = 0;
beforeAll(async () => {
  const { db } = site.services;
  actors['coordination'] = await addActor(db, [role('coordination')]);
  actors['direction'] = await addActor(db, [role('direction')]);
  actors['observation'] = await addActor(db, [role('observation')]);
  actors['respondent'] = await addActor(db, [role('respondent', MIFI)]);
  mifi = await addPerson(db, [role('alternate', MIFI)]);
  mes = await addPerson(db, [role('respondent', MES)]);
  admin = await addPerson(db, [role('administration')]);
  actors['administration'] = await actorOf(db, admin);
  mifiId = (await transact(db, SYSTEM, (tx) => findOrganisationId(tx, MIFI.organisationKey))) ?? 0;
});

const run = (actor: Actor, statement: ReturnType<typeof sql>) =>
  transact(site.services.db, actor, (tx) => statement.execute(tx));
const rows = async (actor: Actor, statement: ReturnType<typeof sql>) =>
  (await run(actor, statement)).rows;
const refused = /row-level security|permission denied|only (the administration|who manages)/;

describe('people are seen', () => {
  const seen = async (who: string, id: string) =>
    (await rows(as(who), sql`select from person where id = ${id}`)).length === 1;

  test('by themselves, their colleagues and those who run the platform, not from elsewhere', async () => {
    for (const who of ['coordination', 'administration', 'respondent']) {
      expect(await seen(who, mifi), who).toBe(true);
    }
    expect(await seen('respondent', mes)).toBe(false);
    expect(await seen('public', mifi)).toBe(false);
  });

  test('with their roles and absences: those of others are as if they were not', async () => {
    for (const table of ['role_grant', 'absence', 'grant_in_force']) {
      expect(
        await rows(
          as('respondent'),
          sql`select from ${sql.table(table)} where person_id in (${mes}, ${admin})`,
        ),
      ).toEqual([]);
      expect(await rows(PUBLIC, sql`select from ${sql.table(table)}`)).toEqual([]);
    }
  });

  test('their invitations by those who manage people only, and never the hash', async () => {
    expect(await rows(as('respondent'), sql`select id from invitation`)).toEqual([]);
    expect((await rows(as('coordination'), sql`select id from invitation`)).length).toBeGreaterThan(
      0,
    );
    await expect(run(as('administration'), sql`select token_hash from invitation`)).rejects.toThrow(
      'permission denied for table invitation',
    );
  });
});

describe('roles', () => {
  const give = (given: string, organisation: number | null) =>
    sql`insert into role_grant (person_id, role, organisation_id, valid)
        values (${mifi}, ${given}, ${organisation}, '[2020-01-01,)')`;

  test.each(['public', 'direction', 'observation', 'respondent'])(
    'are given by %s neither in an organisation nor over the platform',
    async (who) => {
      await expect(run(as(who), give('validator', mifiId))).rejects.toThrow(refused);
      await expect(run(as(who), give('administration', null))).rejects.toThrow(refused);
    },
  );

  test('over the platform are not the coordination’s to give or to end', async () => {
    await expect(run(as('coordination'), give('administration', null))).rejects.toThrow(refused);
    const end = sql`update role_grant set valid = '[2020-01-01,2021-01-01)' where person_id = ${admin}`;
    expect((await run(as('coordination'), end)).numAffectedRows).toBe(0n);
  });

  test('are ended by nobody else, not even by their holder', async () => {
    const end = sql`update role_grant set valid = '[2020-01-01,2021-01-01)' where organisation_id = ${mifiId}`;
    for (const who of ['respondent', 'direction', 'public']) {
      expect((await run(as(who), end)).numAffectedRows, who).toBe(0n);
    }
  });

  test('change in nothing but their dates, and are never deleted', async () => {
    for (const statement of [
      sql`update role_grant set role = 'administration', organisation_id = null`,
      sql`update role_grant set person_id = ${admin}`,
      sql`delete from role_grant`,
    ]) {
      await expect(run(as('administration'), statement)).rejects.toThrow('permission denied');
    }
  });
});

describe('a person', () => {
  const set = (id: string, column: string, value: unknown) =>
    sql`update person set ${sql.ref(column)} = ${value} where id = ${id}`;

  test('changes their own name, and nothing that lets in', async () => {
    const self = as('respondent');
    const id = self.id.slice('person:'.length);
    await run(self, set(id, 'name', 'Zoé Côté'));
    for (const [column, value] of [
      ['email', 'autre@exemple.ca'],
      ['email_verified', true],
      ['leaves_on', '2090-01-01'],
      ['erased_at', '2025-01-01'],
    ] as const) {
      await expect(run(self, set(id, column, value)), column).rejects.toThrow();
    }
  });

  test('is changed by no colleague', async () => {
    const colleague = await run(as('respondent'), set(mifi, 'name', 'X'));
    expect(colleague.numAffectedRows).toBe(0n);
  });

  test('the coordination changes no address, nor anybody who holds a role over the platform', async () => {
    const coordination = as('coordination');
    await expect(run(coordination, set(mifi, 'email', 'a@b.ca'))).rejects.toThrow(refused);
    await expect(run(coordination, set(admin, 'leaves_on', '2025-01-01'))).rejects.toThrow(refused);
    await expect(run(coordination, set(admin, 'name', 'X'))).rejects.toThrow(refused);
  });

  test.each(['public', 'direction', 'observation', 'respondent'])('is not added by %s', (who) =>
    expect(
      run(as(who), sql`insert into person (name, email) values ('X', ${`${who}@exemple.ca`})`),
    ).rejects.toThrow(refused),
  );

  test.each(['public', 'coordination', 'direction', 'observation', 'respondent'])(
    'is not erased by %s, nor what has expired removed',
    async (who) => {
      const actor = as(who);
      await expect(run(actor, sql`select erase_identity(${mes})`)).rejects.toThrow(refused);
      await expect(run(actor, sql`select remove_expired(0, 0, 0, 0, 0)`)).rejects.toThrow(refused);
    },
  );

  test.each(['public', 'direction', 'observation', 'respondent'])(
    'keeps their sessions whatever %s asks, and the coordination, of who administers',
    async (who) => {
      await expect(run(as(who), sql`select end_sessions(${mes})`)).rejects.toThrow(refused);
      await expect(run(as('coordination'), sql`select end_sessions(${admin})`)).rejects.toThrow(
        refused,
      );
    },
  );

  test('is not erased while they have access, by anybody', () =>
    expect(run(as('administration'), sql`select erase_identity(${mes})`)).rejects.toThrow(
      'a person is erased once their access has ended',
    ));
});

describe('an invitation', () => {
  const make = (id: string | null) =>
    sql`insert into invitation (token_hash, person_id, expires_at)
        values (${`${Math.random()}`}, ${id}, now() + interval '1 day')`;

  test.each(['public', 'direction', 'observation', 'respondent'])('is not made by %s', (who) =>
    expect(run(as(who), make(mifi))).rejects.toThrow(refused),
  );

  test('made by the coordination lets in nobody who holds a role over the platform', async () => {
    await run(as('coordination'), make(mifi));
    await expect(run(as('coordination'), make(admin))).rejects.toThrow(refused);
  });

  test('that makes the first administrator is the system’s alone', async () => {
    await expect(run(as('administration'), make(null))).rejects.toThrow(refused);
    await run(SYSTEM, make(null));
  });
});

describe('an absence', () => {
  const declare = (id: string) =>
    sql`insert into absence (person_id, organisation_id, valid)
        select ${id}, g.organisation_id, '[2020-01-01,)' from role_grant g where g.person_id = ${id}`;

  test('is declared for a colleague, not for somebody of another organisation', async () => {
    await run(as('respondent'), declare(mifi));
    const elsewhere = sql`insert into absence (person_id, organisation_id, valid)
      select ${mes}, o.id, '[2020-01-01,)' from organisation o where o.key = ${MES.organisationKey}`;
    await expect(run(as('respondent'), elsewhere)).rejects.toThrow(refused);
    await expect(run(PUBLIC, elsewhere)).rejects.toThrow(refused);
  });
});

test('what signing in keeps is out of the application’s reach', async () => {
  for (const table of ['session', 'account', 'passkey', 'two_factor', 'verification', 'throttle']) {
    await expect(
      run(as('administration'), sql`select * from ${sql.table(`auth.${table}`)}`),
    ).rejects.toThrow('permission denied');
  }
  const { rows: granted } = await asOwner(site.url, (owner) =>
    owner.query("select has_schema_privilege('passerelle_app', 'auth', 'usage') as may"),
  );
  expect(granted).toEqual([{ may: false }]);
});
