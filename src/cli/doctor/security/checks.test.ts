import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadConfig } from '#platform/config/config.ts';
import { siteSecret } from '#platform/config/site-secret.ts';
import { noteBackup, readLastBackup } from '#platform/database/backup/last-backup.ts';
import type { SecurityFacts } from '#platform/database/inspect-security.ts';
import { asText } from '../check.ts';
import { checkBackup } from './backup-check.ts';
import { judgeCookies } from './cookies-check.ts';
import { judgeSecurity } from './database-checks.ts';
import { judgeHeaders } from './headers-check.ts';
import { judgeProxies } from './proxy-check.ts';
import { checkSecrets } from './secret-check.ts';
import { judgeEncryption } from './site-checks.ts';

const SECRET = '0123456789abcdef0123456789abcdef';
const OWN = { DATABASE_URL: 'postgresql://passerelle@db/passerelle' };

describe('encryption', () => {
  test.each<[string, Record<string, string>, string, string]>([
    ['this machine only', {}, '', 'ok'],
    ['elsewhere in the clear', { PASSERELLE_BASE_URL: 'http://plan.exemple.ca' }, '', 'error'],
    [
      'encrypted, and browsers know',
      { PASSERELLE_BASE_URL: 'https://plan.exemple.ca' },
      'max-age=63072000; includeSubDomains',
      'ok',
    ],
    [
      'encrypted, for a day',
      { PASSERELLE_BASE_URL: 'https://plan.exemple.ca' },
      'max-age=86400',
      'warning',
    ],
    [
      'encrypted, and browsers do not know',
      { PASSERELLE_BASE_URL: 'https://plan.exemple.ca' },
      '',
      'warning',
    ],
  ])('%s', (_name, env, hsts, level) => {
    const headers = new Headers(hsts === '' ? {} : { 'strict-transport-security': hsts });
    expect(judgeEncryption(loadConfig(env), headers).level).toBe(level);
  });
});

