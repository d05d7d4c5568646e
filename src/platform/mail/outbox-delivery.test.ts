import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FROM } from '../../../tests/support/test-mail.ts';
import { openOutboxDelivery } from './outbox-delivery.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'boîte d’envoi '));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const deliver = (folder: string, to: string) =>
  openOutboxDelivery(folder, FROM).deliver(
    {
      id: '1b4e28ba-2fa1-41d2-883f-0016d3cca427',
      kind: 'invitation',
      to,
      subject: 'Invitation à Passerelle',
      text: 'Bonjour Marie,\n',
      html: '<p>Bonjour Marie,</p>',
      attempts: 1,
      worker: '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d',
    },
    new Date('2026-01-15T17:00:00Z'),
    new AbortController().signal,
  );

test('each message is a file that only this account reads, named by its time', async () => {
  const folder = join(dir, 'outbox');
  expect(await deliver(folder, 'marie@exemple.example')).toEqual({
    kind: 'sent',
    messageId: '<1b4e28ba-2fa1-41d2-883f-0016d3cca427@passerelle.example>',
  });
  const name = '2026-01-15T17-00-00Z-invitation-marie@exemple.example-1b4e28ba.eml';
  expect(await readdir(folder)).toEqual([name]);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
  const content = await readFile(join(folder, name));
  expect(await simpleParser(content)).toMatchObject({
    subject: 'Invitation à Passerelle',
    to: { text: 'marie@exemple.example' },
    text: 'Bonjour Marie,\n',
    html: '<p>Bonjour Marie,</p>',
    date: new Date('2026-01-15T17:00:00Z'),
  });
  expect(content.toString().split('\r\n').length).toBe(content.toString().split('\n').length);
});

test('an address cannot lead out of the folder', async () => {
  await deliver(dir, '../../marie/é@exemple.example');
  expect(await readdir(dir)).toEqual([
    '2026-01-15T17-00-00Z-invitation-.._.._marie__@exemple.example-1b4e28ba.eml',
  ]);
});

test('a folder that cannot be written to makes messages wait', async () => {
  const file = join(dir, 'fichier');
  await writeFile(file, '');
  expect(await deliver(join(file, 'outbox'), 'marie@exemple.example')).toMatchObject({
    kind: 'deferred',
    failure: expect.stringContaining('ENOTDIR'),
  });
});
