import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { getPriority } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Renderer, RendererOptions } from './open-renderer.ts';
import { type Gate, openGate } from './testing/gate.ts';
import { isThere, openObedient, order, saidBy } from './testing/obedient-renderer.ts';

// Processes start one after another on a machine that may be busy with other tests.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let gate: Gate;
let renderer: Renderer;
beforeEach(async () => {
  gate = await openGate();
  renderer = openObedient();
});
afterEach(async () => {
  await renderer.close();
  gate.close();
});

const GONE = { timeout: 20_000 };

/** One with other options, closed like the others. */
async function reopen(options: Partial<RendererOptions>): Promise<void> {
  await renderer.close();
  renderer = openObedient(options);
}

async function pidOf(title: string): Promise<number> {
  return saidBy(await renderer.render(order(title), 'pdf')).pid;
}

const waiting = () => order('wait', { subtitle: String(gate.port) });

describe('a process that ends under its document', () => {
  it.each(['crash', 'exit', 'out of heap'])('(%s) fails that document only', async (title) => {
    const other = renderer.render(waiting(), 'pdf');
    const open = await gate.arrived();
    const fatal = renderer.render(order(title), 'docx');
    await expect(fatal).rejects.toMatchObject({
      name: 'DomainError',
      code: 'unavailable',
      message: expect.stringContaining('n’a pas pu être préparé'),
      details: { reference: expect.stringMatching(/^[0-9a-f]+-\w+$/) },
    });
    const next = await pidOf('next');
    open();
    expect(saidBy(await other).title).toBe('wait');
    expect(next).not.toBe(saidBy(await other).pid);
  });

  it('is not started again for it', async () => {
    await expect(renderer.render(order('crash'), 'pdf')).rejects.toThrow();
    expect(renderer.state().processes).toEqual([]);
  });

  it('is ended before it takes the memory of the machine', async () => {
    await reopen({ memoryMegabytes: 300 });
    await expect(renderer.render(order('out of memory'), 'pdf')).rejects.toMatchObject({
      code: 'unavailable',
    });
  });

  it('may not even start', async () => {
    await reopen({ process: new URL('./testing/no-such-file.ts', import.meta.url) });
    await expect(renderer.render(order('any'), 'pdf')).rejects.toMatchObject({
      code: 'unavailable',
    });
  });

  it('while it has none is replaced for the next', async () => {
    const pid = await pidOf('first');
    process.kill(pid, 'SIGKILL');
    await expect.poll(() => renderer.state().processes, GONE).toEqual([]);
    expect(await pidOf('second')).not.toBe(pid);
  });
});

describe('a document that takes too long', () => {
  it('is stopped, and says after how long', async () => {
    await reopen({ timeLimitMs: 1000, processes: 1 });
    const slow = renderer.render(order('hang'), 'pdf');
    const next = pidOf('next');
    await expect(slow).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('arrêtée après 1 s'),
    });
    expect(await next).toBeGreaterThan(0);
  });
});

describe('an error in a renderer', () => {
  it('made for people crosses as it is', async () => {
    await expect(renderer.render(order('refuse'), 'pdf')).rejects.toMatchObject({
      name: 'DomainError',
      code: 'invalid',
      message: 'Le caractère « ☃ » n’a pas de dessin.',
      details: { characters: ['☃'], at: new Date(0) },
    });
    const [process] = renderer.state().processes;
    expect(await pidOf('next')).toBe(process?.pid);
  });

  it.each([
    ['fail', 'no such thing'],
    ['fail with a word', 'nothing'],
    ['refuse with a function', 'could not be cloned'],
  ])('not foreseen (%s) is a defect, after which the process is replaced', async (title, said) => {
    const pid = await pidOf('first');
    const failing = renderer.render(order(title), 'pdf');
    await expect(failing).rejects.toThrow(said);
    await expect(failing).rejects.not.toMatchObject({ name: 'DomainError' });
    await expect(failing).rejects.toMatchObject({ stack: expect.stringContaining('/rendering/') });
    expect(await pidOf('next')).not.toBe(pid);
  });

  it('in a document that cannot be sent costs nothing', async () => {
    const pid = await pidOf('first');
    const unsendable = order('any', Object.fromEntries([['title', () => 'any']]));
    await expect(renderer.render(unsendable, 'pdf')).rejects.toThrow('could not be cloned');
    expect(await pidOf('next')).toBe(pid);
  });
});

