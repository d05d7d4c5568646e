import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, test } from 'vitest';
import { checkMail } from './mail-check.ts';
import { checkPort } from './port-check.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

function portOf(server: Pick<Server, 'address'>): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function listen(answer: RequestListener): Promise<number> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  closing.push(() => server.close());
  await once(server, 'listening');
  return portOf(server);
}

async function listenForMail(): Promise<number> {
  const smtp = new SMTPServer({
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ password }, _session, done) =>
      password === 'bon' ? done(null, { user: 'p' }) : done(new Error('refusé')),
  });
  smtp.listen(0, '127.0.0.1');
  closing.push(() => new Promise<void>((done) => smtp.close(done)));
  await once(smtp.server, 'listening');
  return portOf(smtp.server as Server);
}

describe('mail', () => {
  const dataDir = '/nowhere';

  test('a server that lets us in is fine; one that does not, or is not there, is an error', async () => {
    const port = await listenForMail();
    const check = (user: string) =>
      checkMail({ smtpUrl: `smtp://${user}@127.0.0.1:${port}`, dataDir });
    expect(await check('p:bon')).toMatchObject({ level: 'ok' });
    const refused = await check('p:mauvais');
    expect(refused.level).toBe('error');
    expect(refused.message).not.toContain('mauvais');
    expect(await checkMail({ smtpUrl: 'smtp://127.0.0.1:1', dataDir })).toMatchObject({
      level: 'error',
    });
  });

  test('without a server, messages are kept in a folder that must be writable', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'courriel é '));
    closing.push(() => rm(dir, { recursive: true, force: true }));
    expect(await checkMail({ smtpUrl: null, dataDir: dir })).toMatchObject({
      level: 'ok',
      message: expect.stringContaining(join(dir, 'outbox')),
    });
    const file = join(dir, 'fichier');
    await writeFile(file, '');
    expect(await checkMail({ smtpUrl: null, dataDir: file })).toMatchObject({ level: 'error' });
  });
});

describe('the port', () => {
  const host = '127.0.0.1';

  test('is ours when Passerelle answers there', async () => {
    const port = await listen((_request, response) =>
      response.end('{"application":"passerelle","status":"ok"}'),
    );
    expect(await checkPort({ host, port })).toMatchObject({
      level: 'ok',
      message: expect.stringContaining('en marche'),
    });
  });

  test('is an error when something else does', async () => {
    const port = await listen((_request, response) => response.end('<h1>Autre</h1>'));
    expect(await checkPort({ host, port })).toMatchObject({ level: 'error' });
  });

  test('is fine when nobody does', async () => {
    expect(await checkPort({ host, port: 0 })).toMatchObject({ level: 'ok' });
  });
});
