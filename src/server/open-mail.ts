import { systemClock } from '#platform/clock/clock.ts';
import type { Config } from '#platform/config/config.ts';
import type { Database } from '#platform/database/database.ts';
import { type Mailer, openMailer } from '#platform/mail/open-mailer.ts';
import { openOutboxDelivery, outboxFolder } from '#platform/mail/outbox-delivery.ts';
import { openSmtpDelivery } from '#platform/mail/smtp-delivery.ts';

type MailConfig = Pick<Config, 'smtpUrl' | 'mailFrom' | 'dataDir'>;

/** Hands over what is queued while the site runs: to the server of SMTP_URL, or as files. */
export function openMail(
  url: string,
  db: Database,
  { smtpUrl, mailFrom, dataDir }: MailConfig,
): Promise<Mailer> {
  const delivery =
    smtpUrl === null
      ? openOutboxDelivery(outboxFolder(dataDir), mailFrom)
      : openSmtpDelivery(smtpUrl, mailFrom);
  return openMailer({ url, db, clock: systemClock, delivery });
}
