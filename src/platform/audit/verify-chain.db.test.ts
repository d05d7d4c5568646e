import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { emptyRecord, forge } from '../../../tests/support/forge-record.ts';
import { openTestDatabase } from '../../../tests/support/test-database.ts';
import { asOwner } from '../../../tests/support/test-site.ts';
import { OPERATOR, SYSTEM } from '../actor/actor.ts';
import { type Database, openDatabase, transact } from '../database/database.ts';
import { CHAINED_COLUMNS, linkHash, ORIGIN_HASH } from './chain.ts';
import { type Digest, readDigests, readHead, recordDigests } from './digests.ts';
import { linkEvents, MOST_LINKED } from './link-events.ts';
import { readEvents } from './links.ts';
import { recordEvent } from './record-event.ts';
import { verifyChain } from './verify-chain.ts';

const { url } = openTestDatabase();
let db: Database;
beforeAll(() => {
  db = openDatabase(url, 4);
});
afterAll(() => db.destroy());

const record = (key: string) =>
  transact(db, OPERATOR, (tx) =>
    recordEvent(tx, {
      action: 'edit-texts',
      subject: { kind: 'plan', key },
      changes: [{ field: 'deadline', before: 'été 2024', after: 'hiver 2025' }],
      reason: 'À la demande du comité',
      details: { b: 1, a: [1.5, 'deux'] },
    }),
  );

/** Six events, the last one not linked yet. */
beforeEach(async () => {
  await emptyRecord(url);
  for (const key of ['un', 'deux', 'trois', 'quatre', 'cinq']) await record(key);
  await linkEvents(db, true);
  await record('six');
});

const verify = (kept: readonly Digest[] = []) =>
  transact(db, OPERATOR, (tx) => verifyChain(tx, kept));
const brokenAfter = async (...statements: string[]) => {
  await forge(url, ...statements);
  return (await verify()).broken;
};
const found = (kind: string, position: number, eventId: number | null) => ({
  kind,
  position,
  eventId,
  digest: null,
});
const FAR = '2999-01-01';

