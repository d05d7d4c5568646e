import type { Actor } from '#platform/actor/actor.ts';
import type { ActorTransaction, Database } from '#platform/database/database.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import type {
  ObservationSummary,
  ObservationsReader,
  ObservationView,
} from './observations-reader.ts';
import { observationPolicy } from './policy.ts';
import { readPublished, readSteps, readSummaries, readVersions } from './queries.ts';

/** Reads what is published, for everyone. */
export function openObservationsReader(db: Database): ObservationsReader {
  return { published: () => readPublished(db) };
}

/** The observer's texts, drafts included. @throws DomainError 'forbidden' */
export async function readObservations(
  tx: ActorTransaction,
  actor: Actor,
): Promise<ObservationSummary[]> {
  observationPolicy.demand(actor, 'list-observations');
  return readSummaries(tx);
}

/** The largest number PostgreSQL's integer holds. */
const LARGEST_ID = 2_147_483_647;

/**
 * One of the observer's texts with its versions. To anybody else there is none, published or not: what
 * is published is read where everyone reads it.
 *
 * @throws DomainError 'not-found'
 */
export async function demandObservation(
  tx: ActorTransaction,
  actor: Actor,
  id: number,
): Promise<ObservationView> {
  const exists = Number.isInteger(id) && id >= 1 && id <= LARGEST_ID;
  const [stored] = exists ? await readSummaries(tx, id) : [];
  const summary =
    stored && observationPolicy.may(actor, 'read-observation', stored.state) ? stored : null;
  const versions = summary ? await readVersions(tx, id) : [];
  const [current] = versions;
  if (!summary || !current) {
    throw new DomainError('not-found', 'Aucune observation à cette adresse.');
  }
  return { ...summary, current, versions, steps: await readSteps(tx, id) };
}
