import { describe, expect, test } from 'vitest';
import { expectAccessible, openTestBrowser } from './support/browser.ts';
import { openTestSite } from './support/site.ts';

const site = openTestSite();
const browser = openTestBrowser();
const PLAN = '/plans/pole-2019-2024';

/** Every kind of public page, and the states in which it looks different. */
const PAGES = [
  PLAN,
  `${PLAN}?as_of=2023-06-30`,
  `${PLAN}?as_of=1999-01-01`,
  `${PLAN}?as_of=demain`,
  `${PLAN}/themes/0`,
  `${PLAN}/mesures/1`,
  `${PLAN}/mesures/6`,
  `${PLAN}/mesures/13`,
  `${PLAN}/mesures/99`,
  `${PLAN}/echeances`,
  `${PLAN}/rapport`,
  `${PLAN}/rapport?as_of=2023-03-31`,
  `${PLAN}/rapport/odt`,
  `${PLAN}/sigles`,
  `${PLAN}/recherche?q=stage`,
  `${PLAN}/recherche?q=zzzz`,
  '/plans',
  '/organisations',
  '/organisations/ministere-immigration',
  '/observations',
  '/accessibilite',
  '/donnees',
  '/api',
  '/connexion',
  '/connexion/lien',
  '/nulle-part',
  `/en${PLAN}`,
  `/en${PLAN}/measures/2`,
  `/en${PLAN}/deadlines`,
  `/en${PLAN}/report`,
];

describe.each(PAGES)('%s', (path) => {
  test('has no defect that can be found by machine, light and dark', async () => {
    await expectAccessible(browser, site.address + path);
  });

  test('fits 320 pixels: nothing scrolls sideways', async () => {
    const page = await browser.open({ viewport: { width: 320, height: 640 } });
    await page.goto(site.address + path);
    const overflow = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    expect(overflow).toBeLessThanOrEqual(0);
  });
});
