import { EventEmitter, once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

/** Where documents titled `wait` wait until the test lets them through. */
export interface Gate {
  readonly port: number;
  /** The next that has arrived; called, it lets that one through. */
  readonly arrived: () => Promise<() => void>;
  readonly close: () => void;
}

export async function openGate(): Promise<Gate> {
  const held: Socket[] = [];
  const news = new EventEmitter();
  const server = createServer((socket) => {
    // It may be ended while it waits.
    socket.on('error', () => undefined);
    held.push(socket);
    news.emit('arrived');
  });
  server.listen(0);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    arrived: async () => {
      while (held.length === 0) await once(news, 'arrived');
      const socket = held.shift();
      return () => socket?.end();
    },
    close: () => server.close(),
  };
}
