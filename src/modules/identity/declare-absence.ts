import { sql } from 'kysely';
import { z } from 'zod';
import type { Actor } from '#platform/actor/actor.ts';
import { recordEvent } from '#platform/audit/record-event.ts';
import type { ActorTransaction } from '#platform/database/database.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { day, parseInput } from './grant-input.ts';
import { demandOrganisation } from './organisation-id.ts';
import { peoplePolicy } from './policy.ts';
import { demandPerson } from './stored-person.ts';

const inputSchema = z
  .object({
    personId: z.string(),
    organisationKey: z.string(),
    from: day('Début de l’absence'),
    /** The first day back; null while nobody knows. */
    until: day('Retour').nullable(),
  })
  .refine(({ from, until }) => until === null || until > from, {
    error: 'L’absence finirait avant de commencer.',
  });

export type DeclareAbsenceInput = z.input<typeof inputSchema>;

/**
 * Says that somebody cannot answer for an organisation over a period: meanwhile its alternates do.
 *
 * @throws DomainError 'forbidden', 'invalid', 'not-found', 'conflict' when it is said already
 */
export async function declareAbsence(
  tx: ActorTransaction,
  actor: Actor,
  input: DeclareAbsenceInput,
): Promise<void> {
  const { personId, organisationKey, from, until } = parseInput(inputSchema, input);
  const organisationId = await demandOrganisation(tx, organisationKey);
  peoplePolicy.demand(actor, 'declare-absence', { personId, organisationId });
  await demandPerson(tx, personId);
  await demandMember(tx, personId, organisationId);
  const valid = sql<string>`daterange(${from}::date, ${until}::date)`;
  const { rows } = await sql`
    select from absence
     where person_id = ${personId} and organisation_id = ${organisationId}
       and valid && ${valid}`.execute(tx);
  if (rows.length > 0) {
    throw new DomainError('conflict', 'Une absence est déjà déclarée à ces dates.');
  }
  await tx
    .insertInto('absence')
    .values({ person_id: personId, organisation_id: organisationId, valid })
    .execute();
  await recordEvent(tx, {
    action: 'declare-absence',
    subject: { kind: 'person', key: personId },
    organisationId,
    audience: 'people',
    personId,
    changes: [
      { field: 'organisation', before: null, after: organisationKey },
      { field: 'from', before: null, after: from },
      ...(until === null ? [] : [{ field: 'until', before: null, after: until }]),
    ],
  });
}

async function demandMember(
  tx: ActorTransaction,
  personId: string,
  organisationId: number,
): Promise<void> {
  const { rows } = await sql`
    select from role_grant
     where person_id = ${personId} and organisation_id = ${organisationId}
       and (upper_inf(valid) or upper(valid) > local_day())`.execute(tx);
  if (rows.length === 0) {
    throw new DomainError('not-found', 'Cette personne n’a pas de rôle dans cette organisation.');
  }
}
