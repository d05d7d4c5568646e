import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Workshop } from './workshop.ts';

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
const PEAK_MEMORY = new URL('../import/report-peak-memory.ts', import.meta.url).href;

/** How a command went. */
export interface CommandCost {
  /** From the process's start to its end. */
  readonly seconds: number;
  /** The most memory it held at once, in bytes. */
  readonly peakBytes: number;
}

/**
 * Runs `passerelle <args>` beside the site of the workshop's data folder.
 *
 * @throws with what it said when it fails
 */
export async function runPasserelle(
  workshop: Workshop,
  ...args: readonly string[]
): Promise<CommandCost> {
  const began = performance.now();
  const child = workshop.start(process.execPath, ['--import', PEAK_MEMORY, CLI, ...args], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const [, , errors, peak] = child.stdio as unknown as readonly [null, null, Readable, Readable];
  const [said, peakBytes, [code]] = await Promise.all([
    text(errors),
    text(peak),
    once(child, 'close'),
  ]);
  if (code !== 0) throw new Error(`passerelle ${args.join(' ')}: ${said.trim()}`);
  return { seconds: (performance.now() - began) / 1000, peakBytes: Number(peakBytes) };
}
