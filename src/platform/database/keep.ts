import { LRUCache } from 'lru-cache';

/**
 * Keeps what was computed from the data for as long as the data stays the same; what fails is not
 * kept. Values must be immutable: everybody who asks is given the same one.
 *
 * @param revision names the state of the data; null when it cannot be known, and nothing is then kept
 * @param most how many values are kept, the least used leaving first
 */
export function keepWhileUnchanged<T>(revision: () => string | null, most: number) {
  const values = new LRUCache<string, Promise<T>>({ max: most });
  return (name: string, compute: () => Promise<T>): Promise<T> => {
    const current = revision();
    if (current === null) return compute();
    const key = `${current} ${name}`;
    const known = values.get(key);
    if (known) return known;
    const pending = compute();
    values.set(key, pending);
    pending.catch(() => values.delete(key));
    return pending;
  };
}
