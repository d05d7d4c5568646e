import { beforeAll, describe, expect, test } from 'vitest';
import { COORDINATION, fillAddress, isLivePath, PAGES, WORK } from '#web/page/addresses.ts';
import type { Access } from '../../src/server/permissions/access.ts';
import {
  API_ROUTES,
  PAGE_ROUTES,
  PRIVATE_ROUTES,
  type PrivateAddress,
} from '../../src/server/permissions/routes.ts';
import { openTestSite } from '../support/site.ts';
import { type Answer, type Outcome, read, send } from './ask.ts';
import { type Asker, openCast } from './cast.ts';
import { PLAN, SCENES, type Scene, type SceneMaker, type World } from './scenes.ts';
import { addTarget, isSessionOpen, readLed } from './stored.ts';

const site = openTestSite();
let world: World;
let cast: readonly Asker[];
/** Another session, whose forms open nothing. */
let stranger: Asker;

const ADDRESSES = Object.entries(PRIVATE_ROUTES) as [
  PrivateAddress,
  (typeof PRIVATE_ROUTES)[PrivateAddress],
][];
/** Of work: where one signs in is tried apart. */
const isSigningIn = (address: string) => /^\/(connexion|invitation)/.test(address);
const WORKING = ADDRESSES.filter(([address]) => !isSigningIn(address));
const SIGNING_IN = ADDRESSES.filter(([address]) => isSigningIn(address));
const FORMS = ADDRESSES.flatMap(([address, { does }]) =>
  Object.entries(does).map(([intent, access]) => [address, intent, access] as const),
);
const NOT_THIS_SESSION = 'Ce formulaire date d’une autre connexion';

beforeAll(async () => {
  const [own, other, deserted] = await readLed(site.databaseUrl);
  if (!own || !other || !deserted) throw new Error('the plan has too few organisations');
  const table = await fetch(`${site.address}/api/v1/plans/${PLAN}/follow-up.csv`);
  world = {
    url: site.databaseUrl,
    own,
    other,
    deserted,
    table: new Uint8Array(await table.arrayBuffer()),
  };
  cast = await openCast(site, [own.key, other.key, deserted.key]);
  [stranger] = (await openCast(site, [own.key, other.key, deserted.key])) as [Asker];
});

/** What the table says that an answer is. */
function expectedOf(access: Access, { about }: Scene, asker: Asker | null): Outcome {
  if (access.kind === 'public' || access.kind === 'anyone') return 'allowed';
  if (asker === null) return 'sign-in';
  if (access.kind === 'signed-in') return 'allowed';
  return access.refusal(asker.actor, about) === null ? 'allowed' : 'refused';
}

const everybody = (): readonly (Asker | null)[] => [null, ...cast];
/** Whoever has something left to do where one signs in: others are led on. */
const unsettled = () => site.signIn({ platform: ['coordination'] }, { strong: false });
const nameOf = (asker: Asker | null) => asker?.title ?? 'nobody';
const said = ({ outcome, status }: Answer) => `${outcome} (${status})`;

/** The access that a scene's query asks for. */
function readAccess(reads: Readonly<Record<string, Access>>, { path }: Scene): Access | undefined {
  const { searchParams } = new URL(path, site.address);
  const named = Object.keys(reads).find((name) => name !== '' && searchParams.has(name));
  return reads[named ?? ''];
}

