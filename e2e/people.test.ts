import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { asOwner } from '../tests/support/as-owner.ts';
import { expectAccessible, openTestBrowser } from './support/browser.ts';
import { tabTo } from './support/keyboard.ts';
import { mailedLink } from './support/mailbox.ts';
import { openTestSite } from './support/site.ts';

const site = openTestSite();
const browser = openTestBrowser();

const ORGANISATION = 'ministere-sante';
const OTHER = 'ministere-enseignement-superieur';
const seat = (role: 'respondent' | 'alternate' | 'validator', organisation = ORGANISATION) => ({
  seats: [{ role, organisation }],
});

async function openAs(roles: Parameters<typeof site.signIn>[0], name: string) {
  const someone = await site.signIn(roles, { name, strong: true });
  return { ...someone, page: await browser.open(someone.session) };
}

const visit = (page: Page, path: string) => page.goto(`${site.address}${path}`);
const firstLine = (page: Page) => page.locator('a[href*="/mises-a-jour/"]').first();

test('an administrator invites, the mail leaves, and the person opens their account', async () => {
  const { page, session } = await openAs({ platform: ['administration'] }, 'Ada');
  await visit(page, '/espace/personnes/inviter');
  await expectAccessible(browser, page.url(), session);
  await page.getByLabel('Nom').fill('Odile Nouvelle');
  await page.getByLabel('Courriel professionnel').fill('odile@exemple.ca');
  await page.getByLabel('Rôle', { exact: true }).selectOption('respondent');
  await page.getByRole('button', { name: 'Inviter' }).click();
  // A role in an organisation says which: what was filled in is still there.
  await page.getByRole('alert').getByText('choisissez-la').waitFor();
  expect(await page.getByLabel('Nom').inputValue()).toBe('Odile Nouvelle');
  await page.getByLabel('Organisation').selectOption(OTHER);
  await page.getByRole('button', { name: 'Inviter' }).click();
  await page.getByRole('heading', { level: 1, name: 'Odile Nouvelle' }).waitFor();

  const newcomer = await browser.open();
  await newcomer.goto(await mailedLink(site, 'odile@exemple.ca'));
  await newcomer.getByLabel('Mot de passe').fill('quatre mots bien choisis');
  await newcomer.getByRole('button', { name: 'Ouvrir mon compte' }).click();
  await newcomer.waitForURL(`${site.address}/espace`);
  await newcomer.getByText('Bonjour Odile Nouvelle.').waitFor();
  await newcomer
    .getByRole('link', { name: /Enseignement supérieur/ })
    .first()
    .click();
  await firstLine(newcomer).waitFor();
});

test('a draft is its organisation’s: nobody else finds it, by any address', async () => {
  const own = await openAs(seat('respondent'), 'Rosalie');
  await visit(own.page, `/espace/organisations/${ORGANISATION}`);
  await firstLine(own.page).click();
  await own.page.getByLabel('Pourcentage, de 0 à 100').fill('40');
  await own.page.getByLabel('Ce qui a été fait').fill('Un secret de brouillon.');
  await own.page.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
  await own.page.getByRole('status').getByText('Le brouillon est enregistré.').waitFor();
  const draft = new URL(own.page.url());

  const others = [
    await openAs(seat('respondent', OTHER), 'Une autre'),
    await openAs({ platform: ['coordination'] }, 'Camille'),
    await openAs({ platform: ['direction'] }, 'Denise'),
    await openAs({ platform: ['observation'] }, 'Olivier'),
    await openAs({ platform: ['administration'] }, 'Ada'),
  ];
  const line = draft.pathname.split('/').at(-1);
  const addresses = [
    draft.pathname + draft.search,
    `/espace/organisations/${OTHER}/mises-a-jour/${line}${draft.search}`,
    `/espace/organisations/${ORGANISATION}${draft.search}`,
    '/espace/mises-a-jour',
    '/espace/registre',
    '/espace',
  ];
  for (const { page, name } of others) {
    for (const address of addresses) {
      await visit(page, address);
      expect(await page.content(), `${name}, ${address}`).not.toContain('Un secret de brouillon');
    }
  }
  const stranger = others[0]?.page;
  const unknown = await stranger?.goto(
    `${site.address}/espace/organisations/${OTHER}/mises-a-jour/999999`,
  );
  const foreign = await stranger?.goto(draft.href);
  expect([foreign?.status(), unknown?.status()]).toEqual([404, 404]);
});

test('an alternate takes over while the respondent is away, and only then', async () => {
  const respondent = await openAs(seat('respondent', 'federation-cegeps'), 'Raoul');
  const alternate = await openAs(seat('alternate', 'federation-cegeps'), 'Sonia');
  const organisation = '/espace/organisations/federation-cegeps';

  await visit(alternate.page, organisation);
  await firstLine(alternate.page).click();
  await alternate.page.getByText('La personne répondante est là').waitFor();
  expect(
    await alternate.page.getByRole('button', { name: 'Enregistrer le brouillon' }).count(),
  ).toBe(0);
  const address = alternate.page.url();

  await visit(respondent.page, organisation);
  const own = respondent.page.locator('.members > li').filter({ hasText: 'Raoul' });
  await own.getByText('Déclarer une absence').click();
  await own.getByRole('button', { name: 'Déclarer l’absence' }).click();
  await respondent.page.getByText(/^Absence depuis le/).waitFor();

  await alternate.page.goto(address);
  await tabTo(alternate.page, 'Pourcentage, de 0 à 100');
  await alternate.page.keyboard.type('55');
  await alternate.page.getByLabel('Ce qui a été fait').fill('Écrit pendant l’absence.');
  await alternate.page.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
  await alternate.page.getByRole('status').getByText('Le brouillon est enregistré.').waitFor();

  await visit(respondent.page, organisation);
  await respondent.page.getByRole('button', { name: 'De retour' }).click();
  await alternate.page.goto(address);
  await alternate.page.getByText('La personne répondante est là').waitFor();
});

test('an administrator ends somebody’s access: the session they have open dies at once', async () => {
  const leaving = await openAs(seat('validator'), 'Lucien');
  await visit(leaving.page, '/espace');
  await leaving.page.getByText('Bonjour Lucien.').waitFor();
  const { page, session } = await openAs({ platform: ['administration'] }, 'Adèle');
  await visit(page, `/espace/personnes/${leaving.personId}`);
  await expectAccessible(browser, page.url(), session);
  await page.getByRole('button', { name: 'Mettre fin à l’accès' }).click();
  await page.getByRole('status').waitFor();

  await leaving.page.reload();
  expect(new URL(leaving.page.url()).pathname).toBe('/connexion');
  const left = await asOwner(site.databaseUrl, (owner) =>
    owner.query('select 1 from auth.session where person_id = $1', [leaving.personId]),
  );
  expect(left.rowCount).toBe(0);
});

test('the pages of work hold at 320 px, and say nothing wrong to a machine', async () => {
  const { session } = await site.signIn(
    { platform: ['coordination', 'administration'], ...seat('respondent') },
    { name: 'Partout', strong: true },
  );
  const page = await browser.open({ ...session, viewport: { width: 320, height: 700 } });
  for (const path of [
    '/espace',
    `/espace/organisations/${ORGANISATION}`,
    '/espace/personnes',
    '/espace/personnes/inviter',
    '/espace/registre',
    '/espace/courriels',
    '/espace/mises-a-jour',
    '/espace/compte',
    '/coordination',
  ]) {
    await visit(page, path);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, path).toBeLessThanOrEqual(0);
    await expectAccessible(browser, `${site.address}${path}`, session);
  }
});
