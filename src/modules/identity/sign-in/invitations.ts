import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { DomainError } from '#platform/errors/domain-error.ts';
import { writePassword } from './account.ts';
import { asSystem, type Desk, recordOwn } from './desk.ts';
import { type Entry, enterByPassword } from './enter.ts';
import type { SignInRequest } from './library.ts';
import { logRefusal } from './log-refusal.ts';
import { demandStrongPassword } from './password-strength.ts';
import { beginAttempt } from './throttle.ts';

/** What is kept of an invitation's token. */
function invitationHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** An invitation that may be accepted. */
export interface OpenInvitation {
  readonly id: string;
  /** Null for the one that makes the first administrator. */
  readonly person: { readonly id: string; readonly name: string; readonly email: string } | null;
  /** Instant, ISO. */
  readonly expiresAt: string;
}

/**
 * Finds an invitation by its token. Reading it changes nothing: whatever opens links in mail may.
 *
 * @throws DomainError 'forbidden' when it has served, was withdrawn, is too old or was never made: all alike
 */
export async function readInvitation(
  desk: Desk,
  request: SignInRequest,
  token: string,
): Promise<OpenInvitation> {
  const row = await desk.db
    .selectFrom('invitation as i')
    .leftJoin('person as p', 'p.id', 'i.person_id')
    .select(['i.id', 'i.expires_at', 'p.id as person', 'p.name', 'p.email'])
    .where('i.token_hash', '=', invitationHash(token))
    .where('i.accepted_at', 'is', null)
    .where('i.revoked_at', 'is', null)
    .where('i.expires_at', '>', sql<Date>`now()`)
    .where('p.erased_at', 'is', null)
    .executeTakeFirst();
  if (!row) {
    logRefusal(request, 'invitation');
    await beginAttempt(desk.db, `invitation:${request.address}`, request.address);
    throw new DomainError(
      'forbidden',
      'Cette invitation a déjà servi, ou elle n’est plus valable. Demandez-en une autre à la personne qui vous a écrit; si vous avez déjà un compte, connectez-vous.',
    );
  }
  const { id, expires_at, person, name, email } = row;
  return {
    id,
    person: person && name && email ? { id: person, name, email } : null,
    expiresAt: expires_at.toISOString(),
  };
}

export interface Acceptance {
  readonly password: string;
  /** Of the first administrator, whom nobody invited by name. */
  readonly name: string;
  readonly email: string;
}

/**
 * Accepts an invitation, once, with a password, and signs in. The address it was mailed to is proven by
 * the link.
 *
 * @throws DomainError 'forbidden' for an invitation that is not open, 'invalid' for what was filled in
 */
export async function acceptInvitation(
  desk: Desk,
  request: SignInRequest,
  token: string,
  given: Acceptance,
): Promise<Entry> {
  const invitation = await readInvitation(desk, request, token);
  const person = invitation.person ?? readFirst(given);
  await demandStrongPassword(given.password, [person.name, person.email]);
  const personId = await settle(desk, invitation, person);
  await writePassword(desk, personId, given.password);
  await recordOwn(desk, personId, request.requestId, {
    action: 'accept-invitation',
    details: { invitation: invitation.id },
  });
  return enterByPassword(desk, request, { email: person.email, password: given.password });
}

/** Marks the invitation as used before anything else: of two who accept at once, one is refused. */
async function settle(
  desk: Desk,
  invitation: OpenInvitation,
  { name, email }: { readonly name: string; readonly email: string },
): Promise<string> {
  const claim = desk.db.updateTable('invitation').where('id', '=', invitation.id);
  const { numUpdatedRows } = await claim
    .set({ accepted_at: sql<Date>`now()` })
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst();
  if (numUpdatedRows === 0n)
    throw new DomainError('forbidden', 'Cette invitation vient de servir.');
  if (invitation.person === null) {
    try {
      const personId = await makeAdministrator(desk, name, email);
      await claim.set({ person_id: personId }).execute();
      return await verified(desk, personId);
    } catch (error) {
      await claim.set({ accepted_at: null }).execute();
      throw error;
    }
  }
  return verified(desk, invitation.person.id);
}

/** Whoever has the link has the address it was mailed to. */
async function verified(desk: Desk, personId: string): Promise<string> {
  await desk.db
    .updateTable('person')
    .set({ email_verified: true })
    .where('id', '=', personId)
    .execute();
  return personId;
}

function readFirst({ name, email }: Acceptance) {
  const person = { name: name.trim(), email: email.trim().toLowerCase() };
  if (person.name === '') throw new DomainError('invalid', 'Écrivez votre nom.');
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(person.email)) {
    throw new DomainError('invalid', `« ${email.trim()} » n’est pas une adresse de courriel.`);
  }
  return person;
}

/** The first administrator runs the platform and names the others, the coordination included. */
async function makeAdministrator(desk: Desk, name: string, email: string): Promise<string> {
  return asSystem(desk, async (tx) => {
    const existing = await tx
      .selectFrom('role_grant')
      .select('id')
      .where('role', '=', 'administration')
      .executeTakeFirst();
    if (existing) throw new DomainError('forbidden', 'Il y a déjà une administration.');
    const { id } = await tx
      .insertInto('person')
      .values({ name, email })
      .returning('id')
      .executeTakeFirstOrThrow();
    for (const role of ['administration', 'coordination']) {
      await tx
        .insertInto('role_grant')
        .values({ person_id: id, role, valid: sql<string>`daterange(local_day(), null)` })
        .execute();
    }
    return id;
  });
}
