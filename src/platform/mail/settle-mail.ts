import { sql } from 'kysely';
import type { Actor } from '../actor/actor.ts';
import { recordEvent } from '../audit/record-event.ts';
import type { ActorTransaction } from '../database/database.ts';
import { DomainError } from '../errors/domain-error.ts';
import { findMail } from './find-mail.ts';
import { mailPolicy } from './policy.ts';

/** What somebody says of a message that may have left: it did, or it is to be sent again. */
export type MailDecision = 'sent' | 'send-again';

export interface SettleInput {
  readonly id: string;
  readonly decision: MailDecision;
}

/**
 * Decides on a message that may or may not have left.
 *
 * @throws DomainError 'forbidden', 'not-found', or 'conflict' when there is nothing to decide
 */
export async function settleMail(
  tx: ActorTransaction,
  actor: Actor,
  { id, decision }: SettleInput,
): Promise<void> {
  mailPolicy.demand(actor, 'settle-mail');
  const message = await findMail(tx, id);
  if (message.state !== 'uncertain') {
    throw new DomainError(
      'conflict',
      'Ce message n’est pas en suspens : il n’y a rien à décider. Rechargez la page pour voir où il en est.',
    );
  }
  const settled =
    decision === 'sent'
      ? { state: 'sent', sent_at: message.state_since, failure: null }
      : { state: 'queued', attempts: 0, next_attempt_at: null, failure: null };
  await tx
    .updateTable('mail_message')
    .set({ ...settled, state_since: sql`now()`, worker: null })
    .where('id', '=', message.id)
    .where('state', '=', 'uncertain')
    .execute();
  await recordEvent(tx, {
    action: 'settle-mail',
    subject: { kind: 'mail', key: message.id },
    audience: 'people',
    personId: message.person_id,
    changes: [{ field: 'state', before: 'uncertain', after: settled.state }],
  });
}
