import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { atMost, type Figure } from './figure.ts';
import { madeUpWorkbook } from './support/made-up-plan.ts';
import { runPasserelle } from './support/passerelle.ts';
import { median } from './support/statistics.ts';
import type { Workshop } from './support/workshop.ts';
import { quantity } from './table.ts';

const USE_CASE = fileURLToPath(import.meta.resolve('./import/use-case.ts'));
const TIMES = 6;

/** The workbook of a plan such as coordinators keep, from its reading to its last row written. */
export async function measureImport(workshop: Workshop, plan: string): Promise<Figure[]> {
  const file = join(workshop.folder, 'suivi.xlsx');
  await runPasserelle(workshop, 'export', '--plan', plan, '--out', file);
  const [first, ...warm] = await timeUseCase(workshop, file);
  const command = await runPasserelle(workshop, 'import', file, '--plan', 'banc-commande');
  const figure = (label: string, value: number, target: number | null, detail: string): Figure => ({
    kind: 'measured',
    label,
    unit: 's',
    target: target === null ? null : atMost(target),
    value,
    detail,
  });
  return [
    figure('Importation du classeur, la première', first, 0.5, 'lecture, aperçu et écriture'),
    figure(
      'Importation du classeur, les suivantes',
      median(warm),
      0.5,
      `médiane de ${warm.length}`,
    ),
    figure('Commande import entière', command.seconds, null, 'démarrage de Node compris'),
  ];
}

/** A workbook as large as any that is expected, by the command line. */
export async function measureLargeImport(workshop: Workshop): Promise<Figure[]> {
  const file = join(workshop.folder, '20000-lignes.xlsx');
  const workbook = await madeUpWorkbook({
    title: 'Très grand plan 2023-2026',
    measures: 4000,
    linesOf: () => 5,
  });
  await writeFile(file, workbook);
  const { seconds, peakBytes } = await runPasserelle(
    workshop,
    'import',
    file,
    '--plan',
    'tres-grand-plan',
  );
  return [
    {
      kind: 'measured',
      label: 'Importation de 20 000 lignes',
      unit: 's',
      target: atMost(10),
      value: seconds,
      detail: `commande entière, classeur de ${quantity(workbook.length / 1000, 'ko')}`,
    },
    {
      kind: 'measured',
      label: 'Importation de 20 000 lignes, mémoire',
      unit: 'Mo',
      target: atMost(500),
      value: peakBytes / 1e6,
      detail: 'le plus que la commande ait tenu',
    },
  ];
}

async function timeUseCase(workshop: Workshop, file: string): Promise<[number, ...number[]]> {
  const child = workshop.start(process.execPath, [USE_CASE, file, String(TIMES)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const seconds: number[] = [];
  child.on('message', (milliseconds) => seconds.push(Number(milliseconds) / 1000));
  await once(child, 'close');
  const [first, ...warm] = seconds;
  if (first === undefined || seconds.length < TIMES) throw new Error('the import did not succeed');
  return [first, ...warm];
}
