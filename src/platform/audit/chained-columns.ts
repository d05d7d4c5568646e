import { type RawBuilder, sql } from 'kysely';
import type { ChainedEvent } from './chain.ts';

/** What selects an event (of the table named `e`) as it is hashed. */
export const chainedColumns: RawBuilder<ChainedEvent> = sql`
  e.id,
  to_char(e.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as occurred_at,
  e.actor, e.action, e.subject_kind, e.subject_key, e.organisation_id,
  e.changes::text as changes, e.reason, e.request_id, e.audience,
  e.subject_person::text as subject_person, e.details::text as details`;
