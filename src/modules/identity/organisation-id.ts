import type { ActorTransaction } from '#platform/database/database.ts';
import { DomainError } from '#platform/errors/domain-error.ts';

/** @returns the id of the organisation that has this key; null when none has */
export async function findOrganisationId(
  tx: ActorTransaction,
  key: string,
): Promise<number | null> {
  const found = await tx
    .selectFrom('organisation')
    .select('id')
    .where('key', '=', key)
    .executeTakeFirst();
  return found?.id ?? null;
}

/** @throws DomainError 'not-found' */
export async function demandOrganisation(tx: ActorTransaction, key: string): Promise<number> {
  const id = await findOrganisationId(tx, key);
  if (id === null) {
    throw new DomainError('not-found', `Aucune organisation n’a la clé « ${key} ».`);
  }
  return id;
}
