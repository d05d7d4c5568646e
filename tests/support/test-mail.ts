import { sql } from 'kysely';
import { onTestFinished } from 'vitest';
import { SYSTEM } from '#platform/actor/actor.ts';
import { type Database, transact } from '#platform/database/database.ts';
import type { Delivery } from '#platform/mail/mail.ts';
import { type Mailer, openMailer } from '#platform/mail/open-mailer.ts';
import { type MailInput, queueMail } from '#platform/mail/queue-mail.ts';
import { openSmtpDelivery } from '#platform/mail/smtp-delivery.ts';
import { type MailServer, type MailServerOptions, startMailServer } from './mail-server.ts';

export const FROM = { name: 'Passerelle', address: 'ne-pas-repondre@passerelle.example' };

/** A clock that tests move. */
export class TestClock {
  #now = new Date('2026-01-15T17:00:00Z');

  now(): Date {
    return this.#now;
  }

  advance(minutes: number): void {
    this.#now = new Date(this.#now.getTime() + minutes * 60_000);
  }
}

export async function serve(options: MailServerOptions = {}): Promise<MailServer> {
  const server = await startMailServer(options);
  onTestFinished(() => server.close());
  return server;
}

/** Mail between a test's database and its servers. */
export function testMail(open: () => { readonly url: string; readonly db: Database }) {
  return {
    /** A worker of the site, until the test is done. */
    async work(to: MailServer | Delivery, clock = new TestClock()): Promise<Mailer> {
      const delivery = 'deliver' in to ? to : openSmtpDelivery(to.url, FROM);
      const mailer = await openMailer({ ...open(), clock, delivery });
      onTestFinished(() => mailer.close());
      return mailer;
    },

    queue: (given: Partial<MailInput> = {}, actor = SYSTEM) =>
      transact(open().db, actor, (tx) => queueMail(tx, { ...MESSAGE, ...given })),

    /** Every message, the oldest first, with whether what it says is still kept. */
    states: () =>
      transact(open().db, SYSTEM, async (tx) => {
        const { rows } = await sql<{
          id: string;
          to: string;
          state: string;
          attempts: number;
          failure: string | null;
          kept: boolean;
          minutes: number | null;
        }>`
          select m.id, m.to_address as "to", m.state, m.attempts, m.failure, b.message_id is not null as kept,
                 (extract(epoch from m.next_attempt_at - m.state_since) / 60)::integer as minutes
            from mail_message m left join mail_body b on b.message_id = m.id
           order by m.queued_at, m.to_address`.execute(tx);
        return rows;
      }),
  };
}

const MESSAGE: MailInput = {
  to: 'marie@exemple.example',
  personId: null,
  subject: 'Invitation à Passerelle',
  text: 'Bonjour Marie,\n\nhttps://passerelle.example/invitation/jeton\n',
  html: '<p>Bonjour Marie,</p>',
  kind: 'invitation',
};
