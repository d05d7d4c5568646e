import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { recordEvent } from '#platform/audit/record-event.ts';
import type { ActorTransaction } from '#platform/database/database.ts';
import { composeMail } from '#platform/mail/compose.ts';
import { queueMail } from '#platform/mail/queue-mail.ts';
import { accountLetter } from './sign-in/account-letter.ts';
import type { StoredPerson } from './stored-person.ts';

/** How long an invitation can be accepted, in days. */
export const INVITATION_DAYS = 7;

/** What is shown once, to whoever runs commands on a machine that sends no mail. */
export interface IssuedInvitation {
  /** Lets in whoever has it. Kept nowhere. */
  readonly link: string;
}

/**
 * Makes the one invitation of a person that can be accepted, and mails it. Whoever calls has asked the
 * policy.
 *
 * @param baseUrl where people reach the site
 */
export async function issueInvitation(
  tx: ActorTransaction,
  person: Pick<StoredPerson, 'id' | 'email' | 'language'>,
  baseUrl: string,
): Promise<IssuedInvitation> {
  const { id, email, language } = person;
  await revokeOpenInvitations(tx, id);
  const token = randomBytes(32).toString('base64url');
  await tx
    .insertInto('invitation')
    .values({
      person_id: id,
      token_hash: createHash('sha256').update(token).digest('hex'),
      expires_at: sql`now() + make_interval(days => ${INVITATION_DAYS})`,
    })
    .execute();
  const path = `/invitation/${token}`;
  const mail = { kind: 'invitation', person: { id, email, language }, path } as const;
  const letter = composeMail(accountLetter(mail, baseUrl));
  await queueMail(tx, { ...letter, kind: 'invitation', personId: id, to: email });
  await recordEvent(tx, {
    action: 'invite-person',
    subject: { kind: 'person', key: id },
    audience: 'people',
    personId: id,
    details: { days: INVITATION_DAYS },
  });
  return { link: `${baseUrl}${path}` };
}

/** @returns how many there were */
export async function revokeOpenInvitations(
  tx: ActorTransaction,
  personId: string,
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('invitation')
    .set({ revoked_at: sql`now()` })
    .where('person_id', '=', personId)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
