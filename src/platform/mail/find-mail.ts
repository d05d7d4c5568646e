import type { Selectable } from 'kysely';
import type { ActorTransaction, DB } from '../database/database.ts';
import { DomainError } from '../errors/domain-error.ts';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** @throws DomainError 'not-found' when there is no such message, or the actor may not see it */
export async function findMail(
  tx: ActorTransaction,
  id: string,
): Promise<Selectable<DB['mail_message']>> {
  const message = ID.test(id)
    ? await tx.selectFrom('mail_message').selectAll().where('id', '=', id).executeTakeFirst()
    : undefined;
  if (message) return message;
  throw new DomainError('not-found', `Aucun message n’a le numéro « ${id} ».`);
}
