import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadConfig } from './config.ts';
import { siteSecret } from './site-secret.ts';

const GIVEN = '0123456789abcdef0123456789abcdef';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'données é '));
});
afterEach(() => rm(folder, { recursive: true }));

const secretWith = (env: Record<string, string> = {}) =>
  siteSecret(loadConfig({ PASSERELLE_DATA_DIR: join(folder, 'var'), ...env }));
const file = () => join(folder, 'var', 'secret');

describe('the secret of a site', () => {
  test('is the operator’s, and then no other is drawn', async () => {
    expect(secretWith({ PASSERELLE_SECRET: GIVEN })).toBe(GIVEN);
    expect(await readdir(folder)).toEqual([]);
  });

  test('is drawn once on one’s own machine, for this account only', async () => {
    const drawn = secretWith();
    expect(drawn).toMatch(/^[\w-]{43}$/);
    expect(secretWith()).toBe(drawn);
    expect(await readFile(file(), 'utf8')).toBe(`${drawn}\n`);
    expect(await readdir(join(folder, 'var'))).toEqual(['secret']);
    expect((await stat(file())).mode & 0o777).toBe(0o600);
  });

  test.each<[string, Record<string, string>]>([
    ['its database is the operator’s', { DATABASE_URL: 'postgres://localhost/x' }],
    ['its address is public', { PASSERELLE_BASE_URL: 'https://passerelle.exemple.ca' }],
  ])('must be given where %s', async (_name, env) => {
    expect(() => secretWith(env)).toThrow(/^PASSERELLE_SECRET manque : .*PASSERELLE_SECRET_FILE/);
    expect(await readdir(folder)).toEqual([]);
  });

  test('is not replaced in silence when its file is damaged', async () => {
    secretWith();
    await writeFile(file(), 'abc');
    expect(() => secretWith()).toThrow('est abîmé : effacez ce fichier');
  });
});
