import type { Actor } from '#platform/actor/actor.ts';
import { recordEvent } from '#platform/audit/record-event.ts';
import type { ActorTransaction } from '#platform/database/database.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { revokeOpenInvitations } from './issue-invitation.ts';
import { peoplePolicy } from './policy.ts';
import { demandPerson } from './stored-person.ts';

/**
 * Takes back the invitation of somebody who has not accepted it: its link leads nowhere any more. Their
 * roles stay.
 *
 * @throws DomainError 'forbidden', 'not-found', 'conflict' when none is open
 */
export async function revokeInvitation(
  tx: ActorTransaction,
  actor: Actor,
  personId: string,
): Promise<void> {
  peoplePolicy.demand(actor, 'invite', { roles: [], onPlatform: false });
  const { onPlatform } = await demandPerson(tx, personId);
  peoplePolicy.demand(actor, 'invite', { roles: [], onPlatform });
  if ((await revokeOpenInvitations(tx, personId)) === 0) {
    throw new DomainError('conflict', 'Cette personne n’a pas d’invitation en cours.');
  }
  await recordEvent(tx, {
    action: 'revoke-invitation',
    subject: { kind: 'person', key: personId },
    audience: 'people',
    personId,
  });
}
