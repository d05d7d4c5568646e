import { type Database, transact } from '#platform/database/database.ts';
import { readMail } from '#platform/mail/read-mail.ts';
import { retryMail } from '#platform/mail/retry-mail.ts';
import { settleMail } from '#platform/mail/settle-mail.ts';
import type { MailDesk } from '#web/work/mail-desk.ts';

/** Following messages, one transaction for each use case. */
export function openMailDesk(db: Database): MailDesk {
  return {
    read: (actor, state) => transact(db, actor, (tx) => readMail(tx, actor, { state })),
    settle: (actor, input) => transact(db, actor, (tx) => settleMail(tx, actor, input)),
    retry: (actor, id) => transact(db, actor, (tx) => retryMail(tx, actor, { id })),
  };
}
