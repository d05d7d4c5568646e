import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  asOwner,
  COORDINATOR,
  contentsOf,
  openTestServices,
  PUBLIC,
  SYSTEM,
} from '../../../tests/support/test-site.ts';
import { bring, coastTable } from '../../../tests/support/test-table.ts';
import type { Actor } from '../actor/actor.ts';
import { transact } from './database.ts';

const site = openTestServices();
beforeAll(() => bring(site.services, coastTable('2024-06-30')));

const as = (actor: Actor, statement: string) =>
  transact(site.services.db, actor, (tx) => sql.raw(statement).execute(tx));

const APPEND_ONLY = [
  'statement',
  'observation',
  'follow_up_import',
  'report_template',
  'report_text',
  'audit_event',
];

describe.each(APPEND_ONLY)('%s is added to, never altered', (table) => {
  test.each([
    ['updated', `update ${table} set id = default`],
    ['deleted', `delete from ${table}`],
    ['emptied', `truncate ${table}`],
  ])('not %s by the coordination, nor by the system', async (_, statement) => {
    for (const actor of [COORDINATOR, SYSTEM]) {
      await expect(as(actor, statement)).rejects.toThrow(`permission denied for table ${table}`);
    }
  });
});

describe('the audit record', () => {
  test('is read by the coordination and the system, not by the public', async () => {
    const read = async (actor: Actor) =>
      (await as(actor, 'select action from audit_event order by id')).rows;
    const all = [
      { action: 'load-organisations' },
      { action: 'load-report' },
      { action: 'load-plan' },
      { action: 'load-report' },
      { action: 'import-follow-up' },
    ];
    expect(await read(COORDINATOR)).toEqual(all);
    expect(await read(SYSTEM)).toEqual(all);
    expect(await read(PUBLIC)).toEqual([]);
  });

  test('cannot be written by the public, nor in another’s name', async () => {
    const event = (actor: string) =>
      `insert into audit_event (actor, action, subject_kind, subject_key) values ('${actor}', 'a', 'b', 'c')`;
    const refusal = 'new row violates row-level security policy for table "audit_event"';
    await expect(as(PUBLIC, event('public'))).rejects.toThrow(refusal);
    await expect(as(COORDINATOR, event('Somebody else'))).rejects.toThrow(refusal);
  });
});

describe('every table', () => {
  test('has row-level security, but the list of migrations, which the application cannot touch', async () => {
    const { rows } = await asOwner(site.url, (owner) =>
      owner.query(
        `select relname from pg_class
          where relnamespace = 'public'::regnamespace and relkind = 'r' and not relrowsecurity
            and has_table_privilege('passerelle_app', oid, 'select,insert,update,delete')`,
      ),
    );
    expect(rows).toEqual([]);
  });

  test('refuses what the public would add, change or remove', async () => {
    const { rows: tables } = await asOwner(site.url, (owner) =>
      owner.query<{ name: string; id: string; updatable: boolean }>(
        `select relname as name,
                has_table_privilege('passerelle_app', c.oid, 'update') as updatable
           from pg_class c
          where relnamespace = 'public'::regnamespace and relkind = 'r'
            and has_table_privilege('passerelle_app', c.oid, 'insert')`,
      ),
    );
    const before = await contentsOf(site.url);
    expect(tables.length).toBeGreaterThan(15);
    for (const { name, updatable } of tables) {
      await expect(as(PUBLIC, `insert into ${name} default values`), name).rejects.toThrow(
        `new row violates row-level security policy for table "${name}"`,
      );
      if (updatable) expect((await as(PUBLIC, `delete from ${name}`)).numAffectedRows).toBe(0n);
    }
    expect(await contentsOf(site.url)).toEqual(before);
  });

  test('belongs to a role that the application’s queries do not act as', async () => {
    await expect(as(COORDINATOR, 'drop table statement')).rejects.toThrow('must be owner of table');
    await expect(
      as(COORDINATOR, 'alter table statement disable row level security'),
    ).rejects.toThrow('must be owner of table');
    await expect(as(COORDINATOR, 'create table intruse (id integer)')).rejects.toThrow(
      'permission denied for schema public',
    );
  });
});
