import { Readable } from 'node:stream';
import type MailMessage from 'nodemailer/lib/mailer/mail-message';
import SMTPTransport, { type SMTPSentMessageInfo } from 'nodemailer/lib/smtp-transport';
import type { MailFrom } from '../config/mail-from.ts';
import { type BuiltMessage, buildMessage } from './build-message.ts';
import { describeFailure, type SmtpError } from './describe-failure.ts';
import type { Delivery, Outcome } from './mail.ts';
import { smtpOptions } from './smtp-options.ts';

/** Hands messages over to the server of SMTP_URL, each on a connection of its own. */
export function openSmtpDelivery(url: string, from: MailFrom): Delivery {
  const options = smtpOptions(url);
  const transport = new SMTPTransport(options);
  const secrets = [options.auth?.pass ?? ''];
  return {
    async deliver(mail, now, signal) {
      const built = await buildMessage(mail, from, now);
      const { error, given } = await hand(transport, built, signal);
      if (error === null) return { kind: 'sent', messageId: built.messageId };
      return { kind: judge(error, given), failure: describeFailure(error, secrets) };
    },
  };
}

interface Handed {
  readonly error: SmtpError | null;
  /** Whether the server may have the whole message. */
  readonly given: boolean;
}

/**
 * What the transport asks of a message, and nothing else: a message that the library itself makes is
 * read ahead, which hides how far the server got.
 */
type Handing = Pick<MailMessage<SMTPSentMessageInfo>, 'data'> & {
  readonly message: {
    getEnvelope(): { from: string; to: string[] };
    messageId(): string;
    createReadStream(): Readable;
  };
};

function hand(
  transport: SMTPTransport,
  { envelope, messageId, content }: BuiltMessage,
  signal: AbortSignal,
): Promise<Handed> {
  const { promise, resolve } = Promise.withResolvers<Handed>();
  let given = false;
  const stream = Readable.from([content]).once('end', () => {
    given = true;
  });
  const mail: Handing = {
    data: { signal },
    message: {
      getEnvelope: () => ({ from: envelope.from, to: [...envelope.to] }),
      messageId: () => messageId,
      createReadStream: () => stream,
    },
  };
  transport.send(mail as unknown as MailMessage<SMTPSentMessageInfo>, (error) =>
    resolve({ error: error ?? null, given }),
  );
  return promise;
}

/**
 * What a failure means for the message. A refusal of the recipient is one by its code, or by its
 * enhanced code (RFC 3463) where the server took the address before it looked at it. Before that,
 * refusals are about the site's own settings, which somebody may put right.
 */
function judge(
  { response = '', responseCode, command }: SmtpError,
  given: boolean,
): Exclude<Outcome['kind'], 'sent'> {
  if (responseCode === undefined) return given ? 'uncertain' : 'deferred';
  if (responseCode < 500 || responseCode === 503) return 'deferred';
  const [, subject] = /\b5\.(\d{1,3})\.\d{1,3}\b/.exec(response) ?? [];
  if (command === 'RCPT TO') return responseCode === 530 ? 'deferred' : 'bounced';
  if (command !== 'DATA') return 'deferred';
  return subject === '1' || subject === '2' ? 'bounced' : 'failed';
}
