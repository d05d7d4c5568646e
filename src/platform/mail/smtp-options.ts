import { parseConnectionUrl } from 'nodemailer/lib/shared';
import type { SMTPTransportOptions } from 'nodemailer/lib/smtp-transport';
import { isLoopback } from '../config/loopback.ts';

const SECOND = 1000;

/** In milliseconds: no wait goes beyond, so that an attempt ends. */
const WAITS = {
  dnsTimeout: 10 * SECOND,
  connectionTimeout: 15 * SECOND,
  greetingTimeout: 15 * SECOND,
  socketTimeout: 60 * SECOND,
} as const;

/**
 * How to speak to the server of SMTP_URL. What leaves this machine is encrypted, or does not leave,
 * unless the address itself says otherwise (`?requireTLS=false`, `?ignoreTLS=true`).
 */
export function smtpOptions(url: string): SMTPTransportOptions {
  const given: SMTPTransportOptions = parseConnectionUrl(url);
  const local = isLoopback(given.host ?? '');
  const plain = given.ignoreTLS === true || given.opportunisticTLS === true;
  return {
    ...WAITS,
    requireTLS: !local && !plain,
    ...given,
    // Nobody stands between this machine and itself.
    ...(local ? { tls: { rejectUnauthorized: false, ...given.tls } } : {}),
    // They would write what messages say to the journal.
    logger: false,
    debug: false,
  };
}
