import { chmod, chown, cp, mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { projectDir } from '#platform/config/config.ts';
import {
  type AcquiredDatabase,
  acquireDatabase,
} from '#platform/database/embedded/acquire-database.ts';
import { canEnter } from '#platform/database/embedded/system-account.ts';
import { isRoot, makeDataDir, query, removeDataDir, serverOf, startHolder } from './support.ts';

/** The account that owns nothing, present on every system. */
const NOBODY = { uid: 65534, gid: 65534 };

let dataDir: string;
beforeEach(async () => {
  dataDir = await makeDataDir();
});
afterEach(() => removeDataDir(dataDir));

const acquire = (dir: string) =>
  acquireDatabase({ databaseUrl: null, dataDir: dir }, { fsync: false });

// Only root may change accounts: an ordinary one runs these tests' subject in all the others.
describe.runIf(isRoot)('run by root', () => {
  test('the server runs under an account that is not root, which owns its files', async () => {
    const database = await acquire(dataDir);
    const { uid } = await stat(join(dataDir, 'postgres', 'data'));
    expect(uid).not.toBe(0);
    expect((await stat(`/proc/${await serverOf(dataDir)}`)).uid).toBe(uid);
    await database.release();
  });

  describe('in a folder only root may enter', () => {
    const shelters = new Set<string>();
    const use = async (dir: string): Promise<AcquiredDatabase> => {
      const database = await acquire(dir);
      if (database.relocated !== null) shelters.add(dirname(database.relocated));
      return database;
    };
    beforeEach(() => chmod(dirname(dataDir), 0o700));
    afterEach(async () => {
      for (const shelter of shelters) await rm(shelter, { recursive: true, force: true });
      shelters.clear();
    });

    test('the database goes elsewhere, says where, and is found again', async () => {
      const first = await use(dataDir);
      expect(first.relocated).toMatch(/^\/var\/lib\/passerelle\/[0-9a-f]{16}\/postgres$/);
      await query(first.url, 'create table kept (n integer)');
      await first.release();
      const second = await use(dataDir);
      expect(second.relocated).toBe(first.relocated);
      expect(await query(second.url, 'select * from kept')).toEqual([]);
      await second.release();
    });

    test('it is found again when the folder opens up, and when it is moved', async () => {
      const first = await use(dataDir);
      await query(first.url, 'create table kept (n integer)');
      await first.release();
      await chmod(dirname(dataDir), 0o755);
      const moved = join(dirname(dataDir), 'autre nom');
      await rename(dataDir, moved);
      const second = await use(moved);
      expect(second.relocated).toBe(first.relocated);
      expect(await query(second.url, 'select * from kept')).toEqual([]);
      await second.release();
    });

    test('a copy of the folder gets a database of its own', async () => {
      const original = await use(dataDir);
      const copied = join(dirname(dataDir), 'copie');
      await cp(dataDir, copied, { recursive: true });
      const copy = await use(copied);
      expect(copy.relocated).not.toBe(original.relocated);
      await copy.release();
      await original.release();
    });
  });

  test('an existing database keeps its owner, and is refused when the owner cannot reach it', async () => {
    await mkdir(dataDir);
    await mkdir(join(dataDir, 'postgres'), { mode: 0o700 });
    await chown(join(dataDir, 'postgres'), NOBODY.uid, NOBODY.gid);
    await (await acquire(dataDir)).release();
    expect((await stat(join(dataDir, 'postgres', 'data'))).uid).toBe(NOBODY.uid);
    await chmod(dirname(dataDir), 0o700);
    await expect(acquire(dataDir)).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('chmod o+x'),
    });
  });

  test('an ordinary account runs the server itself', async ({ skip }) => {
    if (!(await canEnter(NOBODY, projectDir))) skip('only root may enter the project’s folder');
    await mkdir(dataDir);
    await chown(dataDir, NOBODY.uid, NOBODY.gid);
    const holder = await startHolder(dataDir, NOBODY);
    expect(holder.database.relocated).toBeNull();
    expect((await stat(`/proc/${await serverOf(dataDir)}`)).uid).toBe(NOBODY.uid);
    await holder.release();
    expect(await serverOf(dataDir)).toBeNull();
  });
});
