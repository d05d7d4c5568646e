import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { Hono } from 'hono';
import { afterEach, describe, expect, test } from 'vitest';
import { createHttpServer, type Patience } from './http-server.ts';

const app = new Hono()
  .onError((_, c) => c.text('broken', 500))
  .all('*', async (c) => c.text(`read ${(await c.req.text()).length}`));
const NEVER = 2 ** 30;
const none: Patience = { headers: NEVER, request: NEVER, idle: NEVER, interval: 10 };

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function visit(patience: Partial<Patience>): Promise<Socket> {
  const server = createHttpServer(app, { ...none, ...patience });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  closing.push(() => {
    socket.destroy();
    server.close();
  });
  return socket;
}

describe('a visitor who', () => {
  test('never ends what they ask is told so, and let go', async () => {
    const socket = await visit({ headers: 30, request: 60 });
    socket.write('GET / HTTP/1.1\r\nhost: x\r\nx-slow: ');
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 408 /);
  });

  test('never ends what they send, too', async () => {
    const socket = await visit({ headers: 30, request: 60 });
    socket.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\nabc');
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 408 /);
  });

  test('asks for nothing more is let go after their answer', async () => {
    const socket = await visit({ idle: 1 });
    socket.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 3\r\n\r\nabc');
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 200 .*read 3$/s);
  });

  test('sends endless headers is refused', async () => {
    const socket = await visit({});
    socket.write(`GET / HTTP/1.1\r\nhost: x\r\nx-long: ${'x'.repeat(17 * 1024)}\r\n\r\n`);
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 431 /);
  });

  test('asks for what they sent to be sent back is not obeyed', async () => {
    const socket = await visit({ idle: 1 });
    socket.write('TRACE / HTTP/1.1\r\nhost: x\r\nx-secret: abc\r\nconnection: close\r\n\r\n');
    expect(await text(socket)).not.toContain('abc');
  });
});
