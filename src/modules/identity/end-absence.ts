import { sql } from 'kysely';
import { z } from 'zod';
import type { Actor } from '#platform/actor/actor.ts';
import { recordEvent } from '#platform/audit/record-event.ts';
import type { ActorTransaction } from '#platform/database/database.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { day, parseInput } from './grant-input.ts';
import { peoplePolicy } from './policy.ts';

const inputSchema = z.object({
  absenceId: z.int(),
  /** The first day back. Before it begins, the absence never was. */
  on: day('Retour'),
});

export type EndAbsenceInput = z.input<typeof inputSchema>;

/**
 * Says that somebody is back: from that day on they answer, and their alternates do not.
 *
 * @throws DomainError 'forbidden', 'invalid', 'not-found', 'conflict' when they are back sooner already
 */
export async function endAbsence(
  tx: ActorTransaction,
  actor: Actor,
  input: EndAbsenceInput,
): Promise<void> {
  const { absenceId, on } = parseInput(inputSchema, input);
  const absence = await read(tx, absenceId);
  peoplePolicy.demand(actor, 'declare-absence', absence);
  if (absence.from === null || (absence.until !== null && absence.until <= on)) {
    throw new DomainError('conflict', 'Cette absence prend déjà fin à cette date, ou avant.');
  }
  await sql`
    update absence
       set valid = case when lower(valid) < ${on}::date then daterange(lower(valid), ${on}::date)
                        else 'empty' end
     where id = ${absenceId}`.execute(tx);
  await recordEvent(tx, {
    action: 'end-absence',
    subject: { kind: 'person', key: absence.personId },
    organisationId: absence.organisationId,
    audience: 'people',
    personId: absence.personId,
    changes: [{ field: 'until', before: absence.until, after: on }],
  });
}

interface StoredAbsence {
  readonly personId: string;
  readonly organisationId: number;
  readonly from: string | null;
  readonly until: string | null;
}

async function read(tx: ActorTransaction, id: number): Promise<StoredAbsence> {
  const { rows } = await sql<StoredAbsence>`
    select person_id as "personId", organisation_id as "organisationId",
           lower(valid) as "from", upper(valid) as "until"
      from absence where id = ${id}`.execute(tx);
  const [absence] = rows;
  if (!absence) throw new DomainError('not-found', 'Cette absence est introuvable.');
  return absence;
}
