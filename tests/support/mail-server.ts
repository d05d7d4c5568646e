import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface MailServer {
  readonly port: number;
  /** An SMTP_URL that leads there. */
  readonly url: string;
  /** What it has been given whole, in order. */
  readonly received: readonly ParsedMail[];
  /** Whether each was encrypted on its way. */
  readonly secured: readonly boolean[];
  /** Breaks every connection without a word. */
  cut(): void;
  close(): Promise<void>;
}

export interface MailServerOptions extends Pick<SMTPServerOptions, 'onRcptTo' | 'onMailFrom'> {
  readonly port?: number;
  /** Offers to encrypt, with a certificate that nobody vouches for. */
  readonly encrypts?: boolean;
  /** Answers a message that it has whole; takes it by default. */
  readonly answer?: (mail: ParsedMail, done: (refusal?: Error) => void) => void;
}

/** A real SMTP server on this machine. */
export async function startMailServer(options: MailServerOptions = {}): Promise<MailServer> {
  const { port: wanted = 0, encrypts = false, answer = (_, done) => done(), ...handlers } = options;
  const received: ParsedMail[] = [];
  const secured: boolean[] = [];
  const server = new SMTPServer({
    ...handlers,
    authOptional: true,
    allowInsecureAuth: true,
    onAuth: ({ username }, _session, done) => done(null, { user: username }),
    disabledCommands: encrypts ? [] : ['STARTTLS'],
    closeTimeout: 100,
    onData: (stream, session, callback) => {
      void buffer(stream)
        .then((content) => simpleParser(content))
        .then((mail) => {
          received.push(mail);
          secured.push(session.secure);
          answer(mail, (refusal) => callback(refusal));
        });
    },
  });
  // A client that is killed breaks its connection.
  server.on('error', () => undefined);
  const sockets = new Set<Socket>();
  server.server.on('connection', (socket: Socket) => sockets.add(socket));
  server.listen(wanted, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    received,
    secured,
    cut: () => {
      for (const socket of sockets) socket.destroy();
    },
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}

/** What a server answers to refuse. */
export function smtpRefusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
