import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureChromium } from '../tests/support/programs.mjs';
import { atMost, type Figure } from './figure.ts';
import type { Generator } from './load/generator.ts';
import { p95, type Rounds } from './load/rounds.ts';
import { heldBytes, peakBytes, processTree, tellsMemory } from './support/processes.ts';
import { get, planPath, type Site } from './support/site.ts';
import { median } from './support/statistics.ts';
import type { Workshop } from './support/workshop.ts';
import { quantity } from './table.ts';

const FORMATS = ['pdf', 'docx', 'html', 'xlsx', 'json'] as const;
type Format = (typeof FORMATS)[number];

const TIMES = 7;
const IN_A_ROW = 300;
/** By then every renderer is warm, and recycled once at least. */
const SETTLED = 100;
const CONNECTIONS = 16;
const ROUNDS = 3;
const ROUND_SECONDS = 2;
const DAY_MS = 86_400_000;
const WATCHED_MS = 200;

const SOFFICE = ['/usr/bin/soffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice'];

/** A day each time it is asked for: nothing of a report that was made for another one can serve. */
const nextDate = (() => {
  let day = Date.UTC(2020, 0, 1);
  return () => {
    day += DAY_MS;
    return new Date(day).toISOString().slice(0, 10);
  };
})();

const reportPath = (plan: string, format: Format, asOf: string) =>
  `/api/v1/plans/${plan}/report.${format}?as_of=${asOf}`;

/** The report of the built-in plan, over HTTP, each of a date of its own. */
export async function measureReport(site: Site, plan: string): Promise<Figure[]> {
  const time = async (formats: readonly Format[]) => {
    const asOf = nextDate();
    const began = performance.now();
    for (const format of formats) await get(site.address + reportPath(plan, format, asOf));
    return (performance.now() - began) / 1000;
  };
  const first = await time(['pdf']);
  await time(FORMATS);
  const pdf = await several(TIMES, () => time(['pdf']));
  const all = await several(TIMES, () => time(FORMATS));
  return [
    {
      kind: 'measured',
      label: 'Rapport en PDF, le premier',
      unit: 's',
      target: null,
      value: first,
      detail: 'processus de rendu et polices à charger',
    },
    {
      kind: 'measured',
      label: 'Rapport en PDF, à chaud',
      unit: 's',
      target: atMost(0.5),
      value: median(pdf),
      detail: `médiane de ${TIMES}, lecture de la base comprise, chacun à une autre date`,
    },
    {
      kind: 'measured',
      label: 'Rapport dans les cinq formats',
      unit: 's',
      target: atMost(1.5),
      value: median(all),
      detail: `médiane de ${TIMES}, l’un après l’autre`,
    },
  ];
}

/** A report of a plan a hundred times larger. */
export async function measureLargeReport(
  site: Site,
  plan: string,
  asOf: string,
): Promise<Figure[]> {
  let peak = 0;
  // While it is at work: a process that held so much is replaced as soon as it has answered.
  const watch = setInterval(() => {
    peak = Math.max(peak, ...renderersOf(site).map(peakBytes));
  }, WATCHED_MS);
  const began = performance.now();
  const { body } = await get(site.address + reportPath(plan, 'pdf', asOf));
  const seconds = (performance.now() - began) / 1000;
  clearInterval(watch);
  const label = 'Rapport de 1 600 mesures en PDF';
  return [
    {
      kind: 'measured',
      label,
      unit: 's',
      target: atMost(20),
      value: seconds,
      detail: `${quantity(body.length / 1e6, 'Mo')}, à la première demande`,
    },
    tellsMemory
      ? {
          kind: 'measured',
          label: `${label}, mémoire`,
          unit: 'Mo',
          target: atMost(1000),
          value: peak / 1e6,
          detail: 'le plus que le processus de rendu ait tenu',
        }
      : { kind: 'not-offered', label: `${label}, mémoire`, reason: 'ce système ne la dit pas' },
  ];
}

/** Whether memory grows from one report to the next, the site and its renderers together. */
export async function measureInARow(site: Site, plan: string): Promise<Figure> {
  const label = `${IN_A_ROW} rapports de suite, mémoire à la fin`;
  if (!tellsMemory) return { kind: 'not-offered', label, reason: 'ce système ne la dit pas' };
  const held: number[] = [];
  for (let made = 0; made < IN_A_ROW; made += 1) {
    await get(site.address + reportPath(plan, 'pdf', nextDate()));
    held.push(
      sum([site.process.pid ?? 0, ...renderersOf(site)].map((pid) => heldBytes(pid, 'Rss'))),
    );
  }
  const settled = median(held.slice(SETTLED - 50, SETTLED));
  const end = median(held.slice(-50));
  return {
    kind: 'measured',
    label: `${label}, contre le 100e`,
    unit: '×',
    target: atMost(1.15),
    value: end / settled,
    detail: `serveur et rendu : ${quantity(settled / 1e6, 'Mo')}, puis ${quantity(end / 1e6, 'Mo')}; au plus ${quantity(Math.max(...held) / 1e6, 'Mo')}`,
  };
}

