import { expect, test } from 'vitest';
import { openTestBrowser } from './support/browser.ts';
import { tabTo } from './support/keyboard.ts';
import { openTestSite } from './support/site.ts';

const site = openTestSite();
const browser = openTestBrowser();

test('a citizen finds, by keyboard alone, what MIFI leads', async () => {
  const page = await browser.open();
  await page.goto(site.address);
  await page.keyboard.press('Tab');
  expect(await page.locator(':focus').textContent()).toBe('Aller au contenu');

  await tabTo(page, 'Organisations');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Organisations' }).waitFor();
  await tabTo(page, /^Ministère de l’Immigration, de la Francisation et de l’Intégration/);
  await page.keyboard.press('Enter');
  await page
    .getByRole('heading', { level: 1, name: /Ministère de l’Immigration, de la Francisation/ })
    .waitFor();

  const led = page.locator('section:has(> header > h3:text-is("En charge"))');
  expect(await led.getByRole('heading', { level: 4 }).allTextContents()).toEqual([
    expect.stringMatching(/^16/),
  ]);
  const names = page.getByRole('region', { name: 'Ses noms dans le temps' });
  expect(await names.textContent()).toContain('MIDI');
});

test('a citizen finds, by keyboard alone, what is late', async () => {
  const page = await browser.open();
  await page.goto(site.address);
  await page.getByText('Deux mesures ont une échéance dépassée').waitFor();
  await tabTo(page, 'la 6');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /comité de coordination/ }).waitFor();
  expect(
    await page.getByText('Échéance dépassée de 15 mois : automne 2020').count(),
  ).toBeGreaterThan(0);
});

test('a date later than the figures says that there are none, and what has passed since', async () => {
  const page = await browser.open();
  await page.goto(site.address);
  await page.getByLabel('État du plan au').fill('2023-06-30');
  await page.getByRole('button', { name: 'Afficher' }).click();
  await page.getByText('Aucune donnée au 30 juin 2023').waitFor();
  expect(await page.getByText('pas de donnée').count()).toBeGreaterThan(15);
  expect(page.url()).toContain('as_of=2023-06-30');
});

test('search forgives accents and endings', async () => {
  const page = await browser.open();
  await page.goto(site.address);
  await page
    .getByRole('searchbox', { name: 'Chercher dans le plan' })
    .fill('infirmieres auxiliaire');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.getByRole('main').textContent()).toMatch(
    /infirmières et infirmiers auxiliaires/i,
  );
  expect(await page.getByRole('main').locator('mark').count()).toBeGreaterThan(0);
});

test('a page runs no script and asks nothing of another site', async () => {
  const page = await browser.open();
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).origin));
  await page.goto(site.address);
  expect(await page.locator('script').count()).toBe(0);
  expect([...hosts]).toEqual([site.address]);
});
