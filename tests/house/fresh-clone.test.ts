import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { projectDir } from '#platform/config/config.ts';
import { postmasterState } from '#platform/database/embedded/postmaster-pid.ts';

/** A clone as anyone would make one, nothing installed, in a folder with a space and an accent. */
let clone: string;
const running = new Set<ChildProcess>();

beforeAll(async () => {
  const parent = await mkdtemp(join(await realpath(tmpdir()), 'ma copie '));
  clone = join(parent, 'passerelle été');
  const files = execFileSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'],
    { cwd: projectDir, encoding: 'utf8' },
  );
  const present = (file: string) => file !== '' && existsSync(join(projectDir, file));
  for (const file of files.split('\0').filter(present)) {
    await cp(join(projectDir, file), join(clone, file));
  }
});
afterEach(async () => {
  for (const child of running) await end(child, 'SIGKILL');
  await killDatabase();
});
afterAll(() => rm(dirname(clone), { recursive: true, force: true }));

/** The environment of a person at a terminal: none of this run's own tools or settings. */
function bareEnvironment(): NodeJS.ProcessEnv {
  const path = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'));
  const kept = ['HOME', 'USER', 'LANG', 'TMPDIR', 'SSL_CERT_FILE', 'NODE_EXTRA_CA_CERTS'];
  const environment = Object.fromEntries(kept.map((name) => [name, process.env[name]]));
  return {
    ...environment,
    PATH: path.join(delimiter),
    PORT: '0',
    npm_config_strict_allow_scripts: 'true',
    npm_config_prefer_offline: 'true',
  };
}

/** `npm start`, and the address it prints. */
async function npmStart(): Promise<{ child: ChildProcess; address: string }> {
  const child = spawn('npm', ['start'], {
    cwd: clone,
    env: bareEnvironment(),
    // A group of its own, so that all of it can be killed at once.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let told = '';
  child.stderr?.on('data', (text) => {
    told += text;
  });
  if (!child.stdout) throw new Error('npm has no standard output');
  for await (const line of createInterface({ input: child.stdout })) {
    told += `${line}\n`;
    const [address] = /http:\/\/\S+/.exec(line) ?? [];
    if (address) {
      child.stdout.resume();
      return { child, address };
    }
  }
  throw new Error(`npm start ended before it was ready:\n${told}`);
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  running.delete(child);
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = once(child, 'exit');
  process.kill(signal === 'SIGKILL' ? -child.pid : child.pid, signal);
  await ended;
}

const databaseState = () => postmasterState(join(clone, 'var', 'postgres', 'data'));

async function killDatabase(): Promise<void> {
  const state = await databaseState();
  if (state.kind === 'live') process.kill(state.pid, 'SIGKILL');
}

async function measureNumbers(address: string): Promise<string[]> {
  const response = await fetch(`${address}/api/v1/plans/pole-2019-2024/measures`);
  const { measures } = (await response.json()) as { measures: { number: string }[] };
  return measures.map((measure) => measure.number);
}

const SIXTEEN = Array.from({ length: 16 }, (_, index) => String(index + 1));

function passerelle(...args: string[]): string {
  return execFileSync('npx', ['passerelle', ...args], {
    cwd: clone,
    env: bareEnvironment(),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

describe('a fresh clone', () => {
  test('installs, serves the built-in plan, and stops cleanly', async () => {
    const { child, address } = await npmStart();
    const page = await fetch(address);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('2019-2024');
    expect(await measureNumbers(address)).toEqual(SIXTEEN);
    await end(child, 'SIGTERM');
    await expect(fetch(address)).rejects.toThrow();
    expect((await databaseState()).kind).not.toBe('live');
  });

  test('keeps what was acknowledged when everything is killed', async () => {
    const { child, address } = await npmStart();
    passerelle('export', '--plan', 'pole-2019-2024', '--out', 'suivi.xlsx');
    const done = JSON.parse(passerelle('import', 'suivi.xlsx', '--plan', 'copie', '--json'));
    expect(done).toMatchObject({ added: 26, imported: true });
    await end(child, 'SIGKILL');
    await killDatabase();
    await expect(fetch(address)).rejects.toThrow();

    const again = await npmStart();
    const plans = await (await fetch(`${again.address}/api/v1/plans`)).json();
    expect(plans.plans.map((plan: { key: string }) => plan.key).sort()).toEqual([
      'copie',
      'pole-2019-2024',
    ]);
    await end(again.child, 'SIGTERM');
  });
});
