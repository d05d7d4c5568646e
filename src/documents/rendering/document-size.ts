import type { Source } from './protocol.ts';

/*
 * Whether a document is of ordinary size, told from the tree alone, in milliseconds: large ones have a
 * lane of their own. An object is a block, a cell, a run of text… all that a renderer handles one by one;
 * characters count drawings too. At either bound (400 measures of two lines, or 150 pages of text) a PDF
 * takes 1 to 2 s and 350 MB, and it grows in proportion: what waits behind ordinary documents alone
 * waits for seconds, not minutes.
 */

const LARGE_OBJECTS = 20_000;
const LARGE_CHARACTERS = 500_000;

/** What a document is made from is smaller: each of its objects becomes about so many. */
const BLOCKS_OF_A_FACT = 2;

/** Looks no further than it must. */
export function isLarge(source: Source): boolean {
  const most = 'make' in source ? LARGE_OBJECTS / BLOCKS_OF_A_FACT : LARGE_OBJECTS;
  let objects = 0;
  let characters = 0;
  const rest: unknown[] = [source];
  while (rest.length > 0) {
    const value = rest.pop();
    if (typeof value === 'string') characters += value.length;
    if (typeof value !== 'object' || value === null) continue;
    objects += 1;
    if (objects > most || characters > LARGE_CHARACTERS) return true;
    const held = value instanceof Map ? value.values() : Object.values(value);
    for (const one of held) rest.push(one);
  }
  return characters > LARGE_CHARACTERS;
}
