import { Buffer } from 'node:buffer';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { expectAccessible, openTestBrowser } from './support/browser.ts';
import { tabTo } from './support/keyboard.ts';
import { openTestSite, type SignedInBrowser } from './support/site.ts';

const site = openTestSite();
const browser = openTestBrowser();

let coordinator: SignedInBrowser;
beforeAll(async () => {
  coordinator = await site.signIn({ platform: ['coordination'] });
});

const PERCENT = 'H';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The plan's own follow-up workbook, the figure of one measure changed as a person would, and where. */
async function workbookWith(measure: string, percent: number) {
  const response = await fetch(`${site.address}/api/v1/plans/pole-2019-2024/follow-up.xlsx`);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(await response.arrayBuffer());
  const sheet = workbook.worksheets[0];
  if (!sheet) throw new Error('the workbook has no sheet');
  const row = sheet.getColumn('A').values.findIndex((value) => String(value) === measure);
  const cell = `${PERCENT}${row}`;
  sheet.getCell(cell).value = percent;
  return { cell, file: Buffer.from(await workbook.xlsx.writeBuffer()) };
}

async function upload(page: Page, buffer: Buffer): Promise<void> {
  await tabTo(page, 'Fichier');
  await page.getByLabel('Fichier').setInputFiles({ name: 'suivi.xlsx', mimeType: XLSX, buffer });
  await tabTo(page, 'Lire le fichier');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Aperçu de l’importation' }).waitFor();
}

test('a coordinator imports, sees an error at its cell, mends it, and confirms', async () => {
  const page = await browser.open(coordinator.session);
  await page.goto(`${site.address}/espace/compte`);
  await tabTo(page, 'Coordination');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Importer un tableau de suivi');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Importer un tableau de suivi' }).waitFor();
  await expectAccessible(browser, page.url(), coordinator.session);

  const wrong = await workbookWith('8', 1.5);
  await upload(page, wrong.file);
  const errors = page.getByRole('region', { name: /^Erreurs/ });
  expect(await errors.getByRole('listitem').allInnerTexts()).toEqual([
    expect.stringContaining(wrong.cell),
  ]);
  expect(await page.getByRole('button', { name: 'Confirmer l’importation' }).count()).toBe(0);
  await expectAccessible(browser, page.url(), coordinator.session);

  await tabTo(page, 'Abandonner');
  await page.keyboard.press('Enter');
  await upload(page, (await workbookWith('8', 0.6)).file);
  expect(await page.getByRole('region', { name: /^Erreurs/ }).count()).toBe(0);
  await page.getByText('Ce fichier donnerait').waitFor();
  await expectAccessible(browser, page.url(), coordinator.session);
  await tabTo(page, 'Confirmer l’importation');
  await page.keyboard.press('Enter');

  await page.getByRole('heading', { level: 1, name: 'C’est importé' }).waitFor();
  await tabTo(page, 'Voir le plan à cette date');
  await page.keyboard.press('Enter');
  await page.getByText('60 %').first().waitFor();
  const measure = await fetch(`${site.address}/api/v1/plans/pole-2019-2024/measures/8`);
  expect(await measure.json()).toMatchObject({
    progress: { value: 0.6 },
    lines: [{ stated: 0.6, source: 'declared' }],
  });
});

test('a coordinator switches the mean off: it is nowhere any more', async () => {
  const page = await browser.open(coordinator.session);
  await page.goto(`${site.address}/coordination/textes/pole-2019-2024`);
  await expectAccessible(browser, page.url(), coordinator.session);
  await page.getByLabel('Montrer les moyennes, calculées par Passerelle').uncheck();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByText('Les textes sont enregistrés.').waitFor();
  await page.goto(site.address);
  expect(await page.getByRole('main').textContent()).not.toContain('en moyenne');
  const plan = await fetch(`${site.address}/api/v1/plans/pole-2019-2024`);
  expect(await plan.json()).toMatchObject({ progress: { value: null } });
});

test('the coordination’s pages are nobody else’s', async () => {
  const ask = (init: RequestInit = {}) =>
    fetch(`${site.address}/coordination/importer`, { redirect: 'manual', ...init });
  const nobody = await ask();
  expect([nobody.status, nobody.headers.get('location')]).toEqual([
    302,
    '/connexion?next=%2Fcoordination%2Fimporter',
  ]);
  const { cookie, formToken } = coordinator;
  const lead = await site.signIn({
    seats: [{ role: 'respondent', organisation: 'ministere-immigration' }],
  });
  const refused = await ask({ headers: { cookie: lead.cookie } });
  expect(refused.status).toBe(403);
  expect(await refused.text()).toContain('Cette page est celle de la coordination.');

  const body = new FormData();
  body.set('form-token', formToken);
  const crossSite = { cookie, origin: 'https://ailleurs.example' };
  expect((await ask({ method: 'POST', headers: crossSite, body })).status).toBe(403);
  const own = { cookie, origin: site.address };
  const taken = await ask({ method: 'POST', headers: own, body });
  expect(taken.status).toBe(400);
  expect(await taken.text()).toContain('Donnez une clé au nouveau plan.');
});
