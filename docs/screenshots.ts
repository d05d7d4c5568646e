// Takes the README's pictures: the real site on a free port, over data of its own, in the system's
// Chromium. Run it when a page changes its looks: `npm run screenshots`.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { acquireDatabase } from '#platform/database/embedded/acquire-database.ts';
import { freePort } from '#platform/database/embedded/free-port.ts';
import { browserSession } from '../e2e/support/session.ts';
import { ensureChromium, ensurePdftotext } from '../tests/support/programs.mjs';
import { signInAs, TEST_SECRET } from '../tests/support/sign-in.ts';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));
const IMAGES = join(PROJECT, 'docs', 'images');
const PLAN = '/plans/pole-2019-2024';
const DATE = '2022-03-31';

/** A README is read on slow lines too. */
const MOST_BYTES = 200_000;

/** Grey edges on letters make smaller files than coloured ones. */
const QUIET = ['--disable-gpu', '--disable-background-networking', '--disable-lcd-text'];

/** Of the report's PDF, those that are shown. */
const REPORT_PAGES = [1, 3];

const WIDE = { width: 1200, height: 1040 };
const NARROW = { width: 320, height: 760 };

const PUBLIC_PICTURES: readonly (readonly [
  name: string,
  path: string,
  options: BrowserContextOptions,
])[] = [
  ['plan', PLAN, { viewport: WIDE }],
  ['plan-sombre', PLAN, { viewport: WIDE, colorScheme: 'dark' }],
  ['plan-320', PLAN, { viewport: NARROW, deviceScaleFactor: 1.5 }],
  ['mesure', `${PLAN}/mesures/2`, { viewport: { ...WIDE, height: 860 } }],
  ['rapport', `${PLAN}/rapport?as_of=${DATE}`, { viewport: WIDE }],
];

const folder = await mkdtemp(join(tmpdir(), 'passerelle-screenshots-'));
const dataDir = join(folder, 'data');
const port = await freePort(null);
const address = `http://localhost:${port}`;
const environment: NodeJS.ProcessEnv = {
  ...process.env,
  HOST: 'localhost',
  PORT: String(port),
  PASSERELLE_BASE_URL: address,
  PASSERELLE_SECRET: TEST_SECRET,
  PASSERELLE_DATA_DIR: dataDir,
};
delete environment['DATABASE_URL'];

try {
  await mkdir(IMAGES, { recursive: true });
  const site = passerelle('serve');
  try {
    await ready(site);
    const browser = await openBrowser();
    try {
      for (const [name, path, options] of PUBLIC_PICTURES) {
        const page = await open(browser, options);
        await page.goto(`${address}${path}`);
        await picture(page, name);
      }
      await pictureOfReport(browser);
      await pictureOfPreview(browser);
    } finally {
      await browser.close();
    }
  } finally {
    await ended(site, 'SIGTERM');
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

function passerelle(...args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [join(PROJECT, 'bin', 'passerelle.mjs'), ...args], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Once the server has announced its address, it answers. */
async function ready(site: ChildProcess): Promise<void> {
  if (!site.stdout) throw new Error('the server has no output to read');
  for await (const line of createInterface({ input: site.stdout })) {
    if (line.includes(address)) return;
  }
  throw new Error('the server ended before it was ready');
}

async function ended(child: ChildProcess, signal?: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const exit = once(child, 'exit');
    if (signal) child.kill(signal);
    await exit;
  }
  return child.exitCode;
}

async function openBrowser(): Promise<Browser> {
  const root = process.getuid?.() === 0;
  return await chromium.launch({
    executablePath: ensureChromium(),
    args: [...QUIET, ...(root ? ['--no-sandbox'] : [])],
    // Date fields follow the browser's own language, where its language pack is installed.
    env: { ...process.env, HOME: folder, LANGUAGE: 'fr' } as Record<string, string>,
  });
}

async function open(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ locale: 'fr-CA', ...options });
  return await context.newPage();
}

async function picture(page: Page, name: string): Promise<void> {
  const file = join(IMAGES, `${name}.png`);
  await page.screenshot({ path: file });
  const { size } = await stat(file);
  console.log(`${name}.png: ${Math.ceil(size / 1000)} kB`);
  if (size > MOST_BYTES) throw new Error(`${name}.png is larger than ${MOST_BYTES / 1000} kB`);
}

/** Two pages of the PDF side by side: its cover and the plan at a glance. */
async function pictureOfReport(browser: Browser): Promise<void> {
  const answer = await fetch(`${address}/api/v1${PLAN}/report.pdf?as_of=${DATE}`);
  const pdf = join(folder, 'rapport.pdf');
  await writeFile(pdf, Buffer.from(await answer.arrayBuffer()));
  const pdftoppm = ensurePdftotext().replace(/pdftotext$/, 'pdftoppm');
  const images = REPORT_PAGES.map((number) => {
    const to = join(folder, `page-${number}`);
    const args = ['-r', '64', '-png', '-singlefile', '-f', `${number}`, '-l', `${number}`, pdf, to];
    const { status } = spawnSync(pdftoppm, args);
    if (status !== 0) throw new Error('the pages of the report could not be drawn');
    return `<img src="page-${number}.png" style="border:1px solid #cfd7e1;height:680px">`;
  });
  const sheet = join(folder, 'pages.html');
  await writeFile(
    sheet,
    `<body style="margin:16px;background:#f5f7fa;display:flex;gap:16px">${images.join('')}`,
  );
  const page = await open(browser, { viewport: { width: 1140, height: 716 } });
  await page.goto(pathToFileURL(sheet).href);
  await picture(page, 'rapport-pdf');
}

/** Somebody of the coordination, signed in behind the site's back. */
async function coordinator(): Promise<BrowserContextOptions> {
  const database = await acquireDatabase({ databaseUrl: null, dataDir });
  try {
    const place = { databaseUrl: database.url, baseUrl: address };
    const someone = await signInAs(
      place,
      { platform: ['coordination'] },
      { name: 'Camille Coordination' },
    );
    return browserSession(someone, address);
  } finally {
    await database.release();
  }
}

/** The plan's own table, imported as it is, then changed in a few places and brought in again. */
async function pictureOfPreview(browser: Browser): Promise<void> {
  const answer = await fetch(`${address}/api/v1${PLAN}/follow-up.csv?as_of=${DATE}`);
  const table = await answer.text();
  const file = join(folder, 'suivi-mars-2022.csv');
  await writeFile(file, table);
  const imported = passerelle('import', file, '--plan', 'pole-2019-2024', '--json');
  imported.stdout?.resume();
  if ((await ended(imported)) !== 0) throw new Error('the table could not be imported');

  const news = table
    .replace('33 %', '40 %')
    .replace('15 %', '25 %')
    .replace('du Pôle interpellés', 'du Pôle interpellés, Réseau Emploi Estrie');
  await writeFile(file, news);
  const page = await open(browser, { ...(await coordinator()), viewport: WIDE });
  await page.goto(`${address}/coordination/importer`);
  await page.getByLabel('Fichier', { exact: true }).setInputFiles(file);
  await page.getByRole('button', { name: 'Lire le fichier' }).click();
  await page.getByRole('heading', { level: 1, name: 'Aperçu de l’importation' }).waitFor();
  await picture(page, 'import');
}
