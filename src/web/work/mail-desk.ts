import type { Actor } from '#platform/actor/actor.ts';
import type { MailState } from '#platform/mail/mail.ts';
import type { Mailbox } from '#platform/mail/read-mail.ts';
import type { SettleInput } from '#platform/mail/settle-mail.ts';

/** What became of messages, and what is decided of those that may or may not have left. */
export interface MailDesk {
  /** @param state only those in this state; null for all */
  read(actor: Actor, state: MailState | null): Promise<Mailbox>;
  settle(actor: Actor, input: SettleInput): Promise<void>;
  /** Sends without waiting a message that waits. */
  retry(actor: Actor, id: string): Promise<void>;
}
