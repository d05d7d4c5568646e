import { z } from 'zod';
import type { Actor } from '#platform/actor/actor.ts';
import type { ActorTransaction } from '#platform/database/database.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { accountSchema, emailSchema } from './edit-person.ts';
import { grantSchema, parseInput } from './grant-input.ts';
import { insertGrant } from './grant-role.ts';
import { type IssuedInvitation, issueInvitation } from './issue-invitation.ts';
import { peoplePolicy } from './policy.ts';
import {
  demandAccess,
  demandPerson,
  findPersonByEmail,
  type StoredPerson,
} from './stored-person.ts';

const inputSchema = accountSchema.extend({
  email: emailSchema,
  grants: z.array(grantSchema).min(1, { error: 'Donnez au moins un rôle.' }),
});

export type InvitePersonInput = z.input<typeof inputSchema>;

export interface InvitedPerson {
  readonly personId: string;
  /** False when the address was somebody's already: their name and language stay as they are. */
  readonly isNew: boolean;
  /** Null for somebody who signs in already: they have the roles, and need no invitation. */
  readonly invitation: IssuedInvitation | null;
}

/**
 * Gives roles to somebody found by their address, whom it makes known when nobody has it, and invites
 * them by mail if they have never come. Earlier invitations lead nowhere any more.
 *
 * @param baseUrl where people reach the site
 *
 * @throws DomainError 'forbidden', 'invalid', 'not-found', or 'conflict' when they have a role already,
 *   or no access any more
 */
export async function invitePerson(
  tx: ActorTransaction,
  actor: Actor,
  input: InvitePersonInput,
  baseUrl: string,
): Promise<InvitedPerson> {
  const given = parseInput(inputSchema, input);
  const roles = given.grants.map(({ role }) => role);
  // Before anybody is looked for: whoever may not invite learns nothing.
  peoplePolicy.demand(actor, 'invite', { roles, onPlatform: false });
  const known = await findPersonByEmail(tx, given.email);
  if (known) {
    demandAccess(known);
    if (!known.hasSignedIn) {
      peoplePolicy.demand(actor, 'invite', { roles, onPlatform: known.onPlatform });
    }
  }
  const person = known ?? (await insertPerson(tx, given));
  for (const grant of given.grants) await insertGrant(tx, actor, person.id, grant);
  return {
    personId: person.id,
    isNew: known === null,
    invitation: person.hasSignedIn ? null : await issueInvitation(tx, person, baseUrl),
  };
}

/**
 * Sends somebody who has never come another invitation, in place of the one they had.
 *
 * @param baseUrl where people reach the site
 *
 * @throws DomainError 'forbidden', 'not-found', or 'conflict' when they come already or have no access
 */
export async function inviteAgain(
  tx: ActorTransaction,
  actor: Actor,
  personId: string,
  baseUrl: string,
): Promise<IssuedInvitation> {
  peoplePolicy.demand(actor, 'invite', { roles: [], onPlatform: false });
  const person = await demandPerson(tx, personId);
  peoplePolicy.demand(actor, 'invite', { roles: [], onPlatform: person.onPlatform });
  demandAccess(person);
  if (person.hasSignedIn) {
    throw new DomainError(
      'conflict',
      'Cette personne s’est déjà connectée : elle n’a plus besoin d’invitation.',
    );
  }
  return issueInvitation(tx, person, baseUrl);
}

async function insertPerson(
  tx: ActorTransaction,
  { name, email, language }: Pick<StoredPerson, 'name' | 'email' | 'language'>,
): Promise<Pick<StoredPerson, 'id' | 'email' | 'language' | 'hasSignedIn'>> {
  const { id } = await tx
    .insertInto('person')
    .values({ name, email, language })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, email, language, hasSignedIn: false };
}
