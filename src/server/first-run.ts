import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { SYSTEM } from '#platform/actor/actor.ts';
import { recordEvent } from '#platform/audit/record-event.ts';
import { type Database, transact } from '#platform/database/database.ts';
import { fillAddress, SIGN_IN } from '#web/page/addresses.ts';

/** In hours. Another is given at the next start. */
const LIFE = 24;

/**
 * The one-time address that makes the first administrator, while there is none; null afterwards. One
 * that was given earlier is worth nothing any more.
 */
export function offerFirstRun(db: Database, baseUrl: string): Promise<string | null> {
  return transact(db, SYSTEM, async (tx) => {
    const administrator = await tx
      .selectFrom('role_grant')
      .select('id')
      .where('role', '=', 'administration')
      .executeTakeFirst();
    if (administrator) return null;
    await tx
      .updateTable('invitation')
      .set({ revoked_at: sql<Date>`now()` })
      .where('person_id', 'is', null)
      .where('revoked_at', 'is', null)
      .execute();
    const token = randomBytes(32).toString('base64url');
    await tx
      .insertInto('invitation')
      .values({
        token_hash: createHash('sha256').update(token).digest('hex'),
        expires_at: sql<Date>`now() + make_interval(hours => ${LIFE})`,
      })
      .execute();
    await recordEvent(tx, {
      action: 'offer-first-run',
      subject: { kind: 'platform', key: 'administration' },
      audience: 'people',
    });
    return `${baseUrl}${fillAddress(SIGN_IN.invitation, { token })}`;
  });
}
