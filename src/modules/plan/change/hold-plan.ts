import type { ActorTransaction } from '#platform/database/database.ts';

/**
 * Holds a plan for the transaction that is about to change it. Of two that began together, the
 * second is refused as crossed, even where they would write different rows: it read what the first
 * has since changed.
 */
export async function holdPlan(tx: ActorTransaction, planId: number): Promise<void> {
  await tx
    .updateTable('plan')
    .set((plan) => ({ key: plan.ref('key') }))
    .where('id', '=', planId)
    .execute();
}
