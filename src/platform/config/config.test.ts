import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadConfig } from './config.ts';
import { isLoopback } from './loopback.ts';

const SECRET = '0123456789abcdef0123456789abcdef';
const OIDC = {
  OIDC_ISSUER: 'https://connexion.exemple.ca',
  OIDC_CLIENT_ID: 'passerelle',
  OIDC_CLIENT_SECRET: 'chut',
};

describe('the configuration', () => {
  test('has a default for everything', () => {
    const { dataDir, ...rest } = loadConfig({});
    expect(dataDir).toMatch(/[/\\]var$/);
    expect(rest).toEqual({
      port: 3000,
      host: 'localhost',
      databaseUrl: null,
      english: true,
      demo: false,
      smtpUrl: null,
      mailFrom: { name: 'Passerelle', address: 'ne-pas-repondre@localhost' },
      baseUrl: 'http://localhost:3000',
      secure: false,
      insecure: false,
      secret: null,
      secretFiles: [],
      trustedHops: 0,
      secondFactorRoles: new Set(['coordination', 'administration']),
      session: { idleMinutes: 60, absoluteHours: 12 },
      oidc: null,
    });
  });

  test('reads every variable, spaces and empty values aside', () => {
    const read = loadConfig(
      {
        PORT: ' 8080 ',
        HOST: '127.0.0.1',
        DATABASE_URL: 'postgres://u:p@db:5432/passerelle',
        PASSERELLE_DATA_DIR: 'données à moi',
        PASSERELLE_ENGLISH: 'non',
        SMTP_URL: '',
        MAIL_FROM: 'Office des professions <plan@exemple.ca>',
        PASSERELLE_BASE_URL: 'https://passerelle.exemple.ca/',
        PASSERELLE_SECRET: SECRET,
        PASSERELLE_TRUSTED_PROXIES: '2',
        PASSERELLE_INSECURE: 'non',
        PASSERELLE_SECOND_FACTOR: 'Répondant, administration , validator',
        PASSERELLE_SESSION_IDLE: '30',
        PASSERELLE_SESSION_ABSOLUTE: '8',
        ...OIDC,
        OIDC_NAME: 'le compte du Ministère',
        OIDC_CLAIM_EMAIL: 'upn',
        OIDC_CLAIM_NAME: 'https://exemple.ca/nom',
        OIDC_TRUST_SECOND_FACTOR: '1',
      },
      '/srv',
    );
    expect(read).toEqual({
      port: 8080,
      host: '127.0.0.1',
      databaseUrl: 'postgres://u:p@db:5432/passerelle',
      dataDir: '/srv/données à moi',
      english: false,
      demo: false,
      smtpUrl: null,
      mailFrom: { name: 'Office des professions', address: 'plan@exemple.ca' },
      baseUrl: 'https://passerelle.exemple.ca',
      secure: true,
      insecure: false,
      secret: SECRET,
      secretFiles: [],
      trustedHops: 2,
      secondFactorRoles: new Set(['respondent', 'administration', 'validator']),
      session: { idleMinutes: 30, absoluteHours: 8 },
      oidc: {
        issuer: 'https://connexion.exemple.ca',
        clientId: 'passerelle',
        clientSecret: 'chut',
        name: 'le compte du Ministère',
        claims: { email: 'upn', name: 'https://exemple.ca/nom' },
        trustSecondFactor: true,
      },
    });
  });

  test.each([
    ['PORT', '65536'],
    ['PORT', '80 80'],
    ['PORT', '-1'],
    ['HOST', 'http://localhost'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['DATABASE_URL', 'localhost'],
    ['PASSERELLE_ENGLISH', '2'],
    ['SMTP_URL', 'mailto:a@b.ca'],
    ['MAIL_FROM', 'Passerelle'],
    ['MAIL_FROM', 'Passerelle\r\nBcc: a@b.ca <plan@exemple.ca>'],
    ['MAIL_FROM', 'Passerelle <plan@exemple.ca>, a@b.ca'],
    ['PASSERELLE_BASE_URL', 'passerelle.exemple.ca'],
    ['PASSERELLE_SECRET', 'trop court'],
    ['PASSERELLE_SECRET', 'a'.repeat(40)],
    ['PASSERELLE_SECRET_FILE', '/nulle/part'],
    ['PASSERELLE_TRUSTED_PROXIES', 'oui'],
    ['PASSERELLE_TRUSTED_PROXIES', '11'],
    ['PASSERELLE_INSECURE', 'jamais'],
    ['PASSERELLE_SECOND_FACTOR', 'coordination, ministre'],
    ['PASSERELLE_SECOND_FACTOR', 'aucun, coordination'],
    ['PASSERELLE_SECOND_FACTOR', 'constructor'],
    ['PASSERELLE_SESSION_IDLE', '0'],
    ['PASSERELLE_SESSION_ABSOLUTE', '9999'],
    ['OIDC_ISSUER', 'connexion.exemple.ca'],
    ['OIDC_CLAIM_EMAIL', 'deux mots'],
    ['OIDC_NAME', 'x'.repeat(61)],
    ['OIDC_TRUST_SECOND_FACTOR', 'parfois'],
  ])('refuses %s=%s, naming it and what it accepts', (name, value) => {
    expect(() => loadConfig({ [name]: value })).toThrow(
      new RegExp(`^${name} n'est pas valable ; acceptée?s? : `),
    );
  });

  test('names every variable that is wrong, one a line', () => {
    expect(() => loadConfig({ PORT: 'x', SMTP_URL: 'y' })).toThrow(/^PORT .*\nSMTP_URL .*$/);
  });

  test('asks nobody for a second factor only where it is said in so many words', () => {
    expect(loadConfig({ PASSERELLE_SECOND_FACTOR: 'Aucun' }).secondFactorRoles.size).toBe(0);
    expect(loadConfig({ PASSERELLE_SECOND_FACTOR: '' }).secondFactorRoles.size).toBe(2);
  });

  test('refuses a session that may sleep longer than it lives', () => {
    expect(() =>
      loadConfig({ PASSERELLE_SESSION_IDLE: '61', PASSERELLE_SESSION_ABSOLUTE: '1' }),
    ).toThrow(
      'PASSERELLE_SESSION_IDLE (61 minutes) dépasse PASSERELLE_SESSION_ABSOLUTE (1 heures).',
    );
  });

  test.each([
    ['0.0.0.0', 'http://localhost:3000'],
    ['::', 'http://localhost:3000'],
    ['::1', 'http://[::1]:3000'],
    ['plan.local', 'http://plan.local:3000'],
  ])('listening on %s, is reached at %s', (host, address) => {
    expect(loadConfig({ HOST: host }).baseUrl).toBe(address);
  });

  test('knows what only this machine can reach', () => {
    expect(['localhost', '127.0.0.1', '127.1.2.3', '::1'].filter(isLoopback)).toHaveLength(4);
    expect(['0.0.0.0', '::', '10.0.0.1', '127.exemple.ca'].some(isLoopback)).toBe(false);
  });
});

describe('an OpenID provider', () => {
  test('is told whole, or not at all', () => {
    expect(loadConfig(OIDC).oidc).toMatchObject({
      name: 'connexion.exemple.ca',
      claims: { email: 'email', name: 'name' },
      trustSecondFactor: false,
    });
    expect(() => loadConfig({ OIDC_ISSUER: OIDC.OIDC_ISSUER })).toThrow(
      /^OIDC_CLIENT_ID et OIDC_CLIENT_SECRET manquent : /,
    );
    expect(() => loadConfig({ ...OIDC, OIDC_CLIENT_SECRET: '' })).toThrow(
      /^OIDC_CLIENT_SECRET manque : /,
    );
  });

  test('is asked in the clear on this machine only', () => {
    const at = (OIDC_ISSUER: string) => loadConfig({ ...OIDC, OIDC_ISSUER }).oidc?.issuer;
    expect(at('http://[::1]:9000')).toBe('http://[::1]:9000');
    expect(() => at('http://connexion.exemple.ca')).toThrow(/^OIDC_ISSUER n'est pas valable ; /);
  });
});

describe('a secret in a file', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'secrets é '));
  });
  afterAll(() => rm(folder, { recursive: true }));
  const keep = async (text: string) => {
    const path = join(folder, randomUUID());
    await writeFile(path, text);
    return path;
  };

  test('is read without the end of its line', async () => {
    const secretFile = await keep(`${SECRET}\r\n`);
    const read = loadConfig({
      ...OIDC,
      OIDC_CLIENT_SECRET: undefined,
      OIDC_CLIENT_SECRET_FILE: await keep('chut\n'),
      PASSERELLE_SECRET_FILE: secretFile,
      DATABASE_URL_FILE: await keep('postgres://u:p@db/passerelle'),
      SMTP_URL_FILE: await keep('smtps://u:p@courriel'),
    });
    expect(read).toMatchObject({
      secret: SECRET,
      databaseUrl: 'postgres://u:p@db/passerelle',
      smtpUrl: 'smtps://u:p@courriel',
      oidc: { clientSecret: 'chut' },
    });
    expect(read.secretFiles).toContain(secretFile);
  });

  test('is checked like any other, and never shown', async () => {
    const path = await keep('mysql://u:motdepasse@db/passerelle');
    expect(() => loadConfig({ DATABASE_URL_FILE: path })).toThrow(
      /^DATABASE_URL n'est pas valable ; accepté : une adresse comme \S+$/,
    );
  });

  test('is refused when the file is empty, or when the variable is there as well', async () => {
    const empty = await keep(' \n');
    expect(() => loadConfig({ SMTP_URL_FILE: empty })).toThrow(
      `SMTP_URL_FILE n'est pas valable ; accepté : un fichier que ce compte peut lire, et qui n’est pas vide (${empty}).`,
    );
    expect(() => loadConfig({ PASSERELLE_SECRET: SECRET, PASSERELLE_SECRET_FILE: empty })).toThrow(
      'PASSERELLE_SECRET et PASSERELLE_SECRET_FILE sont donnés tous les deux : n’en gardez qu’un.',
    );
  });
});
