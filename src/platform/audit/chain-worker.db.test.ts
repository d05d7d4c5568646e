import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { emptyRecord, forge } from '../../../tests/support/forge-record.ts';
import { openTestDatabase } from '../../../tests/support/test-database.ts';
import { asOwner } from '../../../tests/support/test-site.ts';
import { OPERATOR, SYSTEM } from '../actor/actor.ts';
import { type Database, openDatabase, transact } from '../database/database.ts';
import { ChainWorker } from './chain-worker.ts';
import { digestFile, readDigestLines } from './digest-file.ts';
import { readDigests } from './digests.ts';
import { recordEvent } from './record-event.ts';
import { verifyChain } from './verify-chain.ts';

const { url } = openTestDatabase();
const WAIT = { timeout: 20_000, interval: 10 };
let db: Database;
let folder: string;
let today: string;
let workers: ChainWorker[];

beforeAll(() => {
  db = openDatabase(url, 10);
});
afterAll(() => db.destroy());
beforeEach(async () => {
  await emptyRecord(url);
  folder = await mkdtemp(join(tmpdir(), 'audit-'));
  today = await localDay();
  workers = [];
});
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.close()));
  await rm(folder, { recursive: true, force: true });
});

async function start(pause = 20): Promise<ChainWorker> {
  const worker = new ChainWorker({
    url,
    db,
    today: () => today,
    digestFile: digestFile(folder),
    pause,
  });
  workers.push(worker);
  await worker.start();
  return worker;
}

async function localDay(): Promise<string> {
  const { rows } = await sql<{ day: string }>`select local_day() as day`.execute(db);
  return rows[0]?.day ?? '';
}

const record = (key: string, meanwhile?: () => Promise<unknown>) =>
  transact(db, OPERATOR, async (tx) => {
    await recordEvent(tx, { action: 'edit-texts', subject: { kind: 'plan', key } });
    await meanwhile?.();
  });
const verify = () => transact(db, OPERATOR, (tx) => verifyChain(tx));
const whole = (links: number) => ({ links, pending: 0, digests: 0, broken: null });
const holders = () =>
  asOwner(url, async (owner) => {
    const { rows } = await owner.query<{ pid: number }>(
      `select pid from pg_locks
        where locktype = 'advisory' and granted
          and database = (select oid from pg_database where datname = current_database())`,
    );
    return rows.map(({ pid }) => pid);
  });

describe('a worker', () => {
  test('links what was there before it, and what comes', async () => {
    await record('avant');
    await start(60_000);
    await expect.poll(verify, WAIT).toEqual(whole(1));
    await record('après');
    await expect.poll(verify, WAIT).toEqual(whole(2));
  });

  test('is waited for by nobody, and links late what was committed late', async () => {
    await start(60_000);
    // The first to take a number is the last to be committed: others neither wait for it nor for a link.
    await record('lent', async () => {
      await record('prompt');
      await expect.poll(verify, WAIT).toEqual(whole(1));
    });
    await expect.poll(verify, WAIT).toEqual(whole(2));
    const order = await transact(db, SYSTEM, (tx) =>
      tx.selectFrom('audit_link').select('event_id').orderBy('position').execute(),
    );
    expect(order.map((link) => link.event_id)).toEqual([2, 1]);
  });

  test('leaves nothing to link, and no connection, once closed', async () => {
    const worker = await start(60_000);
    await record('un');
    await expect.poll(verify, WAIT).toEqual(whole(1));
    await worker.close();
    await record('deux');
    expect(await verify()).toEqual({ ...whole(1), pending: 1 });
    expect(await holders()).toEqual([]);
  });

  test('that cannot reach the database says so to whoever starts it', async () => {
    const absent = new URL(url);
    absent.pathname = '/nulle_part';
    const options = { db, today: () => today, digestFile: digestFile(folder) };
    const worker = new ChainWorker({ ...options, url: absent.href });
    await expect(worker.start()).rejects.toThrow('database "nulle_part" does not exist');
    await worker.close();
  });
});

describe('two workers', () => {
  test('link each event once, though many write at once and the one that leads is cut off', async () => {
    await Promise.all([start(), start()]);
    await expect.poll(holders, WAIT).toHaveLength(1);
    const [leader] = await holders();
    const writers = Array.from({ length: 60 }, (_, index) => record(`écrit ${index}`));
    await Promise.all(writers.slice(0, 20));
    await asOwner(url, (owner) => owner.query('select pg_terminate_backend($1)', [leader]));
    await Promise.all(writers);
    await expect.poll(verify, WAIT).toEqual(whole(60));
    await expect.poll(holders, WAIT).toHaveLength(1);
    expect(await holders()).not.toEqual([leader]);
  });

  test('take over from each other when one stops', async () => {
    const first = await start();
    await expect.poll(holders, WAIT).toHaveLength(1);
    const before = await holders();
    await start();
    await record('un');
    await expect.poll(verify, WAIT).toEqual(whole(1));
    await first.close();
    await record('deux');
    await expect.poll(verify, WAIT).toEqual(whole(2));
    expect(await holders()).not.toEqual(before);
  });
});

describe('digests', () => {
  const inTable = () => transact(db, OPERATOR, readDigests);
  const inFile = async () =>
    readDigestLines(await readFile(digestFile(folder), 'utf8').catch(() => ''));

  test('are made when the day is over, in the table and in the file', async () => {
    await start();
    await record('un');
    await expect.poll(verify, WAIT).toEqual(whole(1));
    expect(await inTable()).toEqual([]);
    expect(await inFile()).toEqual([]);
    const day = today;
    today = '2999-01-01';
    await expect.poll(inFile, WAIT).toMatchObject([{ day, position: 1, events: 1 }]);
    expect(await inTable()).toEqual(await inFile());
  });

  test('the file lacks are added to it, after what is there', async () => {
    await record('un');
    const worker = await start();
    await expect.poll(verify, WAIT).toEqual(whole(1));
    await worker.close();
    await forge(url, `update audit_link set linked_at = '2026-01-10T12:00:00-05:00'`);
    await start();
    await expect.poll(inFile, WAIT).toMatchObject([{ day: '2026-01-10', position: 1 }]);
    const before = await readFile(digestFile(folder), 'utf8');
    await record('deux');
    today = '2999-01-01';
    await expect.poll(inFile, WAIT).toHaveLength(2);
    expect(await inTable()).toEqual(await inFile());
    expect((await readFile(digestFile(folder), 'utf8')).startsWith(before)).toBe(true);
  });
});

test('a file of digests that is none is refused, by its line', () => {
  expect(() => readDigestLines('# copie\n\n2026-01-10 1 abc 1\n')).toThrow(
    'Ligne 3 : un condensé est attendu (date, maillon, empreinte, nombre d’événements).',
  );
});