describe('a process', () => {
  it('gives way to pages, knows no secret, and has a bound on its heap', async () => {
    const said = saidBy(await renderer.render(order('any'), 'pdf'));
    expect(getPriority(said.pid)).toBeGreaterThan(getPriority());
    const told = said.environment.filter((name) => !name.startsWith('NODE_CHANNEL'));
    expect(told.sort()).toEqual(['MALLOC_ARENA_MAX', 'NODE_ENV', 'TZ']);
    expect(said.arguments).toEqual(['--max-old-space-size=64', '--max-semi-space-size=4']);
  });

  it('is replaced after so many documents', async () => {
    await reopen({ recycleAfter: 2, processes: 1 });
    const pids: number[] = [];
    for (const title of ['a', 'b', 'c']) pids.push(await pidOf(title));
    expect(pids[1]).toBe(pids[0]);
    expect(pids[2]).not.toBe(pids[0]);
  });

  it('is replaced when it has grown', async () => {
    await reopen({ recycleMegabytes: 1, processes: 1 });
    expect(await pidOf('a')).not.toBe(await pidOf('b'));
  });

  it('ends when no document comes', async () => {
    await reopen({ idleMs: 1 });
    const pid = await pidOf('a');
    await expect.poll(() => isThere(pid), GONE).toBe(false);
    expect(await pidOf('b')).not.toBe(pid);
  });
});

describe('the end', () => {
  it('refuses what is under way and leaves no process', async () => {
    await reopen({ processes: 1 });
    const pid = await pidOf('first');
    const hanging = renderer.render(order('hang'), 'pdf');
    const queued = renderer.render(order('any'), 'pdf');
    const refused = {
      code: 'unavailable',
      message: expect.stringContaining('Passerelle s’arrête'),
    };
    const all = [hanging, queued].map((one) => expect(one).rejects.toMatchObject(refused));
    await renderer.close();
    expect(isThere(pid)).toBe(false);
    await Promise.all(all);
    await expect(renderer.render(order('any'), 'pdf')).rejects.toMatchObject(refused);
    await renderer.close();
  });

  it.each(['wait', 'hang'])('of the one that started it ends a process (%s)', async (title) => {
    const holder = hold(title, String(gate.port));
    const pid = await holder.pid;
    expect(isThere(pid)).toBe(true);
    holder.process.kill('SIGKILL');
    await expect.poll(() => isThere(pid), GONE).toBe(false);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'is not decided by a %s sent to all',
    async (signal) => {
      const result = renderer.render(waiting(), 'pdf');
      const open = await gate.arrived();
      const [child] = renderer.state().processes;
      process.kill(child?.pid ?? 0, signal);
      open();
      expect(saidBy(await result).pid).toBe(child?.pid);
    },
  );

  it.each(['close', 'do nothing'])(
    'comes for a program that has nothing left to do but %s',
    async (end) => {
      const holder = hold('any', '', end);
      const [pid, [code]] = await Promise.all([holder.pid, once(holder.process, 'exit')]);
      expect(code).toBe(0);
      await expect.poll(() => isThere(pid), GONE).toBe(false);
    },
  );
});

/** Another program that renders; `pid` is that of its rendering process. */
function hold(...args: string[]): { process: ChildProcess; pid: Promise<number> } {
  const script = fileURLToPath(new URL('./testing/holder.ts', import.meta.url));
  const child = spawn(process.execPath, [script, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const line = once(createInterface(child.stdout), 'line');
  return { process: child, pid: line.then(([pid]) => Number(pid)) };
}
