import { sql } from 'kysely';
import { type Actor, personIdOf } from '#platform/actor/actor.ts';
import { recordEvent } from '#platform/audit/record-event.ts';
import type { ActorTransaction } from '#platform/database/database.ts';
import { READINGS } from './readings.ts';
import type { RecordEntry } from './record-entry.ts';

/** Reading on within this time is one reading, in PostgreSQL's words. */
const ONE_READING = '1 hour';

/** The people, other than the reader, whom these entries tell personal data of. */
export function peopleToldOf(actor: Actor, entries: readonly RecordEntry[]): string[] {
  const reader = personIdOf(actor.id);
  const told = entries.flatMap(({ audience, personId, action }) =>
    audience === 'people' && personId !== null && personId !== reader && !isReading(action)
      ? [personId]
      : [],
  );
  return [...new Set(told)];
}

/** Records that somebody's personal data were read, once for each of them while the reading lasts. */
export async function recordReadings(
  tx: ActorTransaction,
  actor: Actor,
  people: readonly string[],
  how: 'page' | 'export',
): Promise<void> {
  if (people.length === 0 || actor.kind === 'system') return;
  const { rows } = await sql<{ id: string }>`
    select distinct subject_person as id from audit_event
     where subject_person = any (${[...people]}::uuid[])
       and action = 'read-personal-data' and actor = ${actor.id}
       and details->>'how' = ${how}
       and occurred_at > now() - ${ONE_READING}::interval
  `.execute(tx);
  const known = new Set(rows.map(({ id }) => id));
  for (const personId of people.filter((id) => !known.has(id))) {
    await recordEvent(tx, {
      action: 'read-personal-data',
      subject: { kind: 'person', key: personId },
      audience: 'people',
      personId,
      details: { how },
    });
  }
}

function isReading(action: string): boolean {
  return READINGS.some((reading) => reading === action);
}
