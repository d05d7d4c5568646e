import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../../tests/support/run-cli.ts';
import { openTestServices } from '../../tests/support/test-site.ts';

const PLAN = 'pole-2019-2024';

const site = openTestServices();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-'));
});
afterAll(() => rm(folder, { recursive: true }));

const run = (...options: readonly string[]) => runCli(site.url, folder, ['report', ...options]);
const startOf = async (file: string) =>
  (await readFile(join(folder, file))).subarray(0, 15).toString('latin1');

describe('passerelle report', () => {
  test.each([
    ['pdf', '%PDF-'],
    ['docx', 'PK'],
    ['html', '<!doctype html>'],
    ['xlsx', 'PK'],
    ['json', '{'],
  ])('writes the report as %s', async (format, start) => {
    const file = `rapport-${format}`;
    const options = ['--plan', PLAN, '--as-of', '2022-03-31', '--format', format, '--out', file];
    const { status, out, err } = await run(...options);
    expect([status, err]).toEqual([0, '']);
    expect(out).toContain(`${file} : rapport au 2022-03-31`);
    expect((await startOf(file)).toLowerCase()).toMatch(start.toLowerCase());
  });

  test('takes the format from the name, the last date, and says the result as JSON', async () => {
    const { status, out } = await run('--plan', PLAN, '--out', 'r.json', '--lang', 'en', '--json');
    const file = await readFile(join(folder, 'r.json'));
    expect([status, JSON.parse(out)]).toEqual([
      0,
      {
        plan: PLAN,
        asOf: '2022-03-31',
        format: 'json',
        bytes: file.length,
        draft: expect.any(Boolean),
        file: 'r.json',
      },
    ]);
    expect(JSON.parse(file.toString())).toMatchObject({ language: 'en' });
  });

  test.each([
    [['--out', 'refus'], '--out refus : le nom doit finir par un de ces formats'],
    [['--out', 'refus.odt'], '--out refus.odt : le nom doit finir par un de ces formats'],
    [['--out', 'refus.pdf', '--format', 'odt'], '--format odt : un de ces formats est attendu'],
    [['--out', 'refus.pdf', '--lang', 'de'], '--lang de : « fr » ou « en » est attendu.'],
    [['--out', 'refus.pdf', '--as-of', 'demain'], '--as-of'],
    [['--out', 'refus.pdf', '--plan', 'ailleurs'], 'ailleurs'],
    [[], '--out'],
  ])('refuses %j, and writes nothing', async (options, message) => {
    const { status, err } = await run('--plan', PLAN, ...options);
    expect(status).not.toBe(0);
    expect(err).toContain(message);
    expect((await readdir(folder)).filter((name) => name.startsWith('refus'))).toEqual([]);
  });
});
