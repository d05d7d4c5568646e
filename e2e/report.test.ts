import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { systemClock } from '#platform/clock/clock.ts';
import { openServices } from '../src/server/services.ts';
import { bring, coastTable, line, measure } from '../tests/support/test-table.ts';
import { openTestBrowser } from './support/browser.ts';
import { tabTo } from './support/keyboard.ts';
import { openTestSite } from './support/site.ts';

const site = openTestSite();
const browser = openTestBrowser();
const REPORT = '/plans/pole-2019-2024/rapport';

async function download(page: Page, name: string) {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name, exact: true }).click(),
  ]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test('a deputy minister goes from the plan to its report, and to a chapter of it, by keyboard alone', async () => {
  const page = await browser.open();
  await page.goto(site.address);
  await tabTo(page, 'Rapport');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Rapport annuel 2021-2022' }).waitFor();
  expect(
    await page
      .getByRole('navigation', { name: 'Principale' })
      .getByRole('link', { name: 'Rapport' })
      .getAttribute('aria-current'),
  ).toBe('page');
  await tabTo(page, '2. Reconnaissance des compétences');
  await page.keyboard.press('Enter');
  expect(page.url()).toMatch(/#theme-3$/);
  await page
    .getByRole('heading', { level: 3, name: '2. Reconnaissance des compétences' })
    .waitFor();
});

test('each measure of the report is a group of rows with its own name, each figure has its column', async () => {
  const page = await browser.open();
  await page.goto(site.address + REPORT);
  const table = page.getByRole('table', { name: 'Mesures transversales' });
  const columns = await table.getByRole('columnheader').allTextContents();
  expect(columns.map((name) => name.replaceAll('\u00A0', ' '))).toEqual([
    'Indicateur, cible',
    'Échéance',
    'Avancement',
    'État d’avancement au 31 mars 2022',
  ]);
  const groups = await table.locator('th[scope="rowgroup"] .title').allTextContents();
  expect(groups.map((text) => text.slice(0, 20))).toEqual([
    'Mettre sur pied une ',
    'Actualiser le diagno',
  ]);
});

test('a reader goes from the call of a note to it, and back', async () => {
  const page = await browser.open();
  await page.goto(site.address + REPORT);
  const call = page.locator('[role="doc-noteref"]').first();
  await call.click();
  const note = page.locator('li:target');
  expect(await note.textContent()).toContain('article 70');
  await note.getByRole('link', { name: /Retour à l’appel de la note 1/ }).click();
  expect(page.url()).toMatch(/#call-1$/);
});

test('a coordinator takes the report away in every format', async () => {
  const page = await browser.open();
  const starts = { Word: 'PK', Excel: 'PK', 'Page HTML': '<!doctype html>' };
  for (const [name, start] of Object.entries(starts)) {
    await page.goto(site.address + REPORT);
    const file = await download(page, name);
    expect(file.name).toMatch(/^rapport-pole-2019-2024-2022-03-31\.(docx|xlsx|html)$/);
    expect(file.bytes.subarray(0, start.length).toString()).toBe(start);
  }
  for (const [format, type] of [
    ['pdf', 'application/pdf'],
    ['json', 'application/json; charset=utf-8'],
  ]) {
    const answer = await page.request.get(`${site.address}${REPORT}/${format}`);
    expect(answer.url()).toContain(`/api/v1/plans/pole-2019-2024/report.${format}`);
    expect(answer.headers()['content-type']).toBe(type);
  }
});

test('a file that does not exist says so, in words', async () => {
  const page = await browser.open();
  const answer = await page.goto(`${site.address}${REPORT}/odt`);
  expect(answer?.status()).toBe(404);
  await page.getByRole('heading', { level: 1, name: 'Page introuvable' }).waitFor();
});

test('a report on a date without its texts is a draft, and says what is missing', async () => {
  const page = await browser.open();
  await page.goto(`${site.address}${REPORT}?as_of=2023-03-31`);
  await page.getByText('C’est un projet').waitFor();
  expect(await page.getByText(/^Texte à écrire\s: Mot de la présidente/u).count()).toBe(1);
});

test('the report in English is in English, with what is only in French marked as such', async () => {
  const page = await browser.open();
  await page.goto(`${site.address}/en/plans/pole-2019-2024/report`);
  await page.getByRole('heading', { level: 1, name: 'Annual report 2021-2022' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en-CA');
  expect(await page.locator('.document [lang="fr"]').count()).toBeGreaterThan(10);
});

test('a long report is prepared while the page says so, then the file is there', async () => {
  const large = Array.from({ length: 600 }, (_, index) =>
    measure(String(index + 1), `Chantier ${index + 1}`, [
      line('Première étape', 0.5, { narrative: 'Les travaux avancent comme prévu.' }),
      line('Deuxième étape', 1, { narrative: 'Les travaux sont terminés.' }),
    ]),
  );
  const services = await openServices(site.databaseUrl, systemClock, null);
  const where = { planKey: 'long', asOf: '2024-06-30' };
  await bring(services, coastTable(where.asOf, { measures: large }), where);
  await services.close();
  const page = await browser.open();
  await page.goto(`${site.address}/plans/long/rapport`);
  const downloaded = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Word', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Le fichier se prépare' }).waitFor();
  expect((await downloaded).suggestedFilename()).toBe('rapport-long-2024-06-30.docx');
  await page.getByRole('heading', { level: 1, name: 'Le fichier est prêt' }).waitFor();
  await page.getByRole('link', { name: 'Revenir au rapport' }).click();
  await page.getByRole('navigation', { name: 'Pages de la liste' }).waitFor();
});
