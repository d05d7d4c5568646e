import type { Actor } from '../actor/actor.ts';
import { recordEvent } from '../audit/record-event.ts';
import type { ActorTransaction } from '../database/database.ts';
import { DomainError } from '../errors/domain-error.ts';
import { findMail } from './find-mail.ts';
import type { MailState } from './mail.ts';
import { mailPolicy } from './policy.ts';

const GONE = 'son contenu n’est plus gardé. Refaites ce qui l’a envoyé, par exemple l’invitation.';

const REFUSALS: Readonly<Record<Exclude<MailState, 'queued'>, string>> = {
  sending: 'Ce message est en train de partir.',
  sent: 'Ce message est déjà parti.',
  uncertain: 'Ce message est peut-être déjà parti : décidez d’abord s’il faut le renvoyer.',
  failed: `Ce message a été abandonné, et ${GONE}`,
  bounced: `L’adresse de ce message l’a refusé, et ${GONE}`,
};

/**
 * Sends a message that waits for its next attempt without waiting.
 *
 * @throws DomainError 'forbidden', 'not-found', or 'conflict' when it does not wait
 */
export async function retryMail(
  tx: ActorTransaction,
  actor: Actor,
  { id }: { readonly id: string },
): Promise<void> {
  mailPolicy.demand(actor, 'settle-mail');
  const message = await findMail(tx, id);
  const state = message.state as MailState;
  if (state !== 'queued') throw new DomainError('conflict', REFUSALS[state]);
  await tx
    .updateTable('mail_message')
    .set({ next_attempt_at: null })
    .where('id', '=', message.id)
    .execute();
  await recordEvent(tx, {
    action: 'retry-mail',
    subject: { kind: 'mail', key: message.id },
    audience: 'people',
    personId: message.person_id,
  });
}
