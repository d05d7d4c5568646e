import { findPlanId } from '#modules/plan/index.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { ActorTransaction } from '#platform/database/database.ts';
import { reportPolicy } from './policy.ts';
import { readVersions } from './queries.ts';
import type { SignedVersion } from './report-texts-reader.ts';

/**
 * Every version of a text, whatever its date, the latest recorded first; none where the plan or the
 * text is unknown.
 *
 * @throws DomainError 'forbidden': who wrote what is read by those who write
 */
export async function listTextVersions(
  tx: ActorTransaction,
  actor: Actor,
  planKey: string,
  key: string,
): Promise<readonly SignedVersion[]> {
  reportPolicy.demand(actor, 'edit-report');
  const planId = await findPlanId(tx, planKey);
  return planId === null ? [] : readVersions(tx, planId, key);
}