describe('every private page, read by every role and by nobody, is given as the table says', () => {
  test.each(WORKING)('%s', async (address, { reads }) => {
    const wrong: string[] = [];
    for (const make of SCENES[address](world)) {
      const scene = await make();
      const access = readAccess(reads, scene);
      if (!access) throw new Error(`nothing is said of ${scene.path}`);
      for (const asker of everybody()) {
        const answer = await read(`${site.address}${scene.path}`, asker);
        const expected = expectedOf(access, scene, asker);
        if (answer.outcome === expected) continue;
        wrong.push(`${scene.path}: ${nameOf(asker)} is ${said(answer)}, not ${expected}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('every form, sent by every role and by nobody, does as the table says', () => {
  const forms = FORMS.filter(([address]) => WORKING.some(([other]) => other === address));

  test.each(forms)('%s: “%s”', async (address, intent, access) => {
    const wrong: string[] = [];
    for (const make of SCENES[address](world)) {
      let scene: Scene | null = null;
      for (const asker of everybody()) {
        scene ??= await make();
        const { path } = scene;
        const answer = await send(`${site.address}${path}`, asker, fieldsOf(scene, intent));
        const expected = expectedOf(access, scene, asker);
        if (answer.outcome !== expected) {
          wrong.push(`${path}: ${nameOf(asker)} is ${said(answer)}, not ${expected}`);
        }
        // What was done has used it up.
        if (answer.outcome === 'allowed') scene = null;
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('where one signs in', () => {
  test.each(SIGNING_IN)('%s is for whoever it is for', async (address, { reads, does }) => {
    const [make] = SCENES[address](world) as [SceneMaker];
    const scene = await make();
    const needsSession = [...Object.values(reads), ...Object.values(does)].some(
      ({ kind }) => kind === 'signed-in',
    );
    const page = await fetch(`${site.address}${scene.path}`, { redirect: 'manual' });
    const location = page.headers.get('location') ?? '';
    expect(location.startsWith('/connexion?next='), `${page.status} ${location}`).toBe(
      needsSession,
    );
    expect(page.headers.get('cache-control')).toBe('private, no-store');
  });
});

describe('a form without the token of its own session is refused, and does nothing', () => {
  test.each(FORMS)('%s: “%s”', async (address, intent, access) => {
    for (const make of SCENES[address](world)) {
      const scene = await make();
      const asker = isSigningIn(address)
        ? await unsettled()
        : cast.find((each) => expectedOf(access, scene, each) === 'allowed');
      if (!asker) continue;
      for (const token of [null, '', 'x', stranger.formToken]) {
        const path = `${site.address}${scene.path}`;
        const who = access.kind === 'anyone' ? { ...asker, cookie: '' } : asker;
        const answer = await send(path, who, fieldsOf(scene, intent), token);
        expect([answer.status, token]).toEqual([403, token]);
        expect(answer.text).toContain(NOT_THIS_SESSION);
      }
      return;
    }
    throw new Error('nobody may do it');
  });

  test('nor does a form sent from another site', async () => {
    for (const [address, intent] of FORMS) {
      const [make] = SCENES[address](world) as [SceneMaker];
      const scene = await make();
      const body = new FormData();
      const [asker] = cast as [Asker];
      body.set('form-token', asker.formToken);
      for (const [name, value] of Object.entries(fieldsOf(scene, intent))) body.set(name, value);
      const answer = await fetch(`${site.address}${scene.path}`, {
        method: 'POST',
        headers: { cookie: asker.cookie, origin: 'https://evil.example' },
        body,
      });
      expect([answer.status, address]).toEqual([403, address]);
    }
  });
});

describe('another’s identifiers', () => {
  const by = (title: string) => {
    const found = cast.find((each) => each.title === title);
    if (!found) throw new Error(`nobody is ${title}`);
    return found;
  };

  test('in the address: a line of another organisation’s is not one’s own', async () => {
    const { own, other } = world;
    const path = fillAddress(
      WORK.draft,
      { key: own.key, line: String(other.lineId) },
      { as_of: '2022-03-31' },
    );
    for (const asker of cast) {
      const form = { intent: 'save', figure: 'stated', percent: '60' };
      expect((await read(`${site.address}${path}`, asker)).status, asker.title).toBe(404);
      expect((await send(`${site.address}${path}`, asker, form)).status, asker.title).toBe(404);
    }
  });

  test('in the body: an absence elsewhere is not ended from one’s own organisation’s page', async () => {
    const { own, other, url } = world;
    const { absenceId, personId } = await addTarget(url, 'validator', other);
    const address = `${site.address}${fillAddress(WORK.organisation, { key: own.key })}`;
    const end = { intent: 'end-absence', absence: String(absenceId), on: '2031-01-15' };
    const declare = { from: '2030-01-01', lastDay: '2030-01-31' };
    const ofOther = { intent: 'declare-absence', person: personId, ...declare };
    for (const asker of [by('a respondent'), by('an alternate'), by('a validator')]) {
      for (const form of [end, ofOther]) {
        const { outcome } = await send(address, asker, form);
        expect([asker.title, form.intent, outcome]).toEqual([asker.title, form.intent, 'refused']);
      }
    }
  });

  test('in the body: nobody ends another’s session, nor takes their passkey', async () => {
    const [asker] = cast as [Asker];
    const ended = { intent: 'end-session', session: stranger.sessionId };
    await send(`${site.address}${WORK.account}`, asker, ended);
    await send(`${site.address}${WORK.account}`, asker, { intent: 'end-others' });
    expect(await isSessionOpen(site.databaseUrl, stranger.sessionId)).toBe(true);
  });

  test('in the query: a place to go afterwards is a page of work of this site', async () => {
    const [asker] = cast as [Asker];
    for (const next of ['https://evil.example/', '//evil.example', '/\\evil.example', '/plans']) {
      const address = `${site.address}/connexion?next=${encodeURIComponent(next)}`;
      const answer = await fetch(address, {
        headers: { cookie: asker.cookie },
        redirect: 'manual',
      });
      expect([next, answer.headers.get('location')]).toEqual([next, WORK.home]);
    }
  });
});

describe('whoever has not shown the second factor that their role demands', () => {
  test('opens no page of work, and does nothing there', async () => {
    const weak = await site.signIn(
      { platform: ['coordination', 'administration'] },
      { strong: false },
    );
    const toSetUp = /^\/connexion\/(configurer|second-facteur)\?next=/;
    for (const [address, { does }] of WORKING) {
      const [make] = SCENES[address](world) as [SceneMaker];
      const scene = await make();
      const page = await fetch(`${site.address}${scene.path}`, {
        headers: { cookie: weak.cookie },
        redirect: 'manual',
      });
      expect(page.headers.get('location'), address).toMatch(toSetUp);
      for (const intent of Object.keys(does)) {
        const answer = await send(`${site.address}${scene.path}`, weak, fieldsOf(scene, intent));
        expect(answer.location, `${address} ${intent}`).toMatch(toSetUp);
      }
    }
  });
});

describe('what is public', () => {
  const filled = { plan: PLAN, number: '1', key: 'ministere-immigration', format: 'json' };
  const addresses = PAGE_ROUTES.filter(([, { reads }]) => reads['']?.kind === 'public').map(
    ([address]) => fillAddress(address, filled),
  );

  test('is the same for nobody and for the coordination, and takes no form', async () => {
    expect(addresses).toHaveLength(Object.keys(PAGES).length * 2);
    const coordinator = cast.find(({ title }) => title === 'the coordination') ?? stranger;
    for (const path of addresses) {
      const address = `${site.address}${path}`;
      const ask = (cookie = '') => fetch(address, { headers: { cookie }, redirect: 'manual' });
      const [plain, signedIn] = [await ask(), await ask(coordinator.cookie)];
      // A file that is being made is said to be so, then given: from one moment to the next.
      const isLive = isLivePath(path);
      for (const { status } of [plain, signedIn]) {
        expect([200, 302, 303, ...(isLive ? [202] : [])], path).toContain(status);
      }
      expect([plain.headers.get('set-cookie'), signedIn.headers.get('set-cookie')]).toEqual([
        null,
        null,
      ]);
      if (!isLive) {
        expect(signedIn.status, path).toBe(plain.status);
        expect(await signedIn.text(), path).toBe(await plain.text());
      }
      expect((await send(address, coordinator, {})).status, path).toBe(403);
    }
  });

  test('the API is open to all, and takes nothing', async () => {
    for (const path of Object.keys(API_ROUTES)) {
      const filledIn = path.replaceAll(
        /\{(\w+)\}/g,
        (_, name: keyof typeof filled) => filled[name],
      );
      const address = `${site.address}/api/v1${filledIn}`;
      expect((await fetch(address, { method: 'HEAD' })).status, path).toBe(200);
      expect((await fetch(address, { method: 'POST' })).status, path).toBe(405);
    }
  });
});

test('the sign-in library answers at the addresses of the table, and at no other', async () => {
  const api = `${site.address}/connexion/api`;
  const [asker] = cast as [Asker];
  const headers = { cookie: asker.cookie, origin: site.address };
  const ask = async (path: string, init: RequestInit = {}) =>
    (await fetch(`${api}${path}`, { redirect: 'manual', ...init })).status;
  expect(await ask('/passkey/generate-authenticate-options')).toBe(200);
  expect(await ask('/passkey/generate-register-options')).toBe(401);
  for (const path of [
    '/ok',
    '/get-session',
    '/list-sessions',
    '/sign-up/email',
    '/sign-in/email',
    '/update-user',
    '/change-email',
    '/delete-user',
    '/revoke-sessions',
    '/magic-link/verify',
    '/two-factor/disable',
    '/two-factor/get-totp-uri',
    '/passkey/list-user-passkeys',
    '/passkey/delete-passkey',
    '/sign-in/oauth2',
    '/oauth2/link',
    '/callback/autre',
  ]) {
    expect([await ask(path, { headers }), path]).toEqual([404, path]);
    const sent = { ...headers, 'content-type': 'application/json' };
    const status = await ask(path, { method: 'POST', headers: sent, body: '{}' });
    expect([status, path]).toEqual([404, path]);
  }
});

test('an address that is nobody’s leads nowhere', async () => {
  const [asker] = cast as [Asker];
  for (const path of [`${WORK.home}/rien`, `${COORDINATION.home}/rien`, '/connexion/rien']) {
    expect((await read(`${site.address}${path}`, asker)).status, path).toBe(404);
    expect((await send(`${site.address}${path}`, asker, {})).outcome, path).not.toBe('allowed');
  }
});

function fieldsOf(scene: Scene, intent: string): Readonly<Record<string, string>> {
  const fields = scene.forms[intent] ?? {};
  return intent === '' ? fields : { [scene.intentField]: intent, ...fields };
}
