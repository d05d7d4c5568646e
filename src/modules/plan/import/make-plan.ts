import type { ActorTransaction } from '#platform/database/database.ts';
import type { FollowUpTable } from '../follow-up-table/index.ts';

export interface PlanPeriod {
  /** As written, "2019-2024"; null where the title gives no years. */
  readonly text: string | null;
  readonly from: string | null;
  /** Included. */
  readonly to: string | null;
  /** The first day the definitions are taken to hold: what a table says of a plan, it says of the plan's years. */
  readonly inForceFrom: string;
}

/** The years a table's title names ("Plan d'action 2019-2024"), as whole calendar years. */
export function planPeriod(
  table: Pick<FollowUpTable, 'title' | 'sheet'>,
  asOf: string,
): PlanPeriod {
  const found = /\b(20\d\d)\s*[-–—/]\s*(20\d\d)\b/.exec(table.title ?? '');
  const [, first, last] = found ?? [];
  if (!first || !last || last < first) {
    return { text: null, from: null, to: null, inForceFrom: asOf };
  }
  const from = `${first}-01-01`;
  return {
    text: `${first}-${last}`,
    from,
    to: `${last}-12-31`,
    inForceFrom: from < asOf ? from : asOf,
  };
}

/**
 * Makes a plan from the first table of it that comes in, titled from the workbook. Where somebody
 * else has just made it, the transaction fails as crossed rather than for a duplicate key.
 */
export async function makePlan(
  tx: ActorTransaction,
  key: string,
  table: FollowUpTable,
  asOf: string,
): Promise<number> {
  const period = planPeriod(table, asOf);
  const { id } = await tx
    .insertInto('plan')
    .values({ key })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('plan_version')
    .values({
      plan_id: id,
      valid: `[${period.inForceFrom},)`,
      title: table.title ?? key,
      period_text: period.text,
      period: period.from && period.to ? `[${period.from},${period.to}]` : null,
    })
    .execute();
  return id;
}
