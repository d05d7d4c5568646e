import type { Actor } from '#platform/actor/actor.ts';
import { recordEvent } from '#platform/audit/record-event.ts';
import type { ActorTransaction } from '#platform/database/database.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { observationPolicy } from './policy.ts';
import { demandObservation } from './read-observations.ts';

/**
 * Publishes the version that holds, in place of the one published before, if any. From then on everyone
 * reads it.
 *
 * @param seen the version under the observer's eyes
 * @throws DomainError 'not-found', 'forbidden', 'invalid' when it is published already, 'conflict'
 *   when another version was written since `seen`
 */
export async function publishObservation(
  tx: ActorTransaction,
  actor: Actor,
  { id, seen }: { readonly id: number; readonly seen: number },
): Promise<void> {
  observationPolicy.demand(actor, 'publish-observation', 'draft');
  const { state, version, publishedVersion, kind } = await demandObservation(tx, actor, id);
  observationPolicy.demand(actor, 'publish-observation', state);
  if (version !== seen) {
    throw new DomainError(
      'conflict',
      'Une autre version a été enregistrée : rien n’a été publié. Relisez-la, puis publiez.',
      { version },
    );
  }
  if (version === publishedVersion) {
    throw new DomainError('invalid', 'C’est déjà la version publiée.');
  }
  await tx
    .insertInto('observer_text_step')
    .values({ text_id: id, version, action: 'publish' })
    .execute();
  await recordEvent(tx, {
    action: 'publish-observation',
    subject: { kind: 'observation', key: String(id) },
    changes: [{ field: 'state', before: state, after: 'published' }],
    details: { kind, version },
  });
}
