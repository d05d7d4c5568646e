import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { projectDir } from '#platform/config/config.ts';

/** A project as small as can be: our launcher, nothing to install, and a command that tells. */
let project: string;
/** Where the only npm of the PATH is. */
let tools: string;

const COMMAND = `
  if (process.argv[2] === 'wait') {
    process.on('SIGTERM', () => process.exit(7));
    setInterval(() => undefined, 1000);
  }
  console.log(JSON.stringify({ args: process.argv.slice(2), cwd: process.cwd(), port: process.env.PORT }));
  if (process.argv[2] === 'fail') process.exitCode = 3;`;

beforeEach(async () => {
  const parent = await mkdtemp(join(await realpath(tmpdir()), 'lanceur à part '));
  project = join(parent, 'projet é');
  tools = join(parent, 'outils');
  for (const path of ['bin', 'src/platform/lock']) {
    await cp(join(projectDir, path), join(project, path), { recursive: true });
  }
  const manifest = { name: 'petit', version: '1.0.0', type: 'module' };
  const lock = { ...manifest, lockfileVersion: 3, packages: { '': manifest } };
  await writeFile(join(project, 'package.json'), JSON.stringify(manifest));
  await writeFile(join(project, 'package-lock.json'), JSON.stringify(lock));
  await writeFile(join(project, 'src/cli.ts'), COMMAND);
  await mkdir(tools);
  await npmThat(': > node_modules/.package-lock.json');
});
afterEach(() => rm(dirname(project), { recursive: true, force: true }));

/** Puts a npm in the PATH that notes each call, then does as told. */
async function npmThat(does: string): Promise<void> {
  const script = `#!/bin/sh\necho "$@" >> calls\nmkdir -p node_modules\n${does}\n`;
  await writeFile(join(tools, 'npm'), script);
  await chmod(join(tools, 'npm'), 0o755);
}

const calls = async () =>
  (await readFile(join(project, 'calls'), 'utf8').catch(() => '')).split('\n').filter(Boolean);

function start(args: readonly string[], environment: Record<string, string> = {}) {
  return spawn(process.execPath, [join(project, 'bin', 'passerelle.mjs'), ...args], {
    cwd: tools,
    env: { PATH: `${tools}:/usr/bin:/bin`, ...environment },
  });
}

async function run(args: readonly string[], environment?: Record<string, string>) {
  const child = start(args, environment);
  const [[status], out, err] = await Promise.all([
    once(child, 'exit'),
    text(child.stdout),
    text(child.stderr),
  ]);
  return { status, out, err };
}

/** As on a Node too old to become another program in place. */
const OLD_NODE = { NODE_OPTIONS: '--import=data:text/javascript,delete%20process.execve' };

describe.each([
  ['in place', {}],
  ['through a child', OLD_NODE],
])('handing over %s', (_name, node) => {
  test('passes on arguments, folder, environment and exit status', async () => {
    const { status, out } = await run(['fail', 'à moi', '--json'], { ...node, PORT: '4000' });
    expect(JSON.parse(out)).toEqual({
      args: ['fail', 'à moi', '--json'],
      cwd: tools,
      port: '4000',
    });
    expect(status).toBe(3);
  });

  test('passes on the signal to stop', async () => {
    const child = start(['wait'], node);
    const ended = once(child, 'exit');
    await once(child.stdout, 'data');
    child.kill('SIGTERM');
    expect(await ended).toEqual([7, null]);
  });
});

describe('the set-up', () => {
  test('installs once, with what the tests need, and not again', async () => {
    await run(['a']);
    const { err } = await run(['b']);
    expect(err).toBe('');
    expect(await calls()).toEqual([expect.stringMatching(/^ci --include=dev --include=optional /)]);
  });

  test('installs once for two that start together', async () => {
    const both = await Promise.all([run(['a']), run(['b'])]);
    expect(both.map(({ status }) => status)).toEqual([0, 0]);
    expect(await calls()).toHaveLength(1);
  });

  test('installs again when the lockfile has changed', async () => {
    await run(['a']);
    const packages = { '': {}, 'node_modules/neuf': { version: '1.0.0' } };
    await writeFile(join(project, 'package-lock.json'), JSON.stringify({ packages }));
    await run(['b']);
    expect(await calls()).toHaveLength(2);
  });

  test('leaves an installation made by hand as it is', async () => {
    const packages = { '': {}, 'node_modules/x': { version: '1.0.0', integrity: 'sha512-x' } };
    await mkdir(join(project, 'node_modules'));
    for (const file of ['package-lock.json', 'node_modules/.package-lock.json']) {
      await writeFile(join(project, file), JSON.stringify({ packages }));
    }
    expect(await run(['a'])).toMatchObject({ status: 0, err: '' });
    expect(await calls()).toEqual([]);
  });

  test.each([
    [
      'npm error code ENOTFOUND',
      /^Le registre de npm est injoignable[^\n]*\n[^\n]*cannot be reached/m,
    ],
    [
      'npm error ENOSPC: no space left on device',
      /^Le disque est plein[^\n]*\n[^\n]*disk is full/m,
    ],
    ['npm error code EACCES', /pas le droit d'écrire/],
    ['npm error code EUSAGE', /ne vont pas ensemble/],
    ['npm error code EALLOWSCRIPTS', /script d'installation/],
    ['npm error what nobody foresaw', /a échoué.*what nobody foresaw/s],
  ])('that fails on « %s » says so in French, then in English', async (said, message) => {
    await npmThat(`echo '${said}' >&2; exit 1`);
    const { status, out, err } = await run(['a']);
    expect(status).toBe(1);
    expect(out).toBe('');
    expect(err).toMatch(message);
    expect(err).not.toContain('    at ');
  });

  test('without npm says what to install', async () => {
    await rm(join(tools, 'npm'));
    const { status, err } = await run(['a'], { PATH: tools });
    expect(status).toBe(1);
    expect(err).toContain('npm est introuvable');
  });

  test('that was refused is tried again the next time', async () => {
    await npmThat('exit 1');
    expect((await run(['a'])).status).toBe(1);
    await npmThat(':');
    expect((await run(['a'])).status).toBe(0);
  });
});

describe('serving', () => {
  const builder = 'node_modules/@react-router/dev/dist/cli/index.js';
  const builds = async () =>
    (await readFile(join(project, 'builds'), 'utf8').catch(() => '')).length;
  const buildThat = async (does: string) => {
    await mkdir(dirname(join(project, builder)), { recursive: true });
    await writeFile(join(project, builder), does);
  };
  const GOOD_BUILD = `
    import { appendFileSync, mkdirSync } from 'node:fs';
    mkdirSync('build', { recursive: true });
    appendFileSync('builds', 'x');`;

  test('builds the site once, and again when a source has changed', async () => {
    await buildThat(GOOD_BUILD);
    await Promise.all([run(['serve']), run(['serve'])]);
    const { out, err } = await run(['serve']);
    expect(JSON.parse(out).args).toEqual(['serve']);
    expect(err).toBe('');
    expect(await builds()).toBe(1);
    await writeFile(join(project, 'src', 'nouveau.ts'), 'export {};');
    await run(['serve']);
    expect(await builds()).toBe(2);
  });

  test('does not begin when the site cannot be built, and says why', async () => {
    await buildThat(`console.error('page absente'); process.exit(1);`);
    const { status, out, err } = await run(['serve']);
    expect(status).toBe(1);
    expect(out).toBe('');
    expect(err).toMatch(/n'a pas pu être construit.*page absente/s);
    await buildThat(GOOD_BUILD);
    expect((await run(['serve'])).status).toBe(0);
  });
});
