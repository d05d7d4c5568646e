import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '#platform/database/embedded/free-port.ts';
import { asOwner } from '../tests/support/as-owner.ts';
import { codeOf } from '../tests/support/one-time-code.ts';
import {
  CLIENT,
  type OpenIdProvider,
  openOpenIdProvider,
} from '../tests/support/openid-provider.ts';
import { expectAccessible, openTestBrowser } from './support/browser.ts';
import { tabTo } from './support/keyboard.ts';
import { mailedLink } from './support/mailbox.ts';
import { openTestSite } from './support/site.ts';

const PASSWORD = 'quatre mots bien choisis';
const PROVIDER_PORT = await freePort(null);
const site = openTestSite({
  OIDC_ISSUER: `http://127.0.0.1:${PROVIDER_PORT}`,
  OIDC_CLIENT_ID: CLIENT.clientId,
  OIDC_CLIENT_SECRET: CLIENT.clientSecret,
  OIDC_NAME: 'mon ministère',
});
const browser = openTestBrowser();

let provider: OpenIdProvider;
beforeAll(async () => {
  const back = `${site.address}/connexion/api/callback/organisation`;
  provider = await openOpenIdProvider(back, PROVIDER_PORT);
});
afterAll(() => provider.close());

/** Somebody invited, whose invitation has reached them. */
async function invite(name: string, roles: readonly string[] = []) {
  const email = `${name.toLowerCase()}@exemple.ca`;
  const token = `invitation-${name}`;
  await asOwner(site.databaseUrl, async (owner) => {
    const { rows } = await owner.query<{ id: string }>(
      'insert into person (name, email) values ($1, $2) returning id',
      [name, email],
    );
    const id = rows[0]?.id;
    for (const role of roles) {
      await owner.query(
        `insert into role_grant (person_id, role, valid, recorded_by) values ($1, $2, '[2020-01-01,)', 'system')`,
        [id, role],
      );
    }
    await owner.query(
      `insert into invitation (token_hash, person_id, expires_at) values ($1, $2, now() + interval '1 day')`,
      [createHash('sha256').update(token).digest('hex'), id],
    );
  });
  return { email, path: `/invitation/${token}` };
}

async function openAccount(page: Page, path: string): Promise<void> {
  await page.goto(`${site.address}${path}`);
  await page.getByLabel('Mot de passe').fill(PASSWORD);
  await page.getByRole('button', { name: 'Ouvrir mon compte' }).click();
  await page.waitForURL(/\/(espace|connexion\/configurer)/);
}

/** An authenticator that knows its owner, as a phone does. */
async function withAuthenticator(page: Page): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('WebAuthn.enable');
  await devTools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

async function leave(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Quitter' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/espace'));
}

test('from an invitation to a sign-in with a passkey, by keyboard', async () => {
  const { path } = await invite('Ariane');
  const page = await browser.open();
  await withAuthenticator(page);
  await page.goto(`${site.address}${path}`);
  await page.getByText('Ariane, choisissez comment vous connecter.').waitFor();
  await expectAccessible(browser, page.url());
  await tabTo(page, 'Mot de passe');
  await page.keyboard.type('court');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('12 caractères au moins').waitFor();
  await tabTo(page, 'Mot de passe');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL(`${site.address}/espace`);
  await tabTo(page, 'Mon compte');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${site.address}/espace/compte`);
  await tabTo(page, 'Ajouter une clé d’accès');
  await page.keyboard.press('Enter');
  await page.getByText(/ajoutée le/).waitFor();
  await leave(page);

  await page.goto(`${site.address}/espace/compte`);
  expect(new URL(page.url()).pathname).toBe('/connexion');
  await expectAccessible(browser, page.url());
  await tabTo(page, 'Me connecter avec une clé d’accès');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${site.address}/espace/compte`);
  await page.getByText('par clé d’accès').waitFor();
});

test('an invitation that served says so', async () => {
  const { path } = await invite('Boris');
  const page = await browser.open();
  await openAccount(page, path);
  const other = await browser.open();
  const answer = await other.goto(`${site.address}${path}`);
  expect(answer?.status()).toBe(403);
  await other.getByText('Cette invitation a déjà servi').waitFor();
});

