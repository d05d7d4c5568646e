import { randomUUID } from 'node:crypto';
import type { ActorTransaction } from '../database/database.ts';
import { demandMailAddress, demandSubject } from './mail-address.ts';

export interface MailInput {
  /** One address, without a name. */
  readonly to: string;
  /** Null where it is nobody's yet. */
  readonly personId: string | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** What it is for, in words joined by hyphens: 'invitation', 'sign-in-link'. */
  readonly kind: string;
  /** Makes queueing the same message again do nothing. Names nobody. */
  readonly key?: string;
}

export interface QueuedMail {
  /** False when a message of the same key was queued before: it is not sent again. */
  readonly queued: boolean;
}

/**
 * Queues a message: it leaves once the transaction is committed, when a site runs. Any actor may.
 *
 * @throws DomainError 'invalid' when the address is none, or the subject is empty or longer than a line
 */
export async function queueMail(tx: ActorTransaction, input: MailInput): Promise<QueuedMail> {
  demandMailAddress(input.to);
  demandSubject(input.subject);
  // Who queues a message may not read it back: nothing is returned.
  const id = randomUUID();
  const inserted = await tx
    .insertInto('mail_message')
    .values({
      id,
      kind: input.kind,
      person_id: input.personId,
      to_address: input.to,
      subject: input.subject,
      key: input.key ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 0n) return { queued: false };
  await tx
    .insertInto('mail_body')
    .values({ message_id: id, text_body: input.text, html_body: input.html })
    .execute();
  return { queued: true };
}
