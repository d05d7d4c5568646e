import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { OPERATOR } from '#platform/actor/actor.ts';
import { writeDigest } from '#platform/audit/digest-file.ts';
import { readHead } from '#platform/audit/digests.ts';
import { linkEvents } from '#platform/audit/link-events.ts';
import { recordEvent } from '#platform/audit/record-event.ts';
import { transact } from '#platform/database/database.ts';
import { emptyRecord, forge } from '../../tests/support/forge-record.ts';
import { runCli } from '../../tests/support/run-cli.ts';
import { openTestServices } from '../../tests/support/test-site.ts';

const site = openTestServices();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'audit-cli-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (...args: string[]) => runCli(site.url, folder, ['audit', ...args]);
const record = (reason: string | null) =>
  transact(site.services.db, OPERATOR, (tx) =>
    recordEvent(tx, { action: 'edit-texts', subject: { kind: 'plan', key: 'estuaire' }, reason }),
  );

/** Four events, all linked. */
beforeEach(async () => {
  await emptyRecord(site.url);
  for (const reason of ['un', null, '=1+1', 'quatre']) await record(reason);
  await linkEvents(site.services.db, true);
});

describe('passerelle audit verify', () => {
  test('says that the record holds, and what is not linked yet', async () => {
    await record('cinq');
    expect(await run('verify')).toEqual({
      status: 0,
      out:
        'Le registre est intact : 4 maillons tiennent.\n' +
        '1 événement attend son maillon : le site les enchaîne quand il tourne.\n',
      err: '',
    });
  });

  test('fails on a forged row, and names it', async () => {
    await forge(site.url, `update audit_event set reason = 'forgé' where id = 3`);
    expect(await run('verify')).toEqual({
      status: 1,
      out:
        'Maillon 3, événement 3 : l’événement n’est plus ce qu’il était (altéré).\n' +
        'Avant lui, 2 maillons tiennent.\n',
      err: '',
    });
  });

  test('finds the end of the record cut off, against digests kept elsewhere', async () => {
    const head = await transact(site.services.db, OPERATOR, (tx) => readHead(tx, '2026-01-15'));
    await writeFile(join(folder, 'garde.txt'), `# copie\n${head && writeDigest(head)}`);
    await forge(
      site.url,
      'delete from audit_link where position > 2',
      'delete from audit_event where id > 2',
    );
    const { status, out } = await run('verify', '--against', 'garde.txt', '--json');
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      sound: false,
      links: 2,
      pending: 0,
      digests: 1,
      broken: {
        kind: 'tail-cut',
        position: 3,
        eventId: null,
        digest: { position: 4 },
        message: expect.stringMatching(/^Maillon 3 : la fin du registre a été coupée; /),
      },
    });
  });

  test('refuses in one line a file that holds no digests', async () => {
    await writeFile(join(folder, 'faux.txt'), 'n’importe quoi\n');
    expect(await run('verify', '--against', 'faux.txt')).toEqual({
      status: 1,
      out: '',
      err: '« faux.txt » : Ligne 1 : un condensé est attendu (date, maillon, empreinte, nombre d’événements).\n',
    });
  });
});

test('passerelle audit digest writes where the chain is now, to be kept elsewhere', async () => {
  const { status, out } = await run('digest', '--now');
  expect(status).toBe(0);
  expect(out).toMatch(/^\d{4}-\d\d-\d\d 4 [0-9a-f]{64} 4\n$/);
});

describe('passerelle audit export', () => {
  test('writes the record to the standard output, or a period of it', async () => {
    const { status, out } = await run('export', '--format', 'json', '--from', '2020-01-01');
    expect(status).toBe(0);
    expect(JSON.parse(out).map(({ id }: { id: number }) => id)).toEqual([1, 2, 3, 4]);
  });

  test('writes it to a file, which a spreadsheet opens without running anything', async () => {
    expect(await run('export', '--format', 'csv', '--out', 'registre.csv')).toEqual({
      status: 0,
      out: '',
      err: '',
    });
    const csv = await readFile(join(folder, 'registre.csv'), 'utf8');
    expect(csv.trimEnd().split('\r\n')).toHaveLength(5);
    expect(csv).toContain(";'=1+1;");
  });

  test.each([
    [
      ['--format', 'xml'],
      "« xml » n'est pas accepté par --format <format>. csv ou json est attendu. Aide : passerelle --help\n",
    ],
    [
      ['--format', 'csv', '--out', 'absent/registre.csv'],
      '« absent/registre.csv » ne peut être écrit : vérifiez le dossier et ses droits.\n',
    ],
  ])('%j is refused in one line', async (options, err) => {
    expect(await run('export', ...options)).toEqual({ status: 1, out: '', err });
  });
});

test('the help is in French', async () => {
  const { out } = await run('--help');
  expect(out).toContain('Emploi : passerelle audit <commande> [options]');
  expect(out).toContain('Commandes :');
});
