import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { atMost, type Figure } from './figure.ts';
import type { Generator } from './load/generator.ts';
import { inRounds, type Rounds, requestsPerSecond, throughputRatio } from './load/rounds.ts';
import { madeUpWorkbook } from './support/made-up-plan.ts';
import { runPasserelle } from './support/passerelle.ts';
import { get, planPath, type Site } from './support/site.ts';
import type { Workshop } from './support/workshop.ts';
import { quantity } from './table.ts';

/** A plan a hundred times the built-in one. */
export const LARGE_PLAN = 'grand-plan';
export { AS_OF as LARGE_PLAN_AS_OF } from './support/made-up-plan.ts';

const LARGE_PLAN_MEASURES = 1600;
const MOST_LINES = 5;

/** Brings in, by the command line, a plan of 1,600 measures of one to five lines each. */
export async function importLargePlan(workshop: Workshop): Promise<void> {
  const file = join(workshop.folder, 'grand-plan.xlsx');
  const workbook = await madeUpWorkbook({
    title: 'Grand plan 2023-2026',
    measures: LARGE_PLAN_MEASURES,
    linesOf: (index) => 1 + (index % MOST_LINES),
  });
  await writeFile(file, workbook);
  await runPasserelle(workshop, 'import', file, '--plan', LARGE_PLAN);
}

/** How the time a page takes grows with what it shows, from one plan to a hundred times larger. */
export async function measureGrowth(
  generate: Generator,
  site: Site,
  plan: string,
): Promise<Figure[]> {
  const address = (key: string) => `${site.address}${planPath(key)}`;
  const [small, large] = [await look(address(plan)), await look(address(LARGE_PLAN))];
  const [smallTheme, largeTheme] = [
    await look(`${address(plan)}/themes/1`),
    await look(`${address(LARGE_PLAN)}/themes/1`),
  ];
  const rounds = await inRounds(generate, {
    small: { url: small.url, status: 200 },
    large: { url: large.url, status: 200 },
    smallTheme: { url: smallTheme.url, status: 200 },
    largeTheme: { url: largeTheme.url, status: 200 },
  });
  return [
    growth(
      `Page d’un plan de ${quantity(LARGE_PLAN_MEASURES, 'mesures')}, contre le plan fourni`,
      { ...small, rounds: rounds.small },
      { ...large, rounds: rounds.large },
    ),
    growth(
      'Page d’un de ses thèmes, de même',
      { ...smallTheme, rounds: rounds.smallTheme },
      { ...largeTheme, rounds: rounds.largeTheme },
    ),
  ];
}

interface Page {
  readonly url: string;
  readonly bytes: number;
  /** Items of lists and rows of tables. */
  readonly rows: number;
}

async function look(url: string): Promise<Page> {
  const { body } = await get(url);
  return { url, bytes: body.length, rows: body.toString().match(/<(li|tr)\b/g)?.length ?? 0 };
}

type MeasuredPage = Page & { readonly rounds: Rounds };

/** A page that shows less may take as long, since part of every page is the same. */
function growth(label: string, small: MeasuredPage, large: MeasuredPage): Figure {
  const bytes = large.bytes / small.bytes;
  const rows = large.rows / small.rows;
  return {
    kind: 'measured',
    label,
    unit: '×',
    target: atMost(Math.max(1, bytes, rows)),
    value: throughputRatio(small.rounds, large.rounds),
    detail:
      `temps; elle montre ${quantity(bytes, '×')} les octets, ${quantity(rows, '×')} les rangées ` +
      `(${quantity(requestsPerSecond(small.rounds), 'req/s')}, puis ` +
      `${quantity(requestsPerSecond(large.rounds), 'req/s')})`,
  };
}
