import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { acquireDatabase } from '#platform/database/embedded/acquire-database.ts';
import type { DomainError } from '#platform/errors/domain-error.ts';
import { makeDataDir, query, removeDataDir, serverOf, startHolder } from './support.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await makeDataDir();
});
afterEach(async () => {
  expect(await serverOf(dataDir), 'a server was left running').toBeNull();
  await removeDataDir(dataDir);
});

/** Without the care for the disk that only the tests of accidents need. */
const acquire = () => acquireDatabase({ databaseUrl: null, dataDir }, { fsync: false });

/** Waits for a process that is not our child to be gone. */
async function gone(pid: number): Promise<void> {
  await expect.poll(() => serverOf(dataDir), { timeout: 20_000 }).not.toBe(pid);
}

describe('one server for all', () => {
  test('a second user finds the first one’s server; only the last stops it', async () => {
    const first = await acquire();
    const server = await serverOf(dataDir);
    const second = await startHolder(dataDir);
    expect(second.database.url).toBe(first.url);
    await first.release();
    expect(await serverOf(dataDir)).toBe(server);
    await second.release();
    expect(await serverOf(dataDir)).toBeNull();
  });

  test('two that start together share one server', async () => {
    const [one, two] = await Promise.all([startHolder(dataDir), startHolder(dataDir)]);
    expect(one.database.url).toBe(two.database.url);
    await Promise.all([one.release(), two.release()]);
  });

  test('a user that was killed does not keep the server from being stopped', async () => {
    const killed = await startHolder(dataDir);
    const database = await acquire();
    await killed.kill();
    await database.release();
    expect(await serverOf(dataDir)).toBeNull();
  });

  test('a server whose users were all killed is adopted', async () => {
    const killed = await startHolder(dataDir);
    const server = await serverOf(dataDir);
    await killed.kill();
    const database = await acquire();
    expect(await serverOf(dataDir)).toBe(server);
    await database.release();
  });

  test('Ctrl-C in a user’s terminal reaches the user, not the server', async () => {
    const user = await startHolder(dataDir, { detached: true });
    const server = await serverOf(dataDir);
    const ended = once(user.process, 'exit');
    process.kill(-(user.process.pid ?? 0), 'SIGINT');
    expect(await ended).toEqual([null, 'SIGINT']);
    const database = await acquire();
    expect(await serverOf(dataDir)).toBe(server);
    await database.release();
  });

  test('giving back twice is harmless', async () => {
    const database = await acquire();
    await Promise.all([database.release(), database.release()]);
  });
});

describe('after an accident', () => {
  test('what was committed is there after server and user are killed', async () => {
    const killed = await startHolder(dataDir);
    await query(killed.database.url, 'create table kept (n integer)');
    await query(killed.database.url, 'insert into kept select generate_series(1, 1000)');
    const server = await serverOf(dataDir);
    await killed.kill();
    process.kill(server ?? 0, 'SIGKILL');
    await gone(server ?? 0);
    const database = await acquire();
    const rows = await query<{ n: string }>(database.url, 'select count(*) as n from kept');
    expect(rows).toEqual([{ n: '1000' }]);
    await database.release();
  });

  test('a server that dies is said to be lost, and acquiring again finds it at the same place', async () => {
    const lost = Promise.withResolvers<DomainError>();
    const before = await acquireDatabase({ databaseUrl: null, dataDir }, { onLost: lost.resolve });
    await query(before.url, 'create table kept (n integer)');
    process.kill((await serverOf(dataDir)) ?? 0, 'SIGKILL');
    expect((await lost.promise).message).toContain('server.log');
    const after = await acquireDatabase({ databaseUrl: null, dataDir });
    expect(after.url).toBe(before.url);
    expect(await query(after.url, 'select * from kept')).toEqual([]);
    await before.release();
    expect(await serverOf(dataDir)).not.toBeNull();
    await after.release();
  });

  test('a stale postmaster.pid whose number is in use by another program is cleared', async () => {
    await (await acquire()).release();
    const file = join(dataDir, 'postgres', 'data', 'postmaster.pid');
    await writeFile(file, `${process.pid}\n${dataDir}\n0\n5432\n\n127.0.0.1\n\nready\n`);
    const database = await acquire();
    expect(await query(database.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await database.release();
  });

  test('a creation that was cut short leaves nothing in the way', async () => {
    await (await acquire()).release();
    const half = join(dataDir, 'postgres', 'init-1');
    await mkdir(half);
    await writeFile(join(half, 'PG_VERSION'), '18\n');
    const database = await acquire();
    await expect(readFile(join(half, 'PG_VERSION'))).rejects.toThrow('ENOENT');
    await database.release();
  });
});

describe('what stands in the way', () => {
  test('a port taken since last time is left to whoever took it', async () => {
    await (await acquire()).release();
    const port = Number(await readFile(join(dataDir, 'postgres', 'port'), 'utf8'));
    const occupant = createServer().listen(port, '127.0.0.1');
    await once(occupant, 'listening');
    try {
      const database = await acquire();
      expect(new URL(database.url).port).not.toBe(String(port));
      await database.release();
    } finally {
      occupant.close();
    }
  });

  test('a data folder of another major version is refused, with the way out', async () => {
    await (await acquire()).release();
    await writeFile(join(dataDir, 'postgres', 'data', 'PG_VERSION'), '17\n');
    await expect(acquire()).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/PostgreSQL 17.*PostgreSQL 18.*backup.*restore/s),
    });
  });

  test('a folder that holds something else is not touched', async () => {
    const foreign = join(dataDir, 'postgres', 'data');
    await mkdir(foreign, { recursive: true });
    await writeFile(join(foreign, 'thèse.txt'), 'unique');
    await expect(acquire()).rejects.toMatchObject({ code: 'conflict' });
    expect(await readFile(join(foreign, 'thèse.txt'), 'utf8')).toBe('unique');
  });
});

describe('a server of the operator’s', () => {
  test('is used as it is, and not stopped', async () => {
    const embedded = await acquire();
    const own = await acquireDatabase({ databaseUrl: embedded.url, dataDir: '/nowhere' });
    expect(own).toMatchObject({ url: embedded.url, relocated: null });
    await own.release();
    expect(await serverOf(dataDir)).not.toBeNull();
    await embedded.release();
  });

  test('that does not answer is named without its password', async () => {
    const databaseUrl = 'postgresql://passerelle:secret@127.0.0.1:1/passerelle';
    const failed = acquireDatabase({ databaseUrl, dataDir });
    await expect(failed).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('passerelle:***@127.0.0.1:1'),
    });
  });
});
