import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestDatabase } from '../../../tests/support/test-database.ts';
import { asOwner, withoutListening } from '../../../tests/support/test-site.ts';
import { DataRevision } from './revision.ts';

const { url } = openTestDatabase();
const WAIT = { timeout: 10_000, interval: 10 };
let revision: DataRevision;
let owner: pg.Client;

beforeEach(async () => {
  owner = new pg.Client({ connectionString: url });
  await owner.connect();
  revision = new DataRevision(url);
  await revision.listen();
});
afterEach(async () => {
  await revision.close();
  await owner.end();
});

const write = () =>
  owner.query("insert into organisation (key) values ('o' || floor(random() * 1e9))");
describe('the revision', () => {
  test('is known once listening, and no longer once closed', async () => {
    expect(revision.current).toMatch(/^[0-9a-f]{32}$/);
    await revision.close();
    expect(revision.current).toBeNull();
  });

  test('changes by itself when another connection writes', async () => {
    const before = revision.current;
    await write();
    await expect.poll(() => revision.current, WAIT).not.toBe(before);
  });

  test('is not announced as changed by what is undone, nor by reading', async () => {
    const heard: (string | undefined)[] = [];
    await asOwner(url, async (listener) => {
      listener.on('notification', ({ payload }) => heard.push(payload));
      await listener.query('listen passerelle_changed');
      await owner.query('begin');
      await write();
      await owner.query('rollback');
      await owner.query('select * from organisation');
      await owner.query("notify passerelle_changed, 'end of the test'");
      await expect.poll(() => heard.length, WAIT).toBeGreaterThan(0);
    });
    expect(heard).toEqual(['end of the test']);
  });

  test('tells a long write from what was there when a shorter one, begun later, was done', async () => {
    await asOwner(url, async (other) => {
      await owner.query('begin');
      await write();
      await other.query("insert into organisation (key) values ('courte')");
      await revision.refresh();
      const between = revision.current;
      await owner.query('commit');
      await revision.refresh();
      expect(revision.current).not.toBe(between);
    });
  });
});

describe('a lost connection', () => {
  test('leaves nothing that could be kept, and is made again as soon as it can be', async () => {
    await withoutListening(url, async () => {
      await expect.poll(() => revision.current, WAIT).toBeNull();
      await revision.refresh();
      expect(revision.current).toBeNull();
    });
    await expect.poll(() => revision.current, WAIT).not.toBeNull();
    const before = revision.current;
    await write();
    await expect.poll(() => revision.current, WAIT).not.toBe(before);
  });

  test('is not made again after closing', async () => {
    await revision.close();
    await revision.listen();
    expect(revision.current).toBeNull();
    const connections = async () =>
      (
        await owner.query(
          `select pid from pg_stat_activity
            where datname = current_database() and application_name = 'passerelle'`,
        )
      ).rows;
    await expect.poll(connections, WAIT).toEqual([]);
  });

  test('that never was is said to whoever opens it', async () => {
    const absent = new URL(url);
    absent.pathname = '/nulle_part';
    const lost = new DataRevision(absent.href);
    await expect(lost.listen()).rejects.toThrow('database "nulle_part" does not exist');
    expect(lost.current).toBeNull();
    await lost.close();
  });
});