describe('a record as it was written', () => {
  test('holds whole, and says what is not linked yet', async () => {
    expect(await verify()).toEqual({ links: 5, pending: 1, digests: 0, broken: null });
    await linkEvents(db, false);
    expect(await verify()).toEqual({ links: 6, pending: 0, digests: 0, broken: null });
  });

  test('is chained by every column of the record', async () => {
    const { rows } = await asOwner(url, (owner) =>
      owner.query<{ name: string }>(
        `select column_name as name from information_schema.columns
          where table_name = 'audit_event' and table_schema = 'public'`,
      ),
    );
    expect(rows.map(({ name }) => name).sort()).toEqual([...CHAINED_COLUMNS].sort());
  });

  test('is read to the microsecond, and its links are what the pure hash gives', async () => {
    await transact(db, SYSTEM, async (tx) => {
      const events = await readEvents(tx, 0);
      expect(events[0]?.occurred_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
      expect(events[0]).toMatchObject({
        id: 1,
        actor: 'operator',
        details: '{"a": [1.5, "deux"], "b": 1}',
      });
      const links = await tx.selectFrom('audit_link').selectAll().orderBy('position').execute();
      let hash = ORIGIN_HASH;
      for (const [index, link] of links.entries()) {
        expect(link).toMatchObject({
          position: index + 1,
          event_id: index + 1,
          previous_hash: hash,
        });
        const event = events[index];
        hash = event ? linkHash(hash, event) : '';
        expect(link.hash).toBe(hash);
      }
    });
  });

  test('is read in parts when it is long', async () => {
    await asOwner(url, (owner) =>
      owner.query(
        `insert into audit_event (actor, action, subject_kind, subject_key)
         select 'system', 'load-plan', 'plan', n::text from generate_series(1, 2400) n`,
      ),
    );
    const linked: number[] = [];
    do linked.push(await linkEvents(db, false));
    while (linked.at(-1) === MOST_LINKED);
    expect(linked).toEqual([500, 500, 500, 500, 401]);
    expect(await verify()).toEqual({ links: 2406, pending: 0, digests: 0, broken: null });
    expect(await brokenAfter(`update audit_event set reason = 'autre' where id = 2300`)).toEqual(
      found('event-altered', 2300, 2300),
    );
  });
});

describe('an event or a link that somebody changed', () => {
  test.each([
    ['who', `actor = 'system'`],
    ['when, by a microsecond', `occurred_at = occurred_at + interval '1 microsecond'`],
    ['from what to what', `changes = replace(changes::text, '2025', '2026')::jsonb`],
    ['why', `reason = null`],
    ['a figure no other number tells apart', `details = '{"a": [1.50, "deux"], "b": 1}'`],
  ])('is found: %s', async (_, change) => {
    expect(await brokenAfter(`update audit_event set ${change} where id = 3`)).toEqual(
      found('event-altered', 3, 3),
    );
  });

  test('is found where it is the last of all', async () => {
    expect(await brokenAfter(`update audit_event set action = 'x' where id = 5`)).toEqual(
      found('event-altered', 5, 5),
    );
  });

  test('is found where it is gone, with its link or without it', async () => {
    expect(await brokenAfter('delete from audit_event where id = 3')).toEqual(
      found('event-missing', 3, 3),
    );
    expect(await brokenAfter('delete from audit_link where position = 3')).toEqual(
      found('link-missing', 3, null),
    );
  });

  test('is found where links changed places, or events', async () => {
    expect(
      await brokenAfter(
        'update audit_link set position = position + 100 where position in (3, 4)',
        'update audit_link set position = 107 - position where position > 100',
      ),
    ).toEqual(found('out-of-order', 3, 4));
    await forge(url, 'truncate audit_link');
    await linkEvents(db, true);
    expect(
      await brokenAfter(
        'update audit_link set event_id = event_id + 100 where position in (2, 3)',
        'update audit_link set event_id = 105 - event_id where event_id > 100',
      ),
    ).toEqual(found('out-of-order', 2, 3));
  });

  test('is found where the link was changed, alone or made anew for what was altered', async () => {
    const other = 'f'.repeat(64);
    expect(await brokenAfter(`update audit_link set hash = '${other}' where position = 4`)).toEqual(
      found('link-altered', 4, 4),
    );
    await forge(url, 'truncate audit_link');
    await linkEvents(db, true);
    expect(
      await brokenAfter(`update audit_link set previous_hash = '${other}' where position = 4`),
    ).toEqual(found('link-altered', 4, 4));
    await forge(url, 'truncate audit_link');
    await linkEvents(db, true);
    const [first, second] = await transact(db, SYSTEM, (tx) => readEvents(tx, 0));
    const hash =
      first && second && linkHash(linkHash(ORIGIN_HASH, first), { ...second, reason: 'forgé' });
    expect(
      await brokenAfter(
        `update audit_event set reason = 'forgé' where id = 2`,
        `update audit_link set hash = '${hash}' where position = 2`,
      ),
    ).toEqual(found('made-anew', 2, 2));
  });
});

describe('digests', () => {
  test('are made once, of the days that are over', async () => {
    const today = await sql<{ day: string }>`select local_day() as day`.execute(db);
    const day = today.rows[0]?.day ?? '';
    expect(await recordDigests(db, day)).toEqual([]);
    const made = await recordDigests(db, FAR);
    expect(made).toEqual([
      { day, position: 5, events: 5, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
    expect(await recordDigests(db, FAR)).toEqual([]);
    expect(await transact(db, OPERATOR, readDigests)).toEqual(made);
    expect(await verify()).toMatchObject({ digests: 1, broken: null });
    expect(await transact(db, OPERATOR, (tx) => readHead(tx, FAR))).toBeNull();
    await linkEvents(db, false);
    expect(await transact(db, OPERATOR, (tx) => readHead(tx, FAR))).toMatchObject({
      day: FAR,
      position: 6,
      events: 1,
    });
  });

  test('tell days apart by when events were linked', async () => {
    await linkEvents(db, false);
    await forge(
      url,
      `update audit_link set linked_at = '2026-01-10T23:00:00-05:00' where position <= 2`,
      `update audit_link set linked_at = '2026-01-11T00:30:00-05:00' where position between 3 and 5`,
      `update audit_link set linked_at = '2026-01-13T12:00:00-05:00' where position = 6`,
    );
    expect(await recordDigests(db, '2026-01-13')).toMatchObject([
      { day: '2026-01-10', position: 2, events: 2 },
      { day: '2026-01-11', position: 5, events: 3 },
    ]);
    expect(await recordDigests(db, '2026-01-14')).toMatchObject([
      { day: '2026-01-13', position: 6, events: 1 },
    ]);
  });

  test('find the end of the record cut off, where the two tables no longer say it', async () => {
    const [digest] = await recordDigests(db, FAR);
    expect(
      await brokenAfter(
        'delete from audit_link where position > 3',
        'delete from audit_event where id > 3',
      ),
    ).toEqual({ kind: 'tail-cut', position: 4, eventId: null, digest });
  });

  test('kept elsewhere, find it where the digests were cut too, and the chain made anew', async () => {
    const kept = await recordDigests(db, FAR);
    await forge(
      url,
      'truncate audit_digest',
      'delete from audit_link where position > 3',
      'delete from audit_event where id > 3',
    );
    expect(await verify()).toMatchObject({ links: 3, broken: null });
    expect((await verify(kept)).broken).toMatchObject({ kind: 'tail-cut', position: 4 });

    await record('quatre');
    await record('cinq');
    await linkEvents(db, true);
    expect(await verify()).toMatchObject({ links: 5, broken: null });
    expect((await verify(kept)).broken).toEqual({
      kind: 'digest-differs',
      position: 5,
      eventId: expect.any(Number),
      digest: kept[0],
    });
  });
});

describe('the record', () => {
  test.each(['audit_event', 'audit_link', 'audit_digest'])(
    '%s is refused any change, to its owner too',
    async (table) => {
      await recordDigests(db, FAR);
      await asOwner(url, async (owner) => {
        for (const statement of [
          `delete from ${table}`,
          `truncate ${table} cascade`,
          `update ${table} set ${table === 'audit_event' ? "reason = ''" : "hash = ''"}`,
        ]) {
          await expect(owner.query(statement), statement).rejects.toThrow(/is only ever added to$/);
        }
      });
      expect(await verify()).toMatchObject({ links: 5, broken: null });
    },
  );

  test.each(['audit_event', 'audit_link', 'audit_digest'])(
    '%s cannot be changed by the application, as the system either',
    async (table) => {
      for (const statement of [`delete from ${table}`, `truncate ${table}`]) {
        await expect(
          transact(db, SYSTEM, (tx) => sql.raw(statement).execute(tx)),
          statement,
        ).rejects.toThrow(`permission denied for table ${table}`);
      }
    },
  );

  test('takes no event of another moment, and no link or digest but the system’s', async () => {
    const refusal = (table: string) =>
      `new row violates row-level security policy for table "${table}"`;
    const as = (statement: string) =>
      transact(db, OPERATOR, (tx) => sql.raw(statement).execute(tx));
    await expect(
      as(`insert into audit_event (occurred_at, action, subject_kind, subject_key)
          values ('2024-01-01', 'a', 'b', 'c')`),
    ).rejects.toThrow(refusal('audit_event'));
    const zeros = ORIGIN_HASH;
    await expect(
      as(
        `insert into audit_link (position, event_id, previous_hash, hash) values (6, 6, '${zeros}', '${zeros}')`,
      ),
    ).rejects.toThrow(refusal('audit_link'));
    await expect(
      as(
        `insert into audit_digest (day, position, hash, events) values ('2024-01-01', 1, '${zeros}', 1)`,
      ),
    ).rejects.toThrow(refusal('audit_digest'));
  });
});
