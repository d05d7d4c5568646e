import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '#platform/database/embedded/free-port.ts';
import {
  CLIENT,
  type OpenIdProvider,
  openOpenIdProvider,
  signInThere,
} from '../../../../tests/support/openid-provider.ts';
import { OPTIONS, openBrowser, openTestSignIn, type TestBrowser } from './testing/sign-in-desk.ts';

const BACK = `${OPTIONS.baseUrl}/connexion/api/callback/organisation`;
/** Free: the provider is started there only once the site was. */
const PORT = await freePort(null);

const desk = openTestSignIn({
  provider: {
    ...CLIENT,
    issuer: `http://127.0.0.1:${PORT}`,
    name: 'mon ministère',
    claims: { email: 'email', name: 'name' },
    trustSecondFactor: false,
  },
});

let provider: OpenIdProvider;
const start = (browser: TestBrowser) => desk.signIn.startProvider(browser.request, '/espace');

beforeAll(async () => {
  await expect(start(openBrowser())).rejects.toMatchObject({
    code: 'unavailable',
    message:
      'Le service de connexion de votre organisation ne répond pas. Réessayez dans un moment, ou connectez-vous autrement.',
  });
  provider = await openOpenIdProvider(BACK, PORT);
});
afterAll(() => provider.close());

/** Goes to the provider and back. @returns what the site answers at the return */
async function signIn(login: string, browser = openBrowser()) {
  const { address, cookies } = await start(browser);
  browser.keep(cookies);
  const back = await signInThere(address, login, BACK);
  const answer = await desk.signIn.handle(new Request(back), browser.request);
  browser.keep(answer?.headers.getSetCookie() ?? []);
  return { answer, browser, back };
}

describe('a provider that was down when the site started', () => {
  test('is found again, and lets in whoever it vouches for', async () => {
    const { id, email } = await desk.person('Alma', { password: null });
    provider.know('alma', { email, email_verified: true, name: 'Alma d’ailleurs' });
    const { answer, browser } = await signIn('alma');
    expect(answer?.status).toBe(302);
    expect(answer?.headers.get('location')).toMatch(/\/espace$/);
    const { visitor } = await desk.signIn.attend(browser.request);
    // The name is the one we gave: a provider does not rename anybody here.
    expect(visitor).toMatchObject({
      person: { id, name: 'Alma' },
      session: { method: 'oidc', strong: false },
    });
    const kept = await desk.owner(
      'select access_token, refresh_token, id_token from auth.account where person_id = $1',
      [id],
    );
    expect(kept).toEqual([{ access_token: null, refresh_token: null, id_token: null }]);
  });
});

describe('an identity from elsewhere', () => {
  test('is linked to no account on an address that was not verified', async () => {
    const { id, email } = await desk.person('Bram', { password: null });
    provider.know('bram', { email, email_verified: false, name: 'Bram' });
    const { answer, browser } = await signIn('bram');
    expect(answer?.headers.get('location')).toMatch(/^.*\/connexion\?error=account_not_linked/);
    expect((await desk.signIn.attend(browser.request)).visitor).toBeNull();
    expect(await desk.owner('select 1 from auth.account where person_id = $1', [id])).toEqual([]);
  });

  test('is linked to no account whose own address was never verified', async () => {
    const { id, email } = await desk.person('Cleo', { password: null });
    await desk.owner('update person set email_verified = false where id = $1', [id]);
    provider.know('cleo', { email, email_verified: true, name: 'Cleo' });
    const { browser } = await signIn('cleo');
    expect((await desk.signIn.attend(browser.request)).visitor).toBeNull();
  });

  test('makes no account', async () => {
    provider.know('inconnu', {
      email: 'inconnu@ailleurs.example',
      email_verified: true,
      name: 'Inconnu',
    });
    const { answer, browser } = await signIn('inconnu');
    expect(answer?.headers.get('location')).toContain('/connexion?error=');
    expect((await desk.signIn.attend(browser.request)).visitor).toBeNull();
    expect(
      await desk.owner(`select 1 from person where email = 'inconnu@ailleurs.example'`),
    ).toEqual([]);
  });

  test('still has to show a second factor where a role demands it', async () => {
    const { email } = await desk.person('Dina', { password: null, roles: ['administration'] });
    provider.know('dina', { email, email_verified: true, name: 'Dina' });
    const { browser } = await signIn('dina');
    expect((await desk.signIn.attend(browser.request)).visitor?.gate).toBe('set-up-second-factor');
  });

  test('is refused to whoever has no access any more', async () => {
    const { id, email } = await desk.person('Enzo', { password: null });
    await desk.owner('update person set leaves_on = local_day() where id = $1', [id]);
    provider.know('enzo', { email, email_verified: true, name: 'Enzo' });
    const { browser } = await signIn('enzo');
    expect((await desk.signIn.attend(browser.request)).visitor).toBeNull();
  });
});

describe('a return from the provider', () => {
  test('is worth nothing twice, nor in another browser', async () => {
    const { email } = await desk.person('Fay', { password: null });
    provider.know('fay', { email, email_verified: true, name: 'Fay' });
    const { back, browser } = await signIn('fay');
    expect((await desk.signIn.attend(browser.request)).visitor).not.toBeNull();
    const again = openBrowser();
    await desk.signIn.handle(new Request(back), again.request);
    expect((await desk.signIn.attend(again.request)).visitor).toBeNull();
    const victim = openBrowser();
    const { address, cookies } = await start(openBrowser());
    victim.keep([]);
    expect(cookies.length).toBeGreaterThan(0);
    const stolen = await signInThere(address, 'fay', BACK);
    const answer = await desk.signIn.handle(new Request(stolen), victim.request);
    victim.keep(answer?.headers.getSetCookie() ?? []);
    expect((await desk.signIn.attend(victim.request)).visitor).toBeNull();
  });
});

const impostor = openTestSignIn({
  provider: {
    ...CLIENT,
    // The same machine by another name: what answers there says it is somebody else.
    issuer: `http://localhost:${PORT}`,
    name: 'autre',
    claims: { email: 'email', name: 'name' },
    trustSecondFactor: false,
  },
});

test('a provider that is not the one configured is not followed', async () => {
  await expect(
    impostor.signIn.startProvider(openBrowser().request, '/espace'),
  ).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringContaining('n’est pas celui qui est attendu'),
  });
});

describe('the library’s other addresses', () => {
  test.each([
    ['POST', '/sign-up/email'],
    ['POST', '/sign-in/email'],
    ['POST', '/two-factor/disable'],
    ['POST', '/change-email'],
    ['POST', '/update-user'],
    ['GET', '/get-session'],
    ['GET', '/list-sessions'],
    ['POST', '/passkey/delete-passkey'],
    ['GET', '/magic-link/verify'],
    ['POST', '/delete-user'],
    ['GET', '/callback/google'],
    ['GET', '/passkey/verify-registration'],
  ])('%s %s are closed', async (method, path) => {
    const request = new Request(`${OPTIONS.baseUrl}/connexion/api${path}`, { method });
    expect(await desk.signIn.handle(request, openBrowser().request)).toBeNull();
  });
});
