// A lock between processes, held by a file. It is JavaScript so that the set-up, which runs before
// anything is installed and on an older Node, takes the very same lock as the program.

import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isSameProcess, processStamp } from './process-stamp.mjs';

const RETRY_MS = 50;

/** What a power cut may leave of a lock: a file without its content, and so without an owner. */
const NOBODY = { pid: 0, stamp: '', token: 'unreadable' };

/** @returns {import('./file-lock.d.mts').LockOwner | undefined} */
function readOwner(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    if (error instanceof SyntaxError) return NOBODY;
    throw error;
  }
}

/** The file appears whole or not at all, so nobody ever reads half an owner. */
function tryTake(path, owner) {
  const draft = `${path}.${owner.token}.new`;
  writeFileSync(draft, JSON.stringify(owner), { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    unlinkSync(draft);
  }
}

/**
 * Removes a dead owner's lock. Two waiters may find the same corpse, and the slower one must not
 * remove the lock the faster one has taken since: so each corpse is removed under a lock of its own,
 * named after it. That lock can only ever concern this corpse, and is broken in the same way.
 */
async function bury(path, corpse) {
  const grave = await takeLock(`${path}.${corpse.token}`);
  try {
    if (readOwner(path)?.token === corpse.token) unlinkSync(path);
  } finally {
    grave.release();
  }
}

export async function takeLock(path, { onWait, timeoutMs = Number.POSITIVE_INFINITY } = {}) {
  mkdirSync(dirname(path), { recursive: true });
  const owner = { pid: process.pid, stamp: processStamp(process.pid), token: randomUUID() };
  const since = performance.now();
  let told = false;
  while (!tryTake(path, owner)) {
    const holder = readOwner(path);
    if (holder === undefined) continue;
    if (!isSameProcess(holder.pid, holder.stamp)) {
      await bury(path, holder);
      continue;
    }
    if (!told) onWait?.(holder);
    told = true;
    if (performance.now() - since > timeoutMs) {
      throw Object.assign(new Error(`lock ${path} is held by process ${holder.pid}`), {
        code: 'LOCK_HELD',
        holder,
      });
    }
    await delay(RETRY_MS);
  }
  return { release: () => rmSync(path, { force: true }) };
}

export async function withLock(path, work, options) {
  const lock = await takeLock(path, options);
  try {
    return await work();
  } finally {
    lock.release();
  }
}
