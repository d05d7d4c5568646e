import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { atMost, type Figure } from './figure.ts';
import { announcedAddress, get } from './support/site.ts';
import type { Workshop } from './support/workshop.ts';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));
const BUILD_STAMP = fileURLToPath(new URL('../build/.passerelle-build', import.meta.url));

/**
 * From `npm start` to the first page: once as right after the installation, with the site to build
 * and the database to make, and once more on what the first one left.
 */
export async function measureStart(workshop: Workshop): Promise<Figure[]> {
  await rm(BUILD_STAMP, { force: true });
  const first = await secondsToFirstPage(workshop);
  const next = await secondsToFirstPage(workshop);
  return [
    {
      kind: 'measured',
      label: 'Premier npm start, jusqu’à la première page',
      unit: 's',
      target: atMost(15),
      value: first,
      detail: 'le site à construire, la base à créer',
    },
    {
      kind: 'measured',
      label: 'npm start suivant',
      unit: 's',
      target: atMost(5),
      value: next,
      detail: 'sur les mêmes données',
    },
  ];
}

async function secondsToFirstPage(workshop: Workshop): Promise<number> {
  const began = performance.now();
  const npm = workshop.start('npm', ['start'], {
    cwd: PROJECT,
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
  });
  try {
    await get(await announcedAddress(npm));
    return (performance.now() - began) / 1000;
  } finally {
    await workshop.end(npm);
  }
}
