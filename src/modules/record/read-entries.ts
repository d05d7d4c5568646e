import { type RawBuilder, sql } from 'kysely';
import { personIdOf } from '#platform/actor/actor.ts';
import type { Audience, Change } from '#platform/audit/record-event.ts';
import { TIME_ZONE } from '#platform/clock/clock.ts';
import type { ActorTransaction } from '#platform/database/database.ts';
import { ALL_READINGS, READINGS } from './readings.ts';
import type { RecordEntry, Who, Words } from './record-entry.ts';

/** What of the record is asked for; what is absent or null limits nothing. */
export interface EntryFilter {
  readonly subject?: { readonly kind: string; readonly key: string } | null;
  /** Any of these; none limits nothing. */
  readonly organisationIds?: readonly number[];
  /** What a person did, and what was done about them. */
  readonly personId?: string | null;
  /** An action, or `ALL_READINGS`. */
  readonly action?: string | null;
  /** Days in Québec, both included, ISO. */
  readonly from?: string | null;
  readonly to?: string | null;
  /** Leaves out what only reads. */
  readonly withoutReadings?: boolean;
}

export interface Stretch {
  /** Entries of lower numbers only. */
  readonly before?: number | null;
  /** Entries of higher numbers only. */
  readonly after?: number;
  readonly limit: number;
  readonly order: 'newest' | 'oldest';
}

interface Row {
  id: number;
  at: string;
  day: string;
  actor: string;
  action: string;
  subject_kind: string;
  subject_key: string;
  changes: Change[];
  reason: string | null;
  request_id: string | null;
  audience: Audience;
  subject_person: string | null;
  details: Record<string, unknown>;
  actor_name: string | null;
  actor_erased: boolean | null;
  person_name: string | null;
  person_erased: boolean | null;
  organisation_key: string | null;
  organisation_name: string | null;
  organisation_name_en: string | null;
  label: string | null;
  label_en: string | null;
  position: number | null;
  hash: string | null;
}

/** A stretch of the record, in one query; row-level security leaves what the actor may see. */
export async function readEntries(
  tx: ActorTransaction,
  filter: EntryFilter,
  { before = null, after = 0, limit, order }: Stretch,
): Promise<RecordEntry[]> {
  const direction = order === 'newest' ? sql`desc` : sql`asc`;
  const { rows } = await sql<Row>`
    with chosen as materialized (
      select * from audit_event e
       where e.id > ${after}
         and (${before}::integer is null or e.id < ${before})
         and ${conditions(filter)}
       order by e.id ${direction}
       limit ${limit}
    )
    select e.id, to_char(e.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
           (e.occurred_at at time zone ${TIME_ZONE})::date as day,
           e.actor, e.action, e.subject_kind, e.subject_key, e.changes, e.reason, e.request_id,
           e.audience, e.subject_person, e.details,
           a.name as actor_name, a.erased_at is not null as actor_erased,
           p.name as person_name, p.erased_at is not null as person_erased,
           o.key as organisation_key, v.name as organisation_name, v.name_en as organisation_name_en,
           coalesce(plan.title, named.name) as label, coalesce(plan.title_en, named.name_en) as label_en,
           l.position, l.hash
      from chosen e
      left join person a
        on a.id = case when e.actor ~ '^person:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
                       then substr(e.actor, 8)::uuid end
      left join person p on p.id = e.subject_person
      left join organisation o on o.id = e.organisation_id
      left join lateral (${nameOf(sql`o.id`)}) v on true
      left join lateral (
        select w.title, w.title_en from plan q join plan_version w on w.plan_id = q.id
         where e.subject_kind = 'plan' and q.key = e.subject_key
         order by upper(w.valid) desc nulls first limit 1) plan on true
      left join organisation so on e.subject_kind = 'organisation' and so.key = e.subject_key
      left join lateral (${nameOf(sql`so.id`)}) named on true
      left join audit_link l on l.event_id = e.id
     order by e.id ${direction}
  `.execute(tx);
  return rows.map(entryOf);
}

/** What an organisation is called now, or was called last. */
function nameOf(id: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select n.name, n.name_en from organisation_version n
     where n.organisation_id = ${id} order by upper(n.valid) desc nulls first limit 1`;
}

function conditions(filter: EntryFilter): RawBuilder<unknown> {
  const { subject, organisationIds = [], personId, action, from, to } = filter;
  const readings = sql`any (${[...READINGS]}::text[])`;
  const all: RawBuilder<unknown>[] = [sql`true`];
  if (subject) {
    all.push(sql`e.subject_kind = ${subject.kind} and e.subject_key = ${subject.key}`);
  }
  if (organisationIds.length > 0) {
    all.push(sql`e.organisation_id = any (${[...organisationIds]}::integer[])`);
  }
  if (personId) {
    all.push(sql`(e.subject_person = ${personId}::uuid or e.actor = ${`person:${personId}`})`);
  }
  if (action === ALL_READINGS) all.push(sql`e.action = ${readings}`);
  else if (action) all.push(sql`e.action = ${action}`);
  if (filter.withoutReadings) all.push(sql`not (e.action = ${readings})`);
  if (from) all.push(sql`e.occurred_at >= ${from}::date::timestamp at time zone ${TIME_ZONE}`);
  if (to) all.push(sql`e.occurred_at < (${to}::date + 1)::timestamp at time zone ${TIME_ZONE}`);
  return sql.join(all, sql` and `);
}

function entryOf(row: Row): RecordEntry {
  const { organisation_key: key, organisation_name: name } = row;
  return {
    id: row.id,
    occurredAt: row.at,
    day: row.day,
    action: row.action,
    actorId: row.actor,
    actor: actorOf(row),
    subject: {
      kind: row.subject_kind,
      key: row.subject_key,
      label: wordsOf(row.label, row.label_en),
    },
    organisation:
      key === null
        ? null
        : { key, name: wordsOf(name, row.organisation_name_en) ?? { fr: key, en: null } },
    about:
      row.subject_person === null
        ? null
        : whoOf(row.subject_person, row.person_name, row.person_erased ?? false),
    changes: row.changes,
    reason: row.reason,
    requestId: row.request_id,
    audience: row.audience,
    personId: row.subject_person,
    details: row.details,
    link:
      row.position === null || row.hash === null
        ? null
        : { position: row.position, hash: row.hash },
  };
}

function actorOf({ actor, actor_name, actor_erased }: Row): Who {
  if (actor === 'system' || actor === 'operator') return { kind: actor };
  return whoOf(personIdOf(actor) ?? actor, actor_name, actor_erased ?? false);
}

/** Somebody without a name is somebody row-level security does not show. */
function whoOf(id: string, name: string | null, erased: boolean): Who {
  if (name === null) return { kind: 'unseen' };
  return erased ? { kind: 'erased', id } : { kind: 'person', id, name };
}

function wordsOf(fr: string | null, en: string | null): Words | null {
  return fr === null ? null : { fr, en };
}
