import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Whether this system tells what its processes hold (/proc, Linux). */
export const tellsMemory = existsSync('/proc/self/smaps_rollup');

/** A process and all that descend from it. */
export function processTree(root: number): number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === root);
  return [root, ...children.flatMap(processTree)];
}

/** What a process holds now, in bytes: `Pss` counts in part what it shares with others, `Rss` whole. */
export function heldBytes(pid: number, what: 'Pss' | 'Rss'): number {
  return 1024 * kilobytes(readProc(pid, 'smaps_rollup'), what);
}

/** The most a process has held, in bytes. */
export function peakBytes(pid: number): number {
  return 1024 * kilobytes(readProc(pid, 'status'), 'VmHWM');
}

function parentOf(pid: number): number | null {
  const parent = /^PPid:\s*(\d+)$/m.exec(readProc(pid, 'status'))?.[1];
  return parent === undefined ? null : Number(parent);
}

function kilobytes(text: string, what: string): number {
  return Number(new RegExp(`^${what}:\\s*(\\d+) kB$`, 'm').exec(text)?.[1] ?? 0);
}

/** Empty for a process that has just ended. */
function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
