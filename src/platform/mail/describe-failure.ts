import type { NodemailerError } from 'nodemailer';

/** As much of a server's answer as is kept. */
const LONGEST = 300;

/** What a mail server answered, or what became of the connection to it. */
export type SmtpError = Error & Pick<NodemailerError, 'response' | 'responseCode' | 'command'>;

/**
 * Why a message did not leave, on one line. Servers quote what they refuse: addresses of pages, which
 * may let somebody in, are taken out, and so are the secrets given.
 */
export function describeFailure(error: SmtpError, secrets: readonly string[] = []): string {
  const said = (error.response ?? error.message).replace(/[\p{C}\s]+/gu, ' ').trim();
  const masked = secrets
    .filter((secret) => secret !== '')
    .reduce((text, secret) => text.replaceAll(secret, '***'), said);
  const safe = masked.replace(/\bhttps?:\/\/\S+/gi, '[adresse]');
  return safe.length > LONGEST ? `${safe.slice(0, LONGEST)}…` : safe;
}
