import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { openHome } from '#platform/database/embedded/home.ts';
import { postmasterState } from '#platform/database/embedded/postmaster-pid.ts';
import { atMost, type Figure } from './figure.ts';
import { get, planPath, type Site } from './support/site.ts';
import type { Workshop } from './support/workshop.ts';
import { quantity } from './table.ts';

const LABEL = 'Mémoire du serveur et de la base, avant charge';

/** What the site and its database hold together once a first page is answered. */
export async function measureMemory(workshop: Workshop, site: Site, plan: string): Promise<Figure> {
  if (!existsSync('/proc/self/smaps_rollup')) {
    return { kind: 'not-offered', label: LABEL, reason: 'ce système ne la détaille pas (/proc)' };
  }
  await get(`${site.address}${planPath(plan)}`);
  const { clusterDir } = await openHome(workshop.dataDir);
  const database = await postmasterState(clusterDir);
  if (database.kind !== 'live' || site.process.pid === undefined) {
    throw new Error('the server or its database has ended');
  }
  const processes = [site.process.pid, database.pid].flatMap(processTree);
  const proportional = sum(processes.map((pid) => kilobytes(pid, 'Pss')));
  const resident = sum(processes.map((pid) => kilobytes(pid, 'Rss')));
  return {
    kind: 'measured',
    label: LABEL,
    unit: 'Mo',
    target: atMost(350),
    value: megabytes(proportional),
    // What processes share is counted once in the first, and once for each of them in the second.
    detail: `PSS de ${processes.length} processus; RSS ${quantity(megabytes(resident), 'Mo')}`,
  };
}

/** A process and all that descend from it. */
function processTree(root: number): number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === root);
  return [root, ...children.flatMap(processTree)];
}

function parentOf(pid: number): number | null {
  const parent = /^PPid:\s*(\d+)$/m.exec(readProc(pid, 'status'))?.[1];
  return parent === undefined ? null : Number(parent);
}

function kilobytes(pid: number, what: 'Pss' | 'Rss'): number {
  const text = readProc(pid, 'smaps_rollup');
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

/** The system's kilobytes are of 1024 bytes. */
const megabytes = (kilobytes: number) => (kilobytes * 1024) / 1e6;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