/** What visitors wait for a page while reports are made without a pause, against when none is. */
export async function measurePagesMeanwhile(
  generate: Generator,
  site: Site,
  plan: string,
): Promise<Figure> {
  const page = { url: site.address + planPath(plan), status: 200, connections: CONNECTIONS };
  const quiet: Rounds[number][] = [];
  const busy: Rounds[number][] = [];
  let made = 0;
  await generate({ ...page, seconds: 1 });
  for (let round = 0; round < ROUNDS; round += 1) {
    quiet.push(await generate({ ...page, seconds: ROUND_SECONDS }));
    const stop = new AbortController();
    const reports = (async () => {
      while (!stop.signal.aborted) {
        await get(site.address + reportPath(plan, 'pdf', nextDate()));
        made += 1;
      }
    })();
    busy.push(await generate({ ...page, seconds: ROUND_SECONDS }));
    stop.abort();
    await reports;
  }
  const ratios = busy.map((one, round) => one.p95 / (quiet[round]?.p95 ?? Number.NaN));
  return {
    kind: 'measured',
    label: 'Page du plan pendant des rapports, 95 % des réponses',
    unit: '×',
    target: atMost(1.5),
    value: median(ratios),
    detail: `${quantity(p95(quiet), 'ms')}, puis ${quantity(p95(busy), 'ms')}; ${made} rapports entre-temps`,
  };
}

/** The same document made into a PDF by other means: its page printed, its Word file converted. */
export async function measureBeside(
  workshop: Workshop,
  site: Site,
  plan: string,
): Promise<Figure[]> {
  const asOf = nextDate();
  const folder = join(workshop.folder, 'side-by-side');
  await mkdir(folder, { recursive: true });
  const began = performance.now();
  await get(site.address + reportPath(plan, 'pdf', asOf));
  const own = (performance.now() - began) / 1000;
  for (const format of ['html', 'docx'] as const) {
    const { body } = await get(site.address + reportPath(plan, format, asOf));
    await writeFile(join(folder, `report.${format}`), body);
  }
  const soffice = SOFFICE.find((path) => existsSync(path));
  const beside = async (label: string, file: string, args: readonly string[]): Promise<Figure> => {
    const seconds = await several(3, () => run(workshop, file, args));
    return {
      kind: 'measured',
      label,
      unit: '×',
      target: null,
      value: median(seconds) / own,
      detail: `${quantity(median(seconds), 's')} contre ${quantity(own, 's')} ici`,
    };
  };
  return [
    await beside('Le même, sa page imprimée par Chromium, contre ici', ensureChromium(), [
      '--headless',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-background-networking',
      '--no-first-run',
      `--user-data-dir=${join(folder, 'chromium')}`,
      `--print-to-pdf=${join(folder, 'chromium.pdf')}`,
      join(folder, 'report.html'),
    ]),
    soffice
      ? await beside('Le même, son fichier Word converti par LibreOffice, contre ici', soffice, [
          '--headless',
          `-env:UserInstallation=file://${join(folder, 'libreoffice')}`,
          '--convert-to',
          'pdf',
          '--outdir',
          folder,
          join(folder, 'report.docx'),
        ])
      : {
          kind: 'not-offered',
          label: 'Le même, son fichier Word converti par LibreOffice',
          reason: 'LibreOffice n’est pas installé',
        },
  ];
}

async function run(workshop: Workshop, file: string, args: readonly string[]): Promise<number> {
  const began = performance.now();
  const child = workshop.start(file, args, { stdio: 'ignore' });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${file} ended with ${code}`);
  return (performance.now() - began) / 1000;
}

async function several(times: number, work: () => Promise<number>): Promise<number[]> {
  const values: number[] = [];
  for (let time = 0; time < times; time += 1) values.push(await work());
  return values;
}

/** The site's processes but itself and its database's: those that render. */
function renderersOf({ process: site }: Site): number[] {
  return site.pid === undefined ? [] : processTree(site.pid).slice(1);
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
