import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase } from '../../../tests/support/test-database.ts';
import { OPERATOR, SYSTEM } from '../actor/actor.ts';
import { recordEvent } from '../audit/record-event.ts';
import { type Database, openDatabase, transact } from './database.ts';

const { url } = openTestDatabase();
let db: Database;
beforeAll(() => {
  db = openDatabase(url, 4);
});
afterAll(() => db.destroy());

const keys = async () =>
  (await db.selectFrom('organisation').select('key').execute()).map((o) => o.key);

describe('a transaction', () => {
  test('acts under the restricted role, as its actor, and the connection forgets it after', async () => {
    const who = sql<{ user: string; actor: string }>`
      select current_user as "user", current_actor() as actor`;
    const single = openDatabase(url, 1);
    try {
      const inside = await transact(single, OPERATOR, (tx) => who.execute(tx));
      const outside = await who.execute(single);
      expect(inside.rows).toEqual([{ user: 'passerelle_app', actor: 'operator' }]);
      expect(outside.rows).toEqual([{ user: 'passerelle_app', actor: 'public' }]);
    } finally {
      await single.destroy();
    }
  });

  test('that fails leaves nothing, the audit record included', async () => {
    const failure = new Error('midway');
    await expect(
      transact(db, SYSTEM, async (tx) => {
        await tx.insertInto('organisation').values({ key: 'marais' }).execute();
        await recordEvent(tx, { action: 'add', subject: { kind: 'organisation', key: 'marais' } });
        throw failure;
      }),
    ).rejects.toBe(failure);
    expect(await keys()).toEqual([]);
    const events = await transact(db, SYSTEM, (tx) =>
      tx.selectFrom('audit_event').selectAll().execute(),
    );
    expect(events).toEqual([]);
  });

  test('that another one crossed is refused in words, and may be run again', async () => {
    await transact(db, SYSTEM, (tx) =>
      tx.insertInto('organisation').values({ key: 'port' }).execute(),
    );
    const rename = (key: string, before: () => Promise<unknown>) =>
      transact(db, SYSTEM, async (tx) => {
        await before();
        await tx.updateTable('organisation').set({ key }).where('key', 'like', 'port%').execute();
      });
    await expect(
      rename('port-de-mer', () => rename('port-fluvial', async () => undefined)),
    ).rejects.toMatchObject({
      code: 'conflict',
      message:
        'Quelqu’un d’autre vient de modifier les mêmes données : rien n’a été enregistré. Recommencez.',
    });
    expect(await keys()).toEqual(['port-fluvial']);
    await rename('port-de-mer', async () => undefined);
    expect(await keys()).toEqual(['port-de-mer']);
  });

  test('that is wrong for another reason says that reason', async () => {
    await expect(
      transact(db, SYSTEM, (tx) =>
        tx.insertInto('organisation').values({ key: 'Pas une clé' }).execute(),
      ),
    ).rejects.toThrow(/organisation_key_check/);
  });

  test('reads one state of the data, whatever is written meanwhile', async () => {
    await transact(db, SYSTEM, async (tx) => {
      const count = () => tx.selectFrom('organisation').select('id').execute();
      const before = await count();
      await transact(db, SYSTEM, (other) =>
        other.insertInto('organisation').values({ key: 'phare' }).execute(),
      );
      expect(await count()).toEqual(before);
    });
  });
});

test('dates stay the text they are, numbers are numbers', async () => {
  const { rows } = await sql`
    select '2022-03-31'::date as day, 0.96::numeric as share, 12::bigint as count`.execute(db);
  expect(rows).toEqual([{ day: '2022-03-31', share: 0.96, count: 12 }]);
});
