import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { smtpRefusal, startMailServer } from '../../../tests/support/mail-server.ts';
import { openTestDatabase } from '../../../tests/support/test-database.ts';
import { serve, TestClock, testMail } from '../../../tests/support/test-mail.ts';
import { asOwner } from '../../../tests/support/test-site.ts';
import { SYSTEM } from '../actor/actor.ts';
import { type Database, openDatabase, transact } from '../database/database.ts';
import { queueMail } from './queue-mail.ts';

const { url } = openTestDatabase();
let db: Database;
beforeAll(() => {
  db = openDatabase(url, 6);
});
beforeEach(() => asOwner(url, (owner) => owner.query('truncate mail_message cascade')));
afterAll(() => db.destroy());

const { work, queue, states } = testMail(() => ({ url, db }));

describe('a message', () => {
  test('leaves once, whole, and what it says is then forgotten', async () => {
    const server = await serve();
    const mailer = await work(server);
    await queue({ to: 'élise@exemple.example', subject: 'Où en êtes-vous ? 100 % « déjà »' });
    await mailer.runOnce();
    await mailer.runOnce();
    expect(server.received).toHaveLength(1);
    const [mail] = server.received;
    const [row] = await states();
    expect(mail).toMatchObject({
      subject: 'Où en êtes-vous ? 100 % « déjà »',
      messageId: `<${row?.id}@passerelle.example>`,
      date: new Date('2026-01-15T17:00:00Z'),
      from: { value: [{ name: 'Passerelle', address: 'ne-pas-repondre@passerelle.example' }] },
      to: { value: [{ name: '', address: 'élise@exemple.example' }] },
      text: 'Bonjour Marie,\n\nhttps://passerelle.example/invitation/jeton\n',
      html: '<p>Bonjour Marie,</p>',
    });
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail?.headers.get('content-type')).toMatchObject({ value: 'multipart/alternative' });
    expect(row).toMatchObject({ state: 'sent', attempts: 1, kept: false, failure: null });
  });

  test('leaves by itself once committed', async () => {
    const server = await serve();
    await work(server);
    await queue();
    await expect.poll(() => server.received.length).toBe(1);
  });

  test('does not leave when its transaction is undone', async () => {
    const server = await serve();
    const mailer = await work(server);
    const failure = new Error('midway');
    await expect(
      transact(db, SYSTEM, async (tx) => {
        await queueMail(tx, {
          to: 'marie@exemple.example',
          personId: null,
          subject: 'Jamais',
          text: 'x',
          html: 'x',
          kind: 'invitation',
        });
        throw failure;
      }),
    ).rejects.toBe(failure);
    expect(await mailer.runOnce()).toBe(0);
    expect(server.received).toEqual([]);
    expect(await states()).toEqual([]);
  });

  test('queued twice under one key leaves once', async () => {
    const server = await serve();
    expect(await queue({ key: 'chase:2026:7' })).toEqual({ queued: true });
    expect(await queue({ key: 'chase:2026:7' })).toEqual({ queued: false });
    const mailer = await work(server);
    await mailer.runOnce();
    await expect.poll(async () => (await states()).map(({ state }) => state)).toEqual(['sent']);
    expect(await queue({ key: 'chase:2026:7' })).toEqual({ queued: false });
    await mailer.runOnce();
    expect(server.received).toHaveLength(1);
  });

  test('is not claimed by two workers', async () => {
    const server = await serve();
    const workers = await Promise.all([work(server), work(server), work(server)]);
    const sent = Array.from({ length: 24 }, (_, index) => `p${index}@exemple.example`);
    await Promise.all(sent.map((to) => queue({ to })));
    await Promise.all(workers.map((worker) => worker.runOnce()));
    const to = server.received.map((mail) => [mail.to].flat()[0]?.text ?? '');
    expect(to.sort()).toEqual(sent.sort());
    expect(new Set((await states()).map(({ state }) => state))).toEqual(new Set(['sent']));
  });

  test.each([
    ['to', 'marie@exemple.example\r\nBcc: tous@exemple.example', 'n’est pas une adresse'],
    ['to', 'marie@exemple.example, tous@exemple.example', 'n’est pas une adresse'],
    ['to', 'Marie <marie@exemple.example>', 'n’est pas une adresse'],
    ['to', 'marie', '« marie » n’est pas une adresse de courriel.'],
    ['subject', 'Bonjour\r\nBcc: tous@exemple.example', 'tient sur une ligne'],
    ['subject', 'Bonjour\u2028Bcc: tous@exemple.example', 'tient sur une ligne'],
    ['subject', ' ', 'L’objet d’un message est écrit'],
  ])('whose %s is %j is refused', async (field, value, message) => {
    await expect(queue({ [field]: value })).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining(message),
    });
    expect(await states()).toEqual([]);
  });
});

