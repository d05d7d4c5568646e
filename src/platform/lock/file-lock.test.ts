import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeLock, withLock } from './file-lock.mjs';
import { isSameProcess, processStamp } from './process-stamp.mjs';

let dir: string;
let path: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'verrou é '));
  path = join(dir, 'sous-dossier', 'x.lock');
});
afterEach(() => rm(dir, { recursive: true, force: true }));

async function leaveBehind(content: string): Promise<void> {
  await mkdir(join(dir, 'sous-dossier'), { recursive: true });
  await writeFile(path, content);
}

/** Contends for the lock many times at once and tells how many ever held it together. */
async function mostTogether(contenders: number): Promise<number> {
  let holding = 0;
  let most = 0;
  const hold = () =>
    withLock(path, async () => {
      holding += 1;
      most = Math.max(most, holding);
      await readdir(dir);
      holding -= 1;
    });
  await Promise.all(Array.from({ length: contenders }, hold));
  return most;
}

test('is held by one at a time, and leaves nothing behind', async () => {
  expect(await mostTogether(8)).toBe(1);
  expect(await readdir(join(dir, 'sous-dossier'))).toEqual([]);
});

test('is given back when the work fails', async () => {
  const failing = withLock(path, () => Promise.reject(new Error('panne')));
  await expect(failing).rejects.toThrow('panne');
  expect(await withLock(path, () => 'libre')).toBe('libre');
});

test('of a process that has ended is free, for one at a time', async () => {
  const script = `console.log(JSON.stringify({ pid: process.pid, stamp: 'x', token: 'ended' }))`;
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', script]);
  await leaveBehind(stdout);
  expect(await mostTogether(8)).toBe(1);
  expect(await readdir(join(dir, 'sous-dossier'))).toEqual([]);
});

test('of a dead process whose number is in use again is free', async () => {
  const stamp = `earlier-${processStamp(process.pid)}`;
  await leaveBehind(JSON.stringify({ pid: process.pid, stamp, token: 'reused' }));
  expect(await withLock(path, () => 'libre')).toBe('libre');
});

test('emptied by a power cut is free', async () => {
  await leaveBehind('');
  expect(await withLock(path, () => 'libre')).toBe('libre');
});

test('held by a live process says by whom, and can be waited for no longer than wished', async () => {
  const held = await takeLock(path);
  const told: number[] = [];
  const waiting = takeLock(path, { timeoutMs: 0, onWait: ({ pid }) => told.push(pid) });
  await expect(waiting).rejects.toMatchObject({ code: 'LOCK_HELD', holder: { pid: process.pid } });
  expect(told).toEqual([process.pid]);
  expect(JSON.parse(await readFile(path, 'utf8')).pid).toBe(process.pid);
  held.release();
});

test('a process is told from another by its stamp', () => {
  const stamp = processStamp(process.pid);
  expect(stamp).toMatch(/^\S+$/);
  expect(isSameProcess(process.pid, stamp)).toBe(true);
  expect(isSameProcess(process.ppid, stamp)).toBe(false);
  expect(isSameProcess(process.pid, '')).toBe(false);
});
