import { createServer } from 'node:net';

function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(null));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const bound = probe.address();
      probe.close(() => resolve(typeof bound === 'object' && bound !== null ? bound.port : null));
    });
  });
}

/** A TCP port nobody listens on at 127.0.0.1: the preferred one if it is free. */
export async function freePort(preferred: number | null): Promise<number> {
  const kept = preferred === null ? null : await tryPort(preferred);
  const port = kept ?? (await tryPort(0));
  if (port === null) throw new Error('no free TCP port on 127.0.0.1');
  return port;
}
