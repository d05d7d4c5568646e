import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';

/** In milliseconds: how long a visitor may take, lest the slow ones hold every connection. */
export interface Patience {
  /** To say what they want. */
  readonly headers: number;
  /** To have sent all of it; a file of 20 MB over a slow line takes two minutes. */
  readonly request: number;
  /** To ask for something else over the same connection. */
  readonly idle: number;
  /** How often this is looked at. */
  readonly interval: number;
}

/** A proxy keeps connections for a minute; closed on our side first, it would meet a closed door. */
const PATIENCE: Patience = {
  headers: 15_000,
  request: 180_000,
  idle: 65_000,
  interval: 5000,
};

/** The server of a site, which waits for nobody for ever. */
export function createHttpServer(app: Pick<Hono, 'fetch'>, patience: Patience = PATIENCE): Server {
  return createAdaptorServer({
    fetch: app.fetch,
    serverOptions: {
      headersTimeout: patience.headers,
      requestTimeout: patience.request,
      keepAliveTimeout: patience.idle,
      connectionsCheckingInterval: patience.interval,
      maxHeaderSize: 16 * 1024,
    },
  }) as Server;
}
