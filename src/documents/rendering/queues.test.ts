import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Renderer, RendererOptions, RenderProgress } from './open-renderer.ts';
import { type Gate, openGate } from './testing/gate.ts';
import { isThere, largeOrder, openObedient, order, saidBy } from './testing/obedient-renderer.ts';

// Processes start one after another on a machine that may be busy with other tests.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let gate: Gate;
let renderer: Renderer;
beforeEach(async () => {
  gate = await openGate();
});
afterEach(async () => {
  await renderer.close();
  gate.close();
});

const open = (options: Partial<RendererOptions> = {}) => {
  renderer = openObedient(options);
};
const waiting = () => order('wait', { subtitle: String(gate.port) });
const largeWaiting = () => largeOrder('wait', { subtitle: String(gate.port) });
const render = (title: string) => renderer.render(order(title), 'pdf');

/** What a rendering says of its progress, without its dates. */
function listen(): { heard: string[]; onProgress: (progress: RenderProgress) => void } {
  const heard: string[] = [];
  const onProgress = (progress: RenderProgress) => {
    heard.push(progress.kind === 'waiting' ? `behind ${progress.ahead}` : progress.stage);
  };
  return { heard, onProgress };
}

describe('documents that come together', () => {
  it('start no process before the first, and two at most', async () => {
    open();
    expect(renderer.state()).toEqual({ processes: [], waiting: { ordinary: 0, large: 0 } });
    const all = await Promise.all(['a', 'b', 'c', 'd'].map(render));
    expect(all.map((bytes) => saidBy(bytes).title)).toEqual(['a', 'b', 'c', 'd']);
    expect(renderer.state().processes.map(({ busy }) => busy)).toEqual([false, false]);
  });

  it('wait in order, and are told how many are ahead', async () => {
    open({ processes: 1 });
    const first = renderer.render(waiting(), 'pdf');
    const letThrough = await gate.arrived();
    const heard = [listen(), listen()];
    const others = heard.map(({ onProgress }, index) =>
      renderer.render(order(`${index}`), 'pdf', { onProgress }),
    );
    expect(renderer.state().waiting).toEqual({ ordinary: 2, large: 0 });
    letThrough();
    await Promise.all([first, ...others]);
    expect(heard[0]?.heard).toEqual(['behind 0', 'starting', 'composing']);
    expect(heard[1]?.heard).toEqual(['behind 1', 'behind 0', 'starting', 'composing']);
  });

  it('are refused past a bound, in words, with when to try again', async () => {
    open({ processes: 1, waiting: 2, waitingLarge: 1 });
    const first = renderer.render(waiting(), 'pdf');
    const letThrough = await gate.arrived();
    const queued = [render('a'), render('b'), renderer.render(largeOrder('c'), 'pdf')];
    const refused = {
      code: 'unavailable',
      message: 'Trop de documents sont en préparation; réessayez dans un moment.',
      details: { retryAfter: expect.any(Number) },
    };
    await expect(render('d')).rejects.toMatchObject(refused);
    await expect(renderer.render(largeOrder('e'), 'pdf')).rejects.toMatchObject(refused);
    letThrough();
    await Promise.all([first, ...queued]);
    expect(saidBy(await render('f')).title).toBe('f');
  });
});

describe('large documents', () => {
  it('hold one process at most: ordinary ones always have another', async () => {
    open();
    const large = [1, 2].map(() => renderer.render(largeWaiting(), 'pdf'));
    const letFirst = await gate.arrived();
    expect(renderer.state()).toMatchObject({ waiting: { ordinary: 0, large: 1 } });
    expect(saidBy(await render('a')).title).toBe('a');
    expect(renderer.state()).toMatchObject({ waiting: { ordinary: 0, large: 1 } });
    letFirst();
    const letSecond = await gate.arrived();
    letSecond();
    await Promise.all(large);
  });

  it('go in turn with ordinary ones, where there is one process', async () => {
    open({ processes: 1 });
    const first = renderer.render(waiting(), 'pdf');
    const letThrough = await gate.arrived();
    const done: string[] = [];
    const rest = [order('a'), largeOrder('B'), order('c')].map(async (document) => {
      done.push(saidBy(await renderer.render(document, 'pdf')).title);
    });
    letThrough();
    await Promise.all([first, ...rest]);
    expect(done).toEqual(['a', 'B', 'c']);
  });
});

describe('giving up', () => {
  it('takes a waiting document out of its lane', async () => {
    open({ processes: 1 });
    const first = renderer.render(waiting(), 'pdf');
    const letThrough = await gate.arrived();
    const leaving = new AbortController();
    const { heard, onProgress } = listen();
    const given = renderer.render(order('a'), 'pdf', { signal: leaving.signal });
    const behind = renderer.render(order('b'), 'pdf', { onProgress });
    leaving.abort(new Error('plus besoin'));
    await expect(given).rejects.toThrow('plus besoin');
    expect(heard).toEqual(['behind 1', 'behind 0']);
    letThrough();
    await Promise.all([first, behind]);
    expect(renderer.state().processes).toMatchObject([{ answered: 2 }]);
  });

  it('ends the process of one that is under way, and the rest go on in another', async () => {
    open({ processes: 1 });
    const leaving = new AbortController();
    const given = renderer.render(waiting(), 'pdf', { signal: leaving.signal });
    await gate.arrived();
    const [child] = renderer.state().processes;
    const next = render('next');
    leaving.abort();
    await expect(given).rejects.toMatchObject({ name: 'AbortError' });
    expect(saidBy(await next).pid).not.toBe(child?.pid);
    expect(isThere(child?.pid ?? 0)).toBe(false);
  });

  it('beforehand starts nothing; afterwards changes nothing', async () => {
    open();
    const aborted = { signal: AbortSignal.abort() };
    await expect(renderer.render(order('a'), 'pdf', aborted)).rejects.toThrow();
    expect(renderer.state().processes).toEqual([]);
    const late = new AbortController();
    const { pid } = saidBy(await renderer.render(order('b'), 'pdf', { signal: late.signal }));
    late.abort();
    expect(saidBy(await render('c')).pid).toBe(pid);
  });
});

