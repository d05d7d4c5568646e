import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { asOwner } from '../tests/support/test-site.ts';
import { expectAccessible, openTestBrowser } from './support/browser.ts';
import { openTestSite } from './support/site.ts';

const site = openTestSite();
const browser = openTestBrowser();
const PAGE = '/espace/courriels';

/** A message in a state, as its worker left it. */
const leave = (to: string, state: string, failure: string | null = null) =>
  asOwner(site.databaseUrl, async (owner) => {
    const { rows } = await owner.query<{ id: string }>(
      `insert into mail_message (id, kind, to_address, subject, state, failure)
       values (gen_random_uuid(), 'invitation', $1, 'Invitation à Passerelle', $2, $3) returning id`,
      [to, state, failure],
    );
    const id = rows[0]?.id ?? '';
    if (state === 'uncertain') {
      await owner.query('insert into mail_body values ($1, $2, $2)', [id, `pour ${to}`]);
    }
    return id;
  });
const stateOf = (id: string) =>
  asOwner(site.databaseUrl, async (owner) => {
    const { rows } = await owner.query<{ state: string }>(
      'select state from mail_message where id = $1',
      [id],
    );
    return rows[0]?.state;
  });
const outbox = () => readdir(join(site.dataDir, 'outbox')).catch(() => []);

test('an administrator decides what becomes of messages that may have left', async () => {
  const admin = await site.signIn({ platform: ['administration'] });
  const lost = await leave(
    'marie@exemple.ca',
    'uncertain',
    'Passerelle s’est arrêtée pendant l’envoi.',
  );
  const received = await leave('paul@exemple.ca', 'uncertain');
  await leave('luc@exemple.ca', 'bounced', '550 5.1.1 Inconnu');

  const page = await browser.open(admin.session);
  await page.goto(`${site.address}${PAGE}`);
  await page.getByText('2 attendent votre décision').waitFor();
  await page.getByRole('cell', { name: '550 5.1.1 Inconnu' }).waitFor();
  await expectAccessible(browser, page.url(), admin.session);

  await page
    .getByRole('button', { name: 'Renvoyer : Invitation à Passerelle, à marie@exemple.ca' })
    .click();
  await page.getByText('Le message repart.').waitFor();
  await expect.poll(outbox).toEqual([expect.stringContaining('-invitation-marie@exemple.ca-')]);
  const [file = ''] = await outbox();
  expect(await readFile(join(site.dataDir, 'outbox', file), 'utf8')).toContain(
    'pour marie@exemple.ca',
  );
  expect(await stateOf(lost)).toBe('sent');

  await page.getByRole('button', { name: /^Il est parti : .*paul@exemple.ca$/ }).click();
  await page.getByText('Le message est noté comme parti.').waitFor();
  await page.getByText('aucun n’est en suspens').waitFor();
  expect(await stateOf(received)).toBe('sent');
  expect(await outbox()).toHaveLength(1);

  await page.getByRole('link', { name: 'Refusé (1)' }).click();
  expect(await page.getByRole('row').count()).toBe(2);
});

test('nobody else does, nor a form that is not theirs', async () => {
  const id = await leave('zoe@exemple.ca', 'uncertain');
  const send = (cookie: string, token: string) =>
    fetch(`${site.address}${PAGE}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, origin: site.address },
      body: new URLSearchParams({ 'form-token': token, message: id, decision: 'send-again' }),
    });
  const admin = await site.signIn({ platform: ['administration'] });
  const director = await site.signIn({ platform: ['direction'] });
  const read = await fetch(`${site.address}${PAGE}`, { headers: { cookie: director.cookie } });
  expect(read.status).toBe(403);
  expect(await read.text()).toContain('suivent les courriels envoyés');
  expect((await send(director.cookie, director.formToken)).status).toBe(403);
  expect((await send(admin.cookie, director.formToken)).status).toBe(403);
  expect(await stateOf(id)).toBe('uncertain');
  expect((await send(admin.cookie, admin.formToken)).status).toBe(303);
});