test('a second factor that a role demands: the application, then a recovery code', async () => {
  const { email, path } = await invite('Corinne', ['coordination']);
  const page = await browser.open();
  await openAccount(page, path);
  // Until then, nothing of the role is there.
  await page.goto(`${site.address}/coordination`);
  await page.getByRole('heading', { level: 1, name: 'Configurer un second facteur' }).waitFor();
  await page.getByLabel('Votre mot de passe').fill(PASSWORD);
  await page.getByRole('button', { name: 'Configurer une application de codes' }).click();
  await page.getByRole('img', { name: /Code à photographier/ }).waitFor();
  const codes = await page.locator('.recovery-codes code').allInnerTexts();
  expect(codes).toHaveLength(10);
  const secret = (await page.locator('p > code').textContent()) ?? '';
  await page.getByLabel('Puis le code que l’application montre').fill(codeOf(secret));
  await page.getByRole('button', { name: 'Activer' }).click();
  await page.waitForURL(`${site.address}/coordination`);

  await page.goto(`${site.address}/espace/compte`);
  await leave(page);
  await asOwner(site.databaseUrl, (owner) => owner.query('delete from auth.spent_code'));
  const enter = async () => {
    await page.goto(`${site.address}/connexion`);
    await page.getByLabel('Adresse de courriel').fill(email);
    await page.getByLabel('Mot de passe').fill(PASSWORD);
    await page.getByRole('button', { name: 'Me connecter', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Second facteur' }).waitFor();
  };
  await enter();
  await expectAccessible(browser, page.url());
  await page.getByLabel('Code à six chiffres').fill(codeOf(secret));
  await page.getByRole('button', { name: 'Continuer' }).click();
  await page.waitForURL(`${site.address}/espace`);
  await leave(page);

  await enter();
  await page.getByText('Sans votre application').click();
  await page.getByLabel('Code de secours').fill(codes[0] ?? '');
  await page.getByRole('group').getByRole('button', { name: 'Continuer' }).click();
  await page.waitForURL(`${site.address}/espace`);
});

test('a sign-in by the organisation’s own provider, and back where one was going', async () => {
  const { email, path } = await invite('Damien');
  await openAccount(await browser.open(), path);
  provider.know('damien', { email, email_verified: true, name: 'Damien' });
  const page = await browser.open();
  await page.goto(`${site.address}/espace/compte`);
  await page.getByRole('button', { name: 'Me connecter avec mon ministère' }).click();
  await page.getByPlaceholder('Enter any login').fill('damien');
  await page.getByPlaceholder('and password').fill('n’importe');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL(`${site.address}/espace/compte`);
  await page.getByText('par votre organisation').waitFor();
});

test('an identity that is nobody’s here is told so', async () => {
  provider.know('etranger', {
    email: 'etranger@ailleurs.example',
    email_verified: true,
    name: 'X',
  });
  const page = await browser.open();
  await page.goto(`${site.address}/connexion`);
  await page.getByRole('button', { name: 'Me connecter avec mon ministère' }).click();
  await page.getByPlaceholder('Enter any login').fill('etranger');
  await page.getByPlaceholder('and password').fill('n’importe');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page
    .getByRole('alert')
    .getByText('Cette identité n’est pas celle d’un compte d’ici')
    .waitFor();
});

test('a link by mail signs in when its button is pressed, not when it is opened', async () => {
  const { email, path } = await invite('Elsa');
  await openAccount(await browser.open(), path);
  const page = await browser.open();
  await page.goto(`${site.address}/connexion`);
  await page.getByRole('link', { name: 'Recevoir un lien de connexion par courriel' }).click();
  await expectAccessible(browser, page.url());
  await page.getByLabel('Adresse de courriel').fill(email);
  await page.getByRole('button', { name: 'Envoyer le lien' }).click();
  await page.getByRole('status').waitFor();
  const link = await mailedLink(site, email);
  for (let opening = 0; opening < 3; opening += 1) expect((await fetch(link)).status).toBe(200);
  await page.goto(link);
  await page.getByRole('button', { name: 'Me connecter' }).click();
  await page.waitForURL(`${site.address}/espace`);
  const again = await browser.open();
  await again.goto(link);
  await again.getByRole('button', { name: 'Me connecter' }).click();
  await again.getByRole('alert').getByText('Ce lien a déjà servi').waitFor();
});

test('the pages of signing in read in English', async () => {
  const page = await browser.open();
  await page.goto(`${site.address}/connexion`);
  await page.getByRole('link', { name: 'English' }).last().click();
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en-CA');
  await expectAccessible(browser, page.url());
});
