/** The keys of an object in alphabetical order; of an array, those of each item. */
export function keysOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(keysOf);
  return value !== null && typeof value === 'object' ? Object.keys(value).toSorted() : value;
}
