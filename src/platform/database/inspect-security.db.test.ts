import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase } from '../../../tests/support/test-database.ts';
import { type Demand, inspectSecurity } from './inspect-security.ts';

const { url } = openTestDatabase();

let owner: pg.Client;
beforeAll(async () => {
  owner = new pg.Client({ connectionString: url });
  await owner.connect();
});
afterAll(() => owner.end());

const DEMAND: Demand = {
  secondFactorRoles: new Set(['coordination', 'administration']),
  trustsProvider: false,
};
const facts = (demand: Partial<Demand> = {}) => inspectSecurity(url, { ...DEMAND, ...demand });

/** Somebody with a role from today on, seen that many days ago or never. */
async function addPerson(role: string, seen: number | null, made = seen ?? 0): Promise<string> {
  const id = randomUUID();
  await owner.query(
    `insert into person (id, name, email, created_at, last_sign_in_at)
     values ($1, 'Quelqu’un', $2, now() - make_interval(days => $3), now() - make_interval(days => $4))`,
    [id, `${id}@exemple.ca`, made, seen],
  );
  await owner.query(
    `insert into role_grant (person_id, role, valid) values ($1, $2, daterange(local_day(), null))`,
    [id, role],
  );
  return id;
}

describe('a database', () => {
  test('as migrated guards every table', async () => {
    expect((await facts()).unguardedTables).toEqual([]);
  });

  test('tells which table is not guarded, once the application may use it', async () => {
    await owner.query('create table forgotten ()');
    expect((await facts()).unguardedTables).toEqual([]);
    await owner.query('grant select on forgotten to passerelle_app');
    expect((await facts()).unguardedTables).toEqual(['forgotten']);
    await owner.query('drop table forgotten');
  });

  test('tells whether its role may do anything', async () => {
    const { rows } = await owner.query<{ super: boolean }>(
      'select rolsuper as super from pg_roles where rolname = current_user',
    );
    expect((await facts()).superuser).toBe(rows[0]?.super);
  });

  test('on this machine needs no encryption', async () => {
    expect((await facts()).protectedConnection).toBe(true);
  });
});

describe('its people', () => {
  test('are counted by what is weak about them', async () => {
    expect((await facts()).people).toEqual({
      administrators: 0,
      withoutSecondFactor: 0,
      dormant: 0,
      staleInvitations: 0,
      madeUp: 0,
    });
    const plain = await addPerson('administration', 1);
    const withKey = await addPerson('administration', 1);
    await owner.query(
      `insert into auth.passkey (id, person_id, public_key, credential_id, counter, device_type, backed_up)
       values (gen_random_uuid(), $1, 'x', 'y', 0, 'singleDevice', false)`,
      [withKey],
    );
    const withCode = await addPerson('coordination', 400);
    await owner.query('update person set two_factor_enabled = true where id = $1', [withCode]);
    await addPerson('observation', null, 366);
    expect((await facts()).people).toMatchObject({
      administrators: 2,
      withoutSecondFactor: 1,
      dormant: 2,
    });

    await owner.query(
      `insert into auth.account (id, account_id, provider_id, person_id)
       values (gen_random_uuid(), 'x', 'oidc', $1)`,
      [plain],
    );
    expect((await facts()).people.withoutSecondFactor).toBe(1);
    expect((await facts({ trustsProvider: true })).people.withoutSecondFactor).toBe(0);
  });

  test('whose access has ended no longer count', async () => {
    const before = (await facts()).people;
    const gone = await addPerson('administration', 500);
    await owner.query('update person set leaves_on = local_day() where id = $1', [gone]);
    expect((await facts()).people).toEqual(before);
  });

  test('made for a demonstration are told', async () => {
    const shown = await addPerson('direction', 1);
    await owner.query(`update person set email = 'direction@demo.example' where id = $1`, [shown]);
    expect((await facts()).people.madeUp).toBe(1);
  });

  test('who were invited long ago and never came are told, not those who came', async () => {
    const invite = (person: string, days: number, accepted = false) =>
      owner.query(
        `insert into invitation (token_hash, person_id, expires_at, recorded_at, accepted_at)
         values ($1, $2, now() + interval '1 day', now() - make_interval(days => $3),
                 case when $4 then now() end)`,
        [randomUUID(), person, days, accepted],
      );
    await invite(await addPerson('direction', null), 13);
    await invite(await addPerson('direction', null), 15, true);
    await invite(await addPerson('direction', 3), 15);
    expect((await facts()).people.staleInvitations).toBe(0);
    await invite(await addPerson('direction', null), 15);
    expect((await facts()).people.staleInvitations).toBe(1);
  });
});

describe('its record', () => {
  const record = () =>
    owner.query<{ id: number }>(
      `insert into audit_event (occurred_at, actor, action, subject_kind, subject_key)
       values (now() - interval '15 minutes', 'system', 'test', 'test', 'x') returning id`,
    );

  test('tells how long an event has waited for its link', async () => {
    expect((await facts()).audit).toEqual({ events: 0, unlinked: 0, oldestUnlinked: 0 });
    const { rows } = await record();
    expect((await facts()).audit).toEqual({ events: 1, unlinked: 1, oldestUnlinked: 15 });
    await owner.query(
      `insert into audit_link (position, event_id, previous_hash, hash)
       values (1, $1, repeat('0', 64), repeat('a', 64))`,
      [rows[0]?.id],
    );
    expect((await facts()).audit).toEqual({ events: 1, unlinked: 0, oldestUnlinked: 0 });
  });

  test('may not be chained yet', async () => {
    await owner.query('alter table audit_link rename to elsewhere');
    expect((await facts()).audit).toBeNull();
    await owner.query('alter table elsewhere rename to audit_link');
  });
});
