import { describe, expect, it } from 'vitest';
import { keepWhileUnchanged } from './keep.ts';

function counting(revision: () => string | null, most = 2) {
  let computed = 0;
  const kept = keepWhileUnchanged<number>(revision, most);
  return (name: string) => kept(name, async () => ++computed);
}

describe('what is kept', () => {
  it('is computed once for each name, while the data stays the same', async () => {
    let revision = 'one';
    const ask = counting(() => revision);
    expect([await ask('a'), await ask('a'), await ask('b')]).toEqual([1, 1, 2]);
    revision = 'two';
    expect([await ask('a'), await ask('a')]).toEqual([3, 3]);
  });

  it('is the least that can be: the one asked for longest ago leaves first', async () => {
    const ask = counting(() => 'one');
    expect([await ask('a'), await ask('b'), await ask('c')]).toEqual([1, 2, 3]);
    expect([await ask('c'), await ask('a')]).toEqual([3, 4]);
  });

  it('is nothing at all while the state of the data is not known', async () => {
    const ask = counting(() => null);
    expect([await ask('a'), await ask('a')]).toEqual([1, 2]);
  });

  it('is not a failure: the next who asks computes again', async () => {
    const kept = keepWhileUnchanged<string>(() => 'one', 2);
    await expect(kept('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await kept('a', async () => 'mended')).toBe('mended');
  });
});
