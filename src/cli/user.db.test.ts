import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from '../../tests/support/run-cli.ts';
import { asOwner, openTestServices } from '../../tests/support/test-site.ts';

const site = openTestServices();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-'));
});
afterAll(() => rm(folder, { recursive: true }));

const run = (...args: readonly string[]) => runCli(site.url, folder, ['user', ...args]);
const MIFI = ['--organisation', 'ministere-immigration'];
const EMAIL = 'aline.roy@exemple.ca';

/** Each command is a process of its own. In milliseconds. */
const SLOW = 240_000;

test(
  'somebody is invited, given a role, ended, and erased from the command line',
  async () => {
    const invited = await run(
      ...['invite', EMAIL, '--name', 'Aline Roy', '--role', 'respondent', ...MIFI],
      ...['--from', '2024-01-01'],
    );
    expect(invited).toMatchObject({ status: 0, err: '' });
    expect(invited.out).toMatch(
      /^Aucun courriel ne part d’ici\. Remettez ce lien à aline\.roy@exemple\.ca, et à personne d’autre :\n {2}http:\/\/localhost:3000\/invitation\/[\w-]{43}\n$/,
    );
    expect(
      await run('grant', EMAIL, '--role', 'direction', '--last-day', '2090-12-31'),
    ).toMatchObject({ status: 0, out: `Le rôle est donné à ${EMAIL}.\n` });
    const listed = await run('list');
    expect(listed.out).toMatch(
      /^Aline Roy <aline\.roy@exemple\.ca> : invited\n {2}direction, du \S+ au 2091-01-01, exclu\n {2}respondent \(ministere-immigration\), depuis le 2024-01-01\n1 personne\.\n$/,
    );
    expect(
      await run('end-role', EMAIL, '--role', 'respondent', ...MIFI, '--on', '2025-01-01'),
    ).toEqual({ status: 0, out: `Le rôle de ${EMAIL} prend fin le 2025-01-01.\n`, err: '' });
    expect(await run('erase', EMAIL)).toMatchObject({
      status: 1,
      err: expect.stringContaining("L'option --yes est obligatoire."),
    });
    expect(await run('erase', EMAIL, '--yes')).toMatchObject({
      status: 1,
      err: 'Cette personne a encore accès. Mettez d’abord fin à son accès, puis effacez son identité.\n',
    });
    expect(await run('end-access', EMAIL, '--on', '2020-01-01')).toMatchObject({
      status: 0,
      out: `L’accès de ${EMAIL} prend fin le 2020-01-01.\n`,
    });
    const kept = await run('retention');
    expect(kept.out).toMatch(
      /^Rien à supprimer\.\nÀ effacer : Aline Roy \(\S+\), sans accès depuis le 2020-01-01\.\n$/,
    );
    expect((await run('erase', EMAIL, '--yes')).out).toMatch(
      /^L’identité est effacée\. Ce qui reste se rapporte à la personne [\da-f-]{36}\.\n$/,
    );
    expect((await run('list', '--state', 'erased')).out).toMatch(/^Personne effacée <efface-/);
    const { rows } = await asOwner(site.url, (owner) =>
      owner.query("select distinct actor from audit_event where subject_kind = 'person'"),
    );
    expect(rows).toEqual([{ actor: 'operator' }]);
  },
  SLOW,
);

test.each([
  [['grant', 'x@exemple.ca', '--role', 'direction'], 'Personne n’a l’adresse « x@exemple.ca ».'],
  [
    ['invite', 'x@exemple.ca', '--name', 'X', '--role', 'respondent'],
    'Ce rôle est celui d’une organisation : choisissez-la.',
  ],
  [['end-access', 'x@exemple.ca', '--on', 'demain'], 'demain'],
])(
  '%j is refused in words',
  async (args, message) => {
    const { status, err } = await run(...args);
    expect(status).toBe(1);
    expect(err).toContain(message);
  },
  SLOW,
);
