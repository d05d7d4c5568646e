// `npm run bench`: measures what Passerelle promises on speed and size, and prints it as one table.
// A target that is missed is for a person to read; only what could not be measured is a failure.

import { availableParallelism, loadavg } from 'node:os';
import { formatNumber } from '#platform/i18n/numbers.ts';
import type { Figure } from './figure.ts';
import { importLargePlan, LARGE_PLAN, LARGE_PLAN_AS_OF, measureGrowth } from './growth.ts';
import { measureImport, measureLargeImport } from './import.ts';
import { startGenerator } from './load/generator.ts';
import { measureMemory } from './memory.ts';
import {
  measureBeside,
  measureInARow,
  measureLargeReport,
  measurePagesMeanwhile,
  measureReport,
} from './report.ts';
import { measureSignedIn } from './sign-in.ts';
import { measureStart } from './start.ts';
import { PLAN, startSite } from './support/site.ts';
import { signIn } from './support/visitor.ts';
import { openWorkshop } from './support/workshop.ts';
import { writeTable } from './table.ts';
import { measureThroughput } from './throughput.ts';
import { measureWeight } from './weight.ts';

/** Of each kind: all those of the built-in plan, unless links never end; some of the large one's. */
const MOST_PAGES = 1000;
const MOST_PAGES_OF_LARGE_PLAN = 100;

const figures: Figure[] = [];

/** One part failing says so in the table, and leaves the others to be read. */
async function measure(name: string, work: () => Promise<Figure | Figure[]>): Promise<void> {
  console.error(`${name}…`);
  try {
    figures.push(...[await work()].flat());
  } catch (error) {
    process.exitCode = 1;
    figures.push({ kind: 'failed', label: name, reason: String(error) });
  }
}

const [loadBefore] = loadavg();
const workshop = await openWorkshop();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => workshop.close().finally(() => process.exit(1)));
}
try {
  await measure('Démarrage', () => measureStart(workshop));
  const site = await startSite(workshop);
  const generate = startGenerator(workshop);
  await measure('Mémoire', () => measureMemory(workshop, site, PLAN));
  await measure('Débit', () => measureThroughput(workshop, generate, site, PLAN));
  await measure('Connexion', async () =>
    measureSignedIn(generate, site, PLAN, await signIn(workshop, site)),
  );
  await measure('Poids des pages', () => measureWeight(site, PLAN, 'plan fourni', MOST_PAGES));
  await measure('Grand plan', async () => {
    await importLargePlan(workshop);
    return [
      ...(await measureGrowth(generate, site, PLAN)),
      ...(await measureWeight(site, LARGE_PLAN, 'grand plan', MOST_PAGES_OF_LARGE_PLAN)),
    ];
  });
  await measure('Rapport', () => measureReport(site, PLAN));
  await measure('Pages pendant des rapports', () => measurePagesMeanwhile(generate, site, PLAN));
  await measure('Rapports de suite', () => measureInARow(site, PLAN));
  await measure('Rapport d’un grand plan', () =>
    measureLargeReport(site, LARGE_PLAN, LARGE_PLAN_AS_OF),
  );
  await measure('Autres rendus', () => measureBeside(workshop, site, PLAN));
  await measure('Importation', () => measureImport(workshop, PLAN));
  await measure('Importation de 20 000 lignes', () => measureLargeImport(workshop));
} finally {
  await workshop.close();
}
console.log(writeTable(figures));
// A busy machine explains many a missed target.
console.log(
  `\nMachine : ${availableParallelism()} cœurs, charge ${formatNumber('fr', loadBefore ?? 0)} avant la mesure.`,
);
