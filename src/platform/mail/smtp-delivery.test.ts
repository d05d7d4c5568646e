import { describe, expect, test } from 'vitest';
import { smtpRefusal } from '../../../tests/support/mail-server.ts';
import { FROM, serve } from '../../../tests/support/test-mail.ts';
import { openSmtpDelivery } from './smtp-delivery.ts';
import { smtpOptions } from './smtp-options.ts';

const MAIL = {
  id: '1b4e28ba-2fa1-41d2-883f-0016d3cca427',
  kind: 'invitation',
  to: 'marie@exemple.example',
  subject: 'Invitation',
  text: 'Bonjour',
  html: '<p>Bonjour</p>',
  attempts: 1,
  worker: '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d',
};
const deliver = (url: string, signal = new AbortController().signal) =>
  openSmtpDelivery(url, FROM).deliver(MAIL, new Date('2026-01-15T17:00:00Z'), signal);

describe('what a refusal means', () => {
  test.each([
    [550, '5.1.1 Inconnue', 'bounced'],
    [552, '5.2.2 Boîte pleine', 'bounced'],
    [450, '4.2.0 Plus tard', 'deferred'],
    [421, '4.3.2 Arrêt', 'deferred'],
    [530, '5.7.0 Authentifiez-vous', 'deferred'],
  ])('of the recipient: %i %s, %s', async (code, message, kind) => {
    const server = await serve({
      onRcptTo: (_address, _session, done) => done(smtpRefusal(code, message)),
    });
    expect(await deliver(server.url)).toMatchObject({ kind, failure: `${code} ${message}` });
    expect(server.received).toEqual([]);
  });

  test.each([
    [554, '5.7.1 Indésirable', 'failed'],
    [550, '5.1.1 Inconnue, tout compte fait', 'bounced'],
    [451, '4.7.1 Attendez', 'deferred'],
  ])('of the whole message: %i %s, %s', async (code, message, kind) => {
    const server = await serve({ answer: (_, done) => done(smtpRefusal(code, message)) });
    expect(await deliver(server.url)).toMatchObject({ kind, failure: `${code} ${message}` });
  });

  test('of the site itself: somebody may put it right', async () => {
    const server = await serve({
      onMailFrom: (_address, _session, done) => done(smtpRefusal(550, '5.7.1 Qui êtes-vous ?')),
    });
    expect(await deliver(server.url)).toMatchObject({ kind: 'deferred' });
  });
});

test('what a server quotes of a message, or of a password, is not kept', async () => {
  const server = await serve({
    answer: (_, done) =>
      done(
        smtpRefusal(554, 'Lien https://passerelle.example/invitation/jeton refusé, tr0p-secret'),
      ),
  });
  const outcome = await deliver(server.url.replace('//', '//nom:tr0p-secret@'));
  expect(outcome).toEqual({ kind: 'failed', failure: '554 Lien [adresse] refusé, ***' });
});

test('a message given up before it was given is only late; after, nobody knows', async () => {
  const stopping = new AbortController();
  const early = await serve({
    onRcptTo: () => stopping.abort(),
  });
  expect(await deliver(early.url, stopping.signal)).toMatchObject({ kind: 'deferred' });

  const stoppingLater = new AbortController();
  const late = await serve({ answer: () => stoppingLater.abort() });
  expect(await deliver(late.url, stoppingLater.signal)).toMatchObject({ kind: 'uncertain' });
});

describe('encryption', () => {
  test('is used on this machine where it is offered', async () => {
    const server = await serve({ encrypts: true });
    expect(await deliver(server.url)).toMatchObject({ kind: 'sent' });
    expect(server.secured).toEqual([true]);
  });

  test('is required where the address asks for it, and nothing is said without', async () => {
    const server = await serve();
    expect(await deliver(`${server.url}?requireTLS=true`)).toMatchObject({ kind: 'deferred' });
    expect(server.received).toEqual([]);
  });

  test.each([
    ['smtp://courriel.exemple.ca', true],
    ['smtp://nom:secret@courriel.exemple.ca:587', true],
    ['smtp://courriel.exemple.ca?requireTLS=false', false],
    ['smtp://courriel.exemple.ca?ignoreTLS=true', false],
    ['smtp://127.0.0.1:25', false],
    ['smtp://[::1]:25', false],
    ['smtp://localhost', false],
  ])('%s requires it: %s', (url, required) => {
    expect(smtpOptions(url).requireTLS).toBe(required);
  });

  test('certificates are checked, and nothing of a message is written to the journal', () => {
    const options = smtpOptions('smtp://courriel.exemple.ca?logger=true&debug=true');
    expect(options).toMatchObject({ logger: false, debug: false });
    expect(options.tls).toBeUndefined();
  });
});
