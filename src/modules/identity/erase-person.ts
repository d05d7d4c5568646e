import { sql } from 'kysely';
import type { Actor } from '#platform/actor/actor.ts';
import { recordEvent } from '#platform/audit/record-event.ts';
import type { ActorTransaction } from '#platform/database/database.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { peoplePolicy } from './policy.ts';
import { demandPerson } from './stored-person.ts';

/**
 * Cuts somebody's identity, once their access has ended: name, address, everything one signs in with.
 * What they wrote stays, under nobody's name; the record keeps their id and is still whole.
 *
 * @throws DomainError 'forbidden', 'not-found', 'conflict' while they have access, or once erased
 */
export async function erasePerson(
  tx: ActorTransaction,
  actor: Actor,
  personId: string,
): Promise<void> {
  peoplePolicy.demand(actor, 'erase-person');
  const person = await demandPerson(tx, personId);
  if (person.isErased) {
    throw new DomainError('conflict', 'L’identité de cette personne est déjà effacée.');
  }
  if (!person.hasLeft) {
    throw new DomainError(
      'conflict',
      'Cette personne a encore accès. Mettez d’abord fin à son accès, puis effacez son identité.',
    );
  }
  await sql`select erase_identity(${personId})`.execute(tx);
  await recordEvent(tx, {
    action: 'erase-person',
    subject: { kind: 'person', key: personId },
    audience: 'people',
    personId,
  });
}