describe('headers', () => {
  const POLICY =
    "default-src 'none'; script-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
  const judge = (policy: string, others: Record<string, string> = {}) =>
    judgeHeaders([
      new Headers({
        'content-security-policy': policy,
        'x-content-type-options': 'nosniff',
        ...others,
      }),
    ]);

  test('those of the site are fine, with a script that has a nonce too', () => {
    expect(judge(POLICY).level).toBe('ok');
    expect(judge(POLICY.replace("script-src 'none'", "script-src 'nonce-YWJj+/='")).level).toBe(
      'ok',
    );
  });

  test.each([
    ['no policy', '', 'laisse passer des scripts'],
    [
      'scripts in the page',
      POLICY.replace("script-src 'none'", "script-src 'unsafe-inline'"),
      'laisse passer des scripts',
    ],
    [
      'scripts of another',
      POLICY.replace("script-src 'none'", "script-src 'nonce-YWJj' https://cdn.example"),
      'laisse passer des scripts',
    ],
    ['frames', POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'"), 'mise en cadre'],
    ['any form', POLICY.replace("form-action 'self'; ", ''), 'les formulaires'],
  ])('%s is an error', (_name, policy, said) => {
    expect(judge(policy)).toMatchObject({ level: 'error', message: expect.stringContaining(said) });
  });

  test('a type that may be guessed is an error, a version that is told a warning', () => {
    expect(judge(POLICY, { 'x-content-type-options': '' }).level).toBe('error');
    expect(judge(POLICY, { server: 'nginx/1.24.0' })).toMatchObject({
      level: 'warning',
      remedy: expect.stringContaining('server_tokens'),
    });
    expect(judge(POLICY, { server: 'nginx' }).level).toBe('ok');
  });
});

describe('cookies', () => {
  const GOOD = '__Host-a=1; Path=/; HttpOnly; Secure; SameSite=Lax';

  test('for the server of this site only are fine, as is none', () => {
    expect(judgeCookies([GOOD], true).level).toBe('ok');
    expect(judgeCookies(['a=1; Path=/; HttpOnly; SameSite=Strict'], false).level).toBe('ok');
    expect(judgeCookies([], true).level).toBe('ok');
  });

  test.each([
    [GOOD.replace('HttpOnly; ', ''), '__Host-a (HttpOnly)'],
    [GOOD.replace('SameSite=Lax', 'SameSite=None'), '__Host-a (SameSite)'],
    [GOOD.replace('Path=/', 'Path=/espace'), '__Host-a (Path=/)'],
    [GOOD.replace('Secure; ', ''), '__Host-a (Secure)'],
    [GOOD.replace('__Host-', ''), 'a (__Host-)'],
    [`${GOOD}; Domain=exemple.ca`, '__Host-a (sans Domain)'],
  ])('%s is not', (cookie, said) => {
    expect(judgeCookies([GOOD, cookie], true)).toMatchObject({
      level: 'error',
      message: expect.stringContaining(said),
    });
  });
});

describe('proxies', () => {
  test.each([
    ['none, none trusted', 0, 0, '127.0.0.1', 'ok'],
    ['one, trusted', 1, 1, '203.0.113.7', 'ok'],
    ['none, one trusted: a visitor says where they are', 1, 0, '192.0.2.1', 'error'],
    ['one, none trusted: everybody is at one address', 0, 1, '10.0.0.1', 'warning'],
    ['one, two trusted', 2, 1, '192.0.2.1', 'error'],
    ['one that hides what is behind, two trusted', 2, 1, '10.0.0.1', 'warning'],
  ])('%s', (_name, hops, forwarded, believed, level) => {
    expect(judgeProxies(hops, { forwarded, believed }).level).toBe(level);
  });
});

describe('the database', () => {
  const FACTS: SecurityFacts = {
    superuser: false,
    protectedConnection: true,
    unguardedTables: [],
    people: {
      administrators: 2,
      withoutSecondFactor: 0,
      dormant: 0,
      staleInvitations: 0,
      madeUp: 0,
    },
    audit: { events: 12, unlinked: 0, oldestUnlinked: 0 },
  };
  const people = (some: Partial<SecurityFacts['people']>) => ({
    people: { ...FACTS.people, ...some },
  });
  const weak = (facts: Partial<SecurityFacts>, env: Record<string, string> = OWN) =>
    judgeSecurity({ ...FACTS, ...facts }, loadConfig(env))
      .filter(({ level }) => level !== 'ok')
      .map(({ name, level }) => `${name} ${level}`);

  test('well kept has nothing to say', () => {
    expect(weak({})).toEqual([]);
  });

  test.each<[string, Partial<SecurityFacts>, string]>([
    ['whose role may do anything', { superuser: true }, 'database-role error'],
    ['asked in the clear', { protectedConnection: false }, 'database-connection warning'],
    ['with an open table', { unguardedTables: ['note'] }, 'row-security error'],
    ['nobody administers', people({ administrators: 0 }), 'administration warning'],
    ['one person administers', people({ administrators: 1 }), 'administration warning'],
    ['with one factor only', people({ withoutSecondFactor: 1 }), 'second-factor warning'],
    ['with forgotten people', people({ dormant: 3 }), 'dormant warning'],
    ['with forgotten invitations', people({ staleInvitations: 1 }), 'invitations warning'],
    ['with people of a demonstration', people({ madeUp: 7 }), 'demonstration error'],
    ['without a chain', { audit: null }, 'audit warning'],
    [
      'whose chain is cut',
      { audit: { events: 9, unlinked: 4, oldestUnlinked: 11 } },
      'audit error',
    ],
  ])('%s', (_name, facts, said) => {
    expect(weak(facts)).toEqual([said]);
  });

  test('an event of this minute may wait for its link', () => {
    expect(weak({ audit: { events: 9, unlinked: 1, oldestUnlinked: 1 } })).toEqual([]);
  });

  test('the embedded one has a role of its own for everything', () => {
    expect(weak({ superuser: true }, {})).toEqual([]);
  });

  test('a second factor that the administration is not asked for is an error', () => {
    const env = { ...OWN, PASSERELLE_SECOND_FACTOR: 'coordination' };
    expect(weak({}, env)).toEqual(['second-factor error']);
  });
});

describe('what is in files', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sécurité é '));
  });
  afterEach(() => rm(folder, { recursive: true }));
  const here = () => ({ PASSERELLE_DATA_DIR: folder });

  test('a secret must be given where others depend on the site', async () => {
    expect(await checkSecrets(loadConfig({ ...here(), ...OWN }))).toMatchObject({
      level: 'error',
      message: expect.stringMatching(/^PASSERELLE_SECRET manque/),
    });
    const given = { ...here(), ...OWN, PASSERELLE_SECRET: SECRET };
    expect((await checkSecrets(loadConfig(given))).level).toBe('ok');
  });

  test('a secret that others may read is told, with what to do', async () => {
    const config = loadConfig(here());
    siteSecret(config);
    expect((await checkSecrets(config)).level).toBe('ok');
    await chmod(join(folder, 'secret'), 0o644);
    expect(await checkSecrets(config)).toMatchObject({
      level: 'warning',
      remedy: expect.stringContaining('chmod 600'),
    });
  });

  test('so is a file that holds a password', async () => {
    const path = join(folder, 'base');
    await writeFile(path, OWN.DATABASE_URL, { mode: 0o640 });
    const env = { ...here(), PASSERELLE_SECRET: SECRET, DATABASE_URL_FILE: path };
    const finding = await checkSecrets(loadConfig(env));
    expect(finding).toMatchObject({ level: 'warning', message: expect.stringContaining(path) });
  });

  test('a backup is known when it was made, and grows old', async () => {
    const now = new Date('2026-12-20T12:00:00Z');
    const check = async () => checkBackup(await readLastBackup(folder), now);
    expect((await check()).level).toBe('warning');
    const file = join(folder, 'ailleurs.passerelle');
    await noteBackup(folder, { at: new Date('2026-12-20T03:00:00Z'), file });
    expect(await check()).toMatchObject({
      level: 'ok',
      message: 'la dernière connue a moins d’un jour.',
    });
    await writeFile(file, '');
    expect((await check()).message).toContain('est encore sur cette machine');
    await noteBackup(folder, { at: new Date('2026-12-01T03:00:00Z'), file });
    expect(await check()).toMatchObject({
      level: 'warning',
      message: 'la dernière connue a 19 jours.',
    });
    await writeFile(join(folder, 'last-backup.json'), '{');
    expect((await check()).level).toBe('warning');
  });
});

test('a finding is said with its name and its remedy', () => {
  const text = asText([{ name: 'proxy', ...judgeProxies(0, { forwarded: 1, believed: null }) }]);
  expect(text).toMatch(
    /^attention {2}Mandataires : .*\n {11}→ Donnez PASSERELLE_TRUSTED_PROXIES=1/,
  );
});
