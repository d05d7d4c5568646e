// Run as a process of its own by the tests: hands over what is queued until it is killed.

import { systemClock } from '#platform/clock/clock.ts';
import { openDatabase } from '#platform/database/database.ts';
import { openMailer } from '#platform/mail/open-mailer.ts';
import { openSmtpDelivery } from '#platform/mail/smtp-delivery.ts';

const [url = '', smtpUrl = ''] = process.argv.slice(2);
const from = { name: 'Passerelle', address: 'ne-pas-repondre@passerelle.example' };
await openMailer({
  url,
  db: openDatabase(url, 2),
  clock: systemClock,
  delivery: openSmtpDelivery(smtpUrl, from),
});
console.log('ready');
