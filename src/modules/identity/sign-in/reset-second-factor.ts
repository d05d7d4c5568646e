import { sql } from 'kysely';
import { OPERATOR } from '#platform/actor/actor.ts';
import { recordEvent } from '#platform/audit/record-event.ts';
import { type Database, openSignInDatabase, transact } from '#platform/database/database.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { endSessions } from './sessions.ts';

/**
 * Takes the codes and the passkeys of somebody who lost them away, and ends their sessions: they sign in
 * with what is left, and set up another second factor if their role demands one. For whoever runs the
 * site's machine, once they have made sure who is asking.
 *
 * @param app under the application's role, for the record
 * @throws DomainError 'not-found'
 */
export async function resetSecondFactor(url: string, app: Database, email: string): Promise<void> {
  const db = openSignInDatabase(url, 1);
  try {
    const person = await db
      .selectFrom('person')
      .select('id')
      .where('email', '=', email.trim().toLowerCase())
      .executeTakeFirst();
    if (!person) {
      throw new DomainError('not-found', `Personne n’a l’adresse « ${email.trim()} ».`);
    }
    await transact(app, OPERATOR, (tx) =>
      recordEvent(tx, {
        action: 'reset-second-factor',
        subject: { kind: 'person', key: person.id },
        audience: 'people',
        personId: person.id,
      }),
    );
    await db.transaction().execute(async (tx) => {
      await tx.deleteFrom('auth.two_factor').where('person_id', '=', person.id).execute();
      await tx.deleteFrom('auth.passkey').where('person_id', '=', person.id).execute();
      await tx
        .updateTable('person')
        .set({ two_factor_enabled: false, updated_at: sql<Date>`now()` })
        .where('id', '=', person.id)
        .execute();
    });
    await endSessions(db, person.id);
  } finally {
    await db.destroy();
  }
}
