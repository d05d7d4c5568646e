import { type Actor, personIdOf } from '#platform/actor/actor.ts';
import type { ActorTransaction } from '#platform/database/database.ts';
import type { Absence, Grant, NamedOrganisation } from './people-reader.ts';
import { readAbsences, readGrants } from './read-grants.ts';
import type { Moment } from './read-people.ts';
import { isNotOver } from './rules/period.ts';

/** One's own roles and absences, past ones left out, and the organisations one acts for today. */
export interface OwnWork {
  readonly grants: readonly Grant[];
  readonly absences: readonly Absence[];
  readonly organisations: readonly NamedOrganisation[];
}

export async function readOwnWork(
  tx: ActorTransaction,
  actor: Actor,
  { today }: Moment,
): Promise<OwnWork> {
  const id = personIdOf(actor.id);
  if (id === null) return { grants: [], absences: [], organisations: [] };
  const about = { personIds: [id] };
  const grants = ((await readGrants(tx, about, today)).get(id) ?? []).filter(isNotOver);
  const absences = ((await readAbsences(tx, about, today)).get(id) ?? []).filter(isNotOver);
  const organisations = new Map(
    grants.flatMap(({ organisation, when }) =>
      organisation && when === 'now' ? [[organisation.key, organisation] as const] : [],
    ),
  );
  return { grants, absences, organisations: [...organisations.values()] };
}
