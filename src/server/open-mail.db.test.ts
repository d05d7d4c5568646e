import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadConfig } from '#platform/config/config.ts';
import { openDatabase } from '#platform/database/database.ts';
import { openTestDatabase } from '../../tests/support/test-database.ts';
import { serve, testMail } from '../../tests/support/test-mail.ts';
import { openMail } from './open-mail.ts';

const { url } = openTestDatabase();

async function open(env: Readonly<Record<string, string>>) {
  const db = openDatabase(url, 3);
  const mailer = await openMail(url, db, loadConfig(env));
  onTestFinished(async () => {
    await mailer.close();
    await db.destroy();
  });
  return testMail(() => ({ url, db }));
}

test('a site hands its mail over to the server it was given, under the name it was given', async () => {
  const server = await serve();
  const { queue } = await open({
    SMTP_URL: server.url,
    MAIL_FROM: 'Office <plan@exemple.example>',
  });
  await queue();
  await expect.poll(() => server.received).toHaveLength(1);
  expect(server.received[0]?.from?.value).toEqual([
    { name: 'Office', address: 'plan@exemple.example' },
  ]);
});

test('without one, it keeps it as files of its data folder', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'données '));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  const { queue } = await open({ PASSERELLE_DATA_DIR: dataDir });
  await queue();
  const files = () => readdir(join(dataDir, 'outbox')).catch(() => []);
  await expect.poll(files).toEqual([expect.stringMatching(/-invitation-marie@.*\.eml$/)]);
});
