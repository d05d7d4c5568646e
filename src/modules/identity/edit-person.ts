import { sql } from 'kysely';
import { z } from 'zod';
import type { Actor } from '#platform/actor/actor.ts';
import { recordEvent } from '#platform/audit/record-event.ts';
import type { ActorTransaction } from '#platform/database/database.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { line, parseInput } from './grant-input.ts';
import { revokeOpenInvitations } from './issue-invitation.ts';
import { peoplePolicy } from './policy.ts';
import { demandPerson, findPersonByEmail, type StoredPerson } from './stored-person.ts';

const LONGEST_NAME = 120;
const LONGEST_EMAIL = 254;

export const accountSchema = z.object({
  name: line('Nom', LONGEST_NAME).min(1, { error: 'Nom : un texte est attendu.' }),
  language: z.enum(['fr', 'en'], { error: 'Langue : français ou anglais.' }),
});

export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(LONGEST_EMAIL, { error: `Courriel : ${LONGEST_EMAIL} caractères au plus.` })
  .pipe(z.email({ error: 'Courriel : une adresse comme nom@exemple.ca est attendue.' }));

const personSchema = accountSchema.extend({ email: emailSchema });

export type AccountInput = z.input<typeof accountSchema>;
export type PersonInput = z.input<typeof personSchema>;

/**
 * Changes one's own name or language.
 *
 * @throws DomainError 'forbidden', 'invalid', 'not-found'
 */
export async function editOwnAccount(
  tx: ActorTransaction,
  actor: Actor,
  personId: string,
  input: AccountInput,
): Promise<void> {
  peoplePolicy.demand(actor, 'edit-own-account', personId);
  const person = await demandPerson(tx, personId);
  await write(tx, person, { ...parseInput(accountSchema, input), email: person.email });
}

/**
 * Corrects somebody's name, language or address. An address that changes is to be verified anew, and
 * the invitations sent to the other one lead nowhere any more.
 *
 * @throws DomainError 'forbidden', 'invalid', 'not-found', 'conflict' when the address is another's
 */
export async function editPerson(
  tx: ActorTransaction,
  actor: Actor,
  personId: string,
  input: PersonInput,
): Promise<void> {
  peoplePolicy.demand(actor, 'edit-person');
  const person = await demandPerson(tx, personId);
  if (person.isErased) {
    throw new DomainError('conflict', 'L’identité de cette personne est effacée.');
  }
  const given = parseInput(personSchema, input);
  const other = await findPersonByEmail(tx, given.email);
  if (other && other.id !== personId) {
    throw new DomainError('conflict', 'Cette adresse est celle d’une autre personne.');
  }
  await write(tx, person, given);
  if (given.email !== person.email) await revokeOpenInvitations(tx, personId);
}

/** The record says which fields changed, and not what they were: names and addresses stay out of it. */
async function write(
  tx: ActorTransaction,
  person: StoredPerson,
  given: z.output<typeof personSchema>,
): Promise<void> {
  const fields = (['name', 'language', 'email'] as const).filter(
    (field) => given[field] !== person[field],
  );
  if (fields.length === 0) return;
  await tx
    .updateTable('person')
    .set({
      name: given.name,
      language: given.language,
      updated_at: sql`now()`,
      ...(fields.includes('email') ? { email: given.email, email_verified: false } : {}),
    })
    .where('id', '=', person.id)
    .execute();
  await recordEvent(tx, {
    action: 'edit-person',
    subject: { kind: 'person', key: person.id },
    audience: 'people',
    personId: person.id,
    details: { fields },
  });
}
