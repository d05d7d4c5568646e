import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '#platform/database/database.ts';
import { runCli } from '../../tests/support/run-cli.ts';
import { openTestDatabase } from '../../tests/support/test-database.ts';
import { testMail } from '../../tests/support/test-mail.ts';
import { asOwner } from '../../tests/support/test-site.ts';

const { url } = openTestDatabase();
let db: Database;
let folder: string;
beforeAll(async () => {
  db = openDatabase(url, 2);
  folder = await mkdtemp(join(tmpdir(), 'passerelle é '));
});
afterAll(async () => {
  await db.destroy();
  await rm(folder, { recursive: true, force: true });
});

const { queue, states } = testMail(() => ({ url, db }));
const mail = (...args: string[]) => runCli(url, folder, ['mail', ...args]);

// Each command is a process of its own.
test('messages are followed from the command line, and sent by the site alone', {
  timeout: 120_000,
}, async () => {
  expect(await mail('list')).toEqual({ status: 0, err: '', out: 'Aucun courriel.\n' });
  await queue();
  const [message] = await states();
  const id = message?.id ?? '';

  const listed = await mail('list', '--state', 'en-attente');
  expect(listed.out).toContain(`${id}  en-attente`);
  expect(listed.out).toContain('marie@exemple.example  Invitation à Passerelle');
  expect(listed.out).not.toContain('jeton');
  expect((await mail('list', '--state', 'parti')).out).toBe('Aucun courriel.\n');
  expect(await mail('retry', id)).toMatchObject({ status: 0 });
  expect(await states()).toMatchObject([{ state: 'queued', attempts: 0 }]);

  await asOwner(url, (owner) => owner.query('select hold_mail()'));
  expect(await mail('settle', id)).toMatchObject({
    status: 1,
    err: 'Donnez --sent ou --send-again, l’un des deux.\n',
  });
  expect(await mail('retry', id)).toMatchObject({
    status: 1,
    err: 'Ce message est peut-être déjà parti : décidez d’abord s’il faut le renvoyer.\n',
  });
  expect(await mail('settle', id, '--sent')).toMatchObject({
    status: 0,
    out: 'Ce courriel est noté comme parti.\n',
  });
  expect(await states()).toMatchObject([{ state: 'sent', kept: false }]);
  expect(await mail('settle', '7', '--send-again')).toMatchObject({
    status: 1,
    err: 'Aucun message n’a le numéro « 7 ».\n',
  });
});
