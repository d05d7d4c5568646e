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
const TEXTS = '/coordination/rapport/pole-2019-2024';

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

test('a coordinator writes what is missing for a new date, by keyboard alone', async () => {
  const page = await browser.open(coordinator.session);
  await page.goto(`${site.address}/coordination`);
  await page
    .getByRole('link', { name: /^Plan d’action 2019-2024/ })
    .last()
    .focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Rapport annuel 2021-2022' }).waitFor();
  await page.goto(`${site.address}${TEXTS}?as_of=2023-03-31`);
  await page.getByText('5 textes sur 7 sont écrits').waitFor();

  await tabTo(page, 'Rencontres, en français');
  await page.keyboard.insertText('Deux réunions :\n• en mai;\n• en octobre.');
  await tabTo(page, /^Enregistrer « Rencontres »$/);
  await page.keyboard.press('Enter');
  await section(page, 'Rencontres').getByRole('status').waitFor();
  expect(await section(page, 'Rencontres').getByRole('status').textContent()).toBe(
    'Le texte est enregistré.',
  );
  await page.getByText('6 textes sur 7 sont écrits').waitFor();
  expect(new URL(page.url()).hash).toBe('#texte-meetings');
  await expectAccessible(browser, page.url(), coordinator.session);
});

test('of two editors, the second is told, and keeps what they wrote', async () => {
  const second = await site.signIn({ platform: ['coordination'] });
  const [one, other] = [
    await browser.open(coordinator.session),
    await browser.open(second.session),
  ];
  for (const page of [one, other]) await page.goto(`${site.address}${TEXTS}`);
  const field = (page: Page) => page.getByLabel('Pouvoirs, en français');
  const save = (page: Page) => page.getByRole('button', { name: 'Enregistrer « Pouvoirs »' });
  await field(one).fill('La version de la première.');
  await save(one).click();
  await section(one, 'Pouvoirs').getByRole('status').waitFor();
  await field(other).fill('La version de la seconde.');
  await save(other).click();
  const alert = section(other, 'Pouvoirs').getByRole('alert');
  expect(await alert.textContent()).toMatch(
    new RegExp(`${coordinator.name} a enregistré une autre version le .* Rien n’a été écrit`),
  );
  expect(await field(other).inputValue()).toBe('La version de la seconde.');
  await section(other, 'Pouvoirs').getByText('La version de la première.').waitFor();
  await save(other).click();
  await section(other, 'Pouvoirs').getByRole('status').waitFor();
});

test('a coordinator withdraws a text, once it is confirmed', async () => {
  const page = await browser.open(coordinator.session);
  await page.goto(`${site.address}${TEXTS}`);
  const structure = section(page, 'Structure');
  await structure.getByText('Retirer ce texte').click();
  await structure.getByRole('button', { name: 'Retirer' }).click();
  expect(await structure.getByRole('status').count()).toBe(0);
  await structure.getByLabel('Oui, retirer « Structure » du rapport').check();
  await structure.getByRole('button', { name: 'Retirer' }).click();
  expect(await structure.getByRole('status').textContent()).toBe('Le texte est retiré du rapport.');
  await structure.getByText('Historique').click();
  await structure.getByText('Lire cette version').click();
  await structure.getByText('Le Pôle a deux instances.').first().waitFor();
});

test.each(['', '?as_of=2023-03-31', '?as_of=1999-01-01'])(
  'the page fits 320 pixels, and has no defect that can be found by machine: %j',
  async (query) => {
    await expectAccessible(browser, `${site.address}${TEXTS}${query}`, coordinator.session);
    const page = await browser.open({
      ...coordinator.session,
      viewport: { width: 320, height: 640 },
    });
    await page.goto(`${site.address}${TEXTS}${query}`);
    for (const summary of await page.locator('summary').all()) await summary.click();
    const overflow = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    expect(overflow).toBeLessThanOrEqual(0);
  },
);