describe('the same key', () => {
  const key = 'plan/2022-03-31.pdf';

  it('shares one rendering among those who ask together, then keeps its result', async () => {
    open();
    const { heard, onProgress } = listen();
    const one = renderer.render(waiting(), 'pdf', { key });
    const letThrough = await gate.arrived();
    const two = renderer.render(waiting(), 'pdf', { key, onProgress });
    expect(renderer.progressOf(key)).toMatchObject({ kind: 'rendering', stage: 'composing' });
    letThrough();
    expect(await one).toBe(await two);
    expect(heard).toEqual(['composing']);
    expect(renderer.progressOf(key)).toEqual({ kind: 'done' });
    expect(await renderer.render(waiting(), 'pdf', { key })).toBe(await one);
    expect(renderer.state().processes).toMatchObject([{ answered: 1 }]);
  });

  it('tells where it is, since when, and what became of it', async () => {
    const now = new Date('2022-03-31T12:00:00Z');
    open({ processes: 1, clock: { now: () => now } });
    expect(renderer.progressOf(key)).toEqual({ kind: 'unknown' });
    const first = renderer.render(waiting(), 'pdf', { key: 'first' });
    const second = renderer.render(order('refuse'), 'pdf', { key });
    const letThrough = await gate.arrived();
    expect(renderer.progressOf('first')).toEqual({
      kind: 'rendering',
      since: now,
      stage: 'composing',
    });
    expect(renderer.progressOf(key)).toEqual({ kind: 'waiting', ahead: 0 });
    letThrough();
    await first;
    await expect(second).rejects.toThrow();
    expect(renderer.progressOf(key)).toMatchObject({ kind: 'failed', error: { code: 'invalid' } });
    await renderer.render(order('well'), 'pdf', { key });
    expect(renderer.progressOf(key)).toEqual({ kind: 'done' });
  });

  it('is given up once all have', async () => {
    open();
    const leaving = [new AbortController(), new AbortController()];
    const given = leaving.map(({ signal }) => renderer.render(waiting(), 'pdf', { key, signal }));
    await gate.arrived();
    const [child] = renderer.state().processes;
    leaving[0]?.abort();
    await expect(given[0]).rejects.toMatchObject({ name: 'AbortError' });
    expect(renderer.progressOf(key)).toMatchObject({ kind: 'rendering' });
    const abandoned = expect(given[1]).rejects.toMatchObject({ name: 'AbortError' });
    leaving[1]?.abort();
    expect(renderer.progressOf(key)).toEqual({ kind: 'unknown' });
    // Whoever comes now does not share what is being stopped.
    const again = await renderer.render(order('again'), 'pdf', { key });
    await abandoned;
    expect(saidBy(again).title).toBe('again');
    expect(saidBy(again).pid).not.toBe(child?.pid);
  });

  it('still serves those who stay', async () => {
    open();
    const leaving = new AbortController();
    const given = renderer.render(waiting(), 'pdf', { key, signal: leaving.signal });
    const staying = renderer.render(waiting(), 'pdf', { key });
    const letThrough = await gate.arrived();
    leaving.abort();
    await expect(given).rejects.toMatchObject({ name: 'AbortError' });
    letThrough();
    expect(saidBy(await staying).title).toBe('wait');
  });

  it('keeps no more than it may', async () => {
    open({ cacheBytes: 12_000, processes: 1 });
    await renderer.render(order('a'.repeat(8000)), 'pdf', { key: 'a' });
    await renderer.render(order('b'.repeat(8000)), 'pdf', { key: 'b' });
    expect(renderer.progressOf('a')).toEqual({ kind: 'unknown' });
    expect(renderer.progressOf('b')).toEqual({ kind: 'done' });
  });

  it('keeps nothing where nothing is to be kept', async () => {
    open({ cacheBytes: 0 });
    await renderer.render(order('a'), 'pdf', { key });
    expect(renderer.progressOf(key)).toEqual({ kind: 'unknown' });
  });

  it('names one format', async () => {
    open();
    await renderer.render(order('a'), 'pdf', { key });
    await expect(renderer.render(order('a'), 'docx', { key })).rejects.toThrow('names a pdf');
  });

  it('survives an observer that fails', async () => {
    open();
    const onProgress = () => {
      throw new Error('observer');
    };
    expect(saidBy(await renderer.render(order('a'), 'pdf', { onProgress })).title).toBe('a');
  });
});
