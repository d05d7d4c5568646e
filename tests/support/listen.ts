import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';

export interface Listening {
  /** 'http://127.0.0.1:41234' */
  readonly address: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Serves an application on a free port. */
export async function listen(app: Pick<Hono, 'fetch'>, host = '127.0.0.1'): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch });
  server.listen(0, host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    port,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    },
  };
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** One request with exactly these headers, some of which `fetch` keeps to itself (Host, Origin). */
export async function askRaw(
  { hostname, port }: { readonly hostname: string; readonly port: number },
  path: string,
  options: { readonly method?: string; readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<RawAnswer> {
  const sent = request({ hostname, port, path, agent: false, ...options });
  sent.end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  return { status: answer.statusCode ?? 0, headers: answer.headers, body: await text(answer) };
}