describe('what is refused', () => {
  test('for good, by its recipient, is not tried again', async () => {
    const server = await serve({
      onRcptTo: (_address, _session, done) => done(smtpRefusal(550, '5.1.1 Personne ici')),
    });
    const clock = new TestClock();
    const mailer = await work(server, clock);
    await queue();
    await mailer.runOnce();
    clock.advance(24 * 60);
    expect(await mailer.runOnce()).toBe(0);
    expect(await states()).toMatchObject([
      { state: 'bounced', attempts: 1, failure: '550 5.1.1 Personne ici', kept: false },
    ]);
  });

  test('for a reason that may pass is tried again later and later, then given up', async () => {
    const server = await serve({
      onRcptTo: (_address, _session, done) => done(smtpRefusal(451, '4.3.0 Plus tard')),
    });
    const clock = new TestClock();
    const mailer = await work(server, clock);
    await queue();
    await mailer.runOnce();
    for (const [index, minutes] of [1, 5, 30, 120, 360].entries()) {
      expect(await states()).toMatchObject([
        {
          state: 'queued',
          attempts: index + 1,
          minutes,
          failure: '451 4.3.0 Plus tard',
          kept: true,
        },
      ]);
      clock.advance(minutes - 0.1);
      expect(await mailer.runOnce()).toBe(0);
      clock.advance(0.1);
      expect(await mailer.runOnce()).toBe(1);
    }
    expect(await states()).toMatchObject([{ state: 'failed', attempts: 6, kept: false }]);
    clock.advance(24 * 60);
    expect(await mailer.runOnce()).toBe(0);
  });

  test('because nobody listens leaves once somebody does', async () => {
    const { port, close, ...gone } = await startMailServer();
    await close();
    const clock = new TestClock();
    const mailer = await work({ port, close, ...gone }, clock);
    await queue();
    await mailer.runOnce();
    expect(await states()).toMatchObject([
      { state: 'queued', minutes: 1, failure: expect.stringContaining('ECONNREFUSED') },
    ]);
    const server = await serve({ port });
    clock.advance(1);
    await mailer.runOnce();
    expect(await states()).toMatchObject([{ state: 'sent', attempts: 2, failure: null }]);
    expect(server.received).toHaveLength(1);
  });
});

describe('what may have left', () => {
  test('when the process dies before saying so is set aside, and not sent again', async () => {
    let whenWhole = () => {};
    const server = await serve({ answer: () => whenWhole() });
    const child = spawn(
      process.execPath,
      [
        fileURLToPath(new URL('../../../tests/support/mail-worker.ts', import.meta.url)),
        url,
        server.url,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const ended = once(child, 'exit');
    whenWhole = () => child.kill('SIGKILL');
    await once(child.stdout, 'data');
    await queue();
    expect(await ended).toEqual([null, 'SIGKILL']);
    expect(server.received).toHaveLength(1);
    expect(await states()).toMatchObject([{ state: 'sending' }]);

    const clock = new TestClock();
    const mailer = await work(server, clock);
    // PostgreSQL may take a moment to see that the process is gone.
    await expect
      .poll(async () => {
        await mailer.runOnce();
        return states();
      })
      .toMatchObject([
        { state: 'uncertain', failure: 'Passerelle s’est arrêtée pendant l’envoi.', kept: true },
      ]);
    clock.advance(24 * 60);
    expect(await mailer.runOnce()).toBe(0);
    expect(server.received).toHaveLength(1);
  });

  test('when the server goes without a word is set aside at once', async () => {
    const server = await serve({ answer: () => server.cut() });
    const mailer = await work(server);
    await queue();
    await mailer.runOnce();
    expect(server.received).toHaveLength(1);
    expect(await states()).toMatchObject([{ state: 'uncertain', kept: true }]);
    expect(await mailer.runOnce()).toBe(0);
  });

  test('is another worker’s business after ten minutes only, and sent when it turns out to be', async () => {
    const held = Promise.withResolvers<() => void>();
    const server = await serve({ answer: (_, done) => held.resolve(() => done()) });
    const slow = await work(server);
    await queue();
    const answer = await held.promise;
    const clock = new TestClock();
    const other = await work(server, clock);
    clock.advance(9.9);
    expect(await other.runOnce()).toBe(0);
    expect(await states()).toMatchObject([{ state: 'sending' }]);
    clock.advance(0.2);
    expect(await other.runOnce()).toBe(0);
    expect(await states()).toMatchObject([{ state: 'uncertain' }]);
    answer();
    await slow.runOnce();
    expect(await states()).toMatchObject([{ state: 'sent', attempts: 1, kept: false }]);
    expect(server.received).toHaveLength(1);
  });

  test('is decided by whoever hands it over, when they know after all', async () => {
    const held = Promise.withResolvers<() => void>();
    const server = await serve({ answer: (_, done) => held.resolve(() => done()) });
    const worker = await work(server);
    await queue();
    const answer = await held.promise;
    await asOwner(url, (owner) => owner.query('select hold_mail()'));
    expect(await states()).toMatchObject([{ state: 'uncertain' }]);
    answer();
    await worker.runOnce();
    expect(await states()).toMatchObject([{ state: 'sent', kept: false }]);
  });

  test('after a restore is not sent again by itself', async () => {
    await queue();
    await asOwner(url, (owner) => owner.query('select hold_mail()'));
    const server = await serve();
    const mailer = await work(server);
    expect(await mailer.runOnce()).toBe(0);
    expect(await states()).toMatchObject([{ state: 'uncertain', kept: true }]);
  });
});

test('stopping waits for the message under way', async () => {
  const held = Promise.withResolvers<() => void>();
  const server = await serve({ answer: (_, done) => held.resolve(() => done()) });
  const mailer = await work(server);
  await queue();
  await queue({ to: 'paul@exemple.example' });
  const answer = await held.promise;
  const closing = mailer.close();
  answer();
  await closing;
  expect((await states()).map(({ state }) => state).sort()).toEqual(['queued', 'sent']);
  expect(server.received).toHaveLength(1);
});
