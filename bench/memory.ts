import { openHome } from '#platform/database/embedded/home.ts';
import { postmasterState } from '#platform/database/embedded/postmaster-pid.ts';
import { atMost, type Figure } from './figure.ts';
import { heldBytes, processTree, tellsMemory } from './support/processes.ts';
import { get, planPath, type Site } from './support/site.ts';
import type { Workshop } from './support/workshop.ts';
import { quantity } from './table.ts';

const LABEL = 'Mémoire du serveur et de la base, avant charge';

/** What the site and its database hold together once a first page is answered. */
export async function measureMemory(workshop: Workshop, site: Site, plan: string): Promise<Figure> {
  if (!tellsMemory) {
    return { kind: 'not-offered', label: LABEL, reason: 'ce système ne la détaille pas (/proc)' };
  }
  await get(`${site.address}${planPath(plan)}`);
  const { clusterDir } = await openHome(workshop.dataDir);
  const database = await postmasterState(clusterDir);
  if (database.kind !== 'live' || site.process.pid === undefined) {
    throw new Error('the server or its database has ended');
  }
  const processes = [site.process.pid, database.pid].flatMap(processTree);
  const proportional = sum(processes.map((pid) => heldBytes(pid, 'Pss')));
  const resident = sum(processes.map((pid) => heldBytes(pid, 'Rss')));
  return {
    kind: 'measured',
    label: LABEL,
    unit: 'Mo',
    target: atMost(350),
    value: proportional / 1e6,
    // What processes share is counted once in the first, and once for each of them in the second.
    detail: `PSS de ${processes.length} processus; RSS ${quantity(resident / 1e6, 'Mo')}`,
  };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
