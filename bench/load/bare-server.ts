// What the site is compared with: the same HTTP server and router, answering constants. Its
// arguments are their sizes in bytes; the address of each is its size.

import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono();
for (const size of process.argv.slice(2)) {
  const constant = 'x'.repeat(Number(size));
  app.get(`/${size}`, (c) => c.text(constant));
}
const server = createAdaptorServer({ fetch: app.fetch });
server.listen(0, 'localhost', () => {
  const { port } = server.address() as AddressInfo;
  console.log(`http://localhost:${port}`);
});
