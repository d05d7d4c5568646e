import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { projectDir } from '#platform/config/config.ts';
import { makeDataDir, query, removeDataDir, serverOf, startHolder } from './support.ts';

const CLI = join(projectDir, 'src', 'cli.ts');

let dataDir: string;
let environment: Record<string, string>;
beforeEach(async () => {
  dataDir = await makeDataDir();
  environment = { PATH: '/usr/bin:/bin', PASSERELLE_DATA_DIR: dataDir, PORT: '0' };
});
afterEach(async () => {
  expect(await serverOf(dataDir), 'a server was left running').toBeNull();
  await removeDataDir(dataDir);
});

interface Answer {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

function run(...args: readonly string[]): Promise<Answer> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [CLI, ...args],
      { env: environment, cwd: dirname(dataDir) },
      (_error, out, err) => resolve({ status: child.exitCode, out, err }),
    );
  });
}

describe('alone', () => {
  test('a command starts the database and stops it', async () => {
    const { status, out } = await run('doctor', '--json');
    expect(status).toBe(0);
    const { healthy, checks } = JSON.parse(out);
    expect(healthy).toBe(true);
    expect(checks.map((check: { name: string }) => check.name)).toEqual([
      'versions',
      'disk',
      'database',
      'clock',
      'mail',
      'port',
    ]);
  });

  test('what is backed up is restored elsewhere', async () => {
    await run('migrate');
    const saved = await run('backup', '--json');
    const { file } = JSON.parse(saved.out);
    expect(dirname(file)).toBe(dirname(dataDir));
    environment['PASSERELLE_DATA_DIR'] = join(dirname(dataDir), 'ailleurs');
    const restored = await run('restore', file, '--json');
    expect(restored).toMatchObject({ status: 0, err: '' });
    expect(JSON.parse(restored.out).tables).toBeGreaterThan(10);
  });
});

test('beside a running server, a command uses its database and leaves it running', async () => {
  const holder = await startHolder(dataDir);
  const server = await serverOf(dataDir);
  expect(await run('migrate')).toMatchObject({ status: 0 });
  expect(await query(holder.database.url, 'select * from plan')).toEqual([]);
  expect(await run('backup', 'copie.passerelle')).toMatchObject({ status: 0 });
  expect((await stat(join(dirname(dataDir), 'copie.passerelle'))).size).toBeGreaterThan(0);
  expect(await serverOf(dataDir)).toBe(server);
  await holder.release();
});

describe('on an error', () => {
  test.each([
    [['restore', 'absente.passerelle'], /^absente\.passerelle .*n'existe pas\.\n$/],
    [['backup', 'absent/x'], /^La sauvegarde ne peut pas être écrite dans .*\n$/],
    [['backup', '--force'], /^Option inconnue : --force\. .*\n$/],
  ])('%j says what is wrong in one line, and fails', async (args, message) => {
    const { status, out, err } = await run(...args);
    expect(status).toBe(1);
    expect(out).toBe('');
    expect(err).toMatch(message);
  });

  test('doctor says what to do, and fails', async () => {
    environment['SMTP_URL'] = 'smtp://127.0.0.1:1';
    const { status, out } = await run('doctor');
    expect(status).toBe(1);
    expect(out).toMatch(/erreur +Courriel : .*\n +→ Vérifiez SMTP_URL/);
  });
});

test('stopped while it works, a command leaves neither a server nor half a backup', async () => {
  const dir = join(dirname(dataDir), 'sauvegardes');
  await mkdir(dir);
  const holder = await startHolder(dataDir);
  await run('migrate');
  // The backup waits for this table for as long as we hold it.
  const blocker = new pg.Client(holder.database.url);
  await blocker.connect();
  await blocker.query('begin; lock table plan in access exclusive mode');
  const child = spawn(process.execPath, [CLI, 'backup', join(dir, 'x')], { env: environment });
  const ended = once(child, 'exit');
  await expect
    .poll(
      () =>
        query(
          holder.database.url,
          "select from pg_stat_activity where application_name = 'passerelle-backup' and wait_event_type = 'Lock'",
        ),
      { timeout: 20_000 },
    )
    .toHaveLength(1);
  child.kill('SIGTERM');
  expect(await ended).toEqual([null, 'SIGTERM']);
  expect(await readdir(dir)).toEqual([]);
  await blocker.end();
  await holder.release();
});
