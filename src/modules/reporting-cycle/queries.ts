import { type RawBuilder, sql } from 'kysely';
import type { ActorTransaction } from '#platform/database/database.ts';
import type { UpdateTarget } from './policy.ts';
import type { Figure, UpdateAction, UpdateState } from './rules.ts';
import type {
  LedLine,
  OrganisationName,
  UpdateRef,
  UpdateStep,
  UpdateSummary,
  UpdateVersion,
} from './update-reader.ts';

/** A line an organisation leads on a date, and its update as far as the actor may see it. */
export interface LineRecord {
  readonly organisation: OrganisationName;
  readonly organisationId: number;
  readonly asOf: string;
  readonly line: LedLine;
  /** Null when nobody began one, or the actor may not see it. */
  readonly updateId: number | null;
  readonly update: UpdateSummary | null;
}

interface LineRow {
  organisation_id: number;
  organisation_key: string;
  organisation_name: string;
  acronym: string | null;
  as_of: string;
  line_id: number;
  plan_key: string;
  plan_title: string;
  measure_id: number;
  number: string;
  measure_name: string;
  expected: boolean;
  branches: string[];
  label: string | null;
  deadline: string | null;
  last_as_of: string | null;
  last_figure: Figure | null;
  last_value: number | null;
  last_narrative: string | null;
  update_id: number | null;
  state: UpdateState | null;
  version: number | null;
  not_validated: boolean | null;
  figure: Figure | null;
  value: number | null;
  recorded_at: Date | null;
  recorded_by: string | null;
}

/**
 * Lines with the organisation that leads each, in one query whatever their number.
 *
 * @param from gives `organisation_id`, `line_id` and `as_of`; updates are joined to it
 */
async function readRecords(tx: ActorTransaction, from: RawBuilder<unknown>): Promise<LineRecord[]> {
  const { rows } = await sql<LineRow>`
    select w.organisation_id, o.key as organisation_key, ov.name as organisation_name, ov.acronym,
           w.as_of, w.line_id, p.key as plan_key, pv.title as plan_title,
           m.measure_id, m.number, coalesce(m.short_name, m.name) as measure_name,
           l.expected,
           array(select distinct q.qualifier from measure_party q
                  where q.measure_id = l.measure_id and q.role = 'lead'
                    and q.organisation_id = w.organisation_id and q.valid @> w.as_of
                    and q.qualifier is not null
                  order by 1) as branches,
           case when l.scope <> 'measure' then coalesce(l.label, i.label) end as label,
           i.deadline_text as deadline,
           s.as_of as last_as_of, s.figure as last_figure, s.value as last_value,
           s.narrative as last_narrative,
           u.id as update_id, u.state, u.version, u.not_validated,
           v.figure, v.value, v.recorded_at, actor_name(v.recorded_by) as recorded_by
      from (${from}) w
      join organisation o on o.id = w.organisation_id
      join lateral (select n.name, n.acronym from organisation_version n
                     where n.organisation_id = o.id
                     order by (n.valid @> w.as_of) desc, n.valid desc limit 1) ov on true
      join progress_line_version l on l.line_id = w.line_id and l.valid @> w.as_of
      join measure_version m on m.measure_id = l.measure_id and m.valid @> w.as_of
      join plan p on p.id = m.plan_id
      join plan_version pv on pv.plan_id = p.id and pv.valid @> w.as_of
      left join indicator_version i on i.indicator_id = l.indicator_id and i.valid @> w.as_of
      left join lateral (select c.as_of, c.figure, c.value, c.narrative from current_statement c
                          where c.line_id = w.line_id and c.as_of <= w.as_of
                          order by c.as_of desc limit 1) s on true
      left join line_update u on u.line_id = w.line_id and u.organisation_id = w.organisation_id
                             and u.as_of = w.as_of
      left join line_update_version v on v.update_id = u.id and v.version = u.version
     where exists (select from measure_party q
                    where q.measure_id = l.measure_id and q.role = 'lead'
                      and q.organisation_id = w.organisation_id and q.valid @> w.as_of)
     order by p.key, m.measure_id, l.position
  `.execute(tx);
  return rows.map(recordOf);
}

/** Every line an organisation leads on a date. */
export function readLedLines(
  tx: ActorTransaction,
  organisationId: number,
  asOf: string,
): Promise<LineRecord[]> {
  return readRecords(
    tx,
    sql`select distinct q.organisation_id, l.line_id, ${asOf}::date as as_of
          from measure_party q
          join progress_line_version l on l.measure_id = q.measure_id and l.valid @> ${asOf}::date
         where q.organisation_id = ${organisationId} and q.role = 'lead' and q.valid @> ${asOf}::date`,
  );
}

/** One line; null when the organisation does not lead it on that date, or there is no such thing. */
export async function readLedLine(
  tx: ActorTransaction,
  { organisationKey, lineId, asOf }: UpdateRef,
): Promise<LineRecord | null> {
  const records = await readRecords(
    tx,
    sql`select o.id as organisation_id, ${lineId}::integer as line_id, ${asOf}::date as as_of
          from organisation o where o.key = ${organisationKey}`,
  );
  return records[0] ?? null;
}

/** The updates in some states that the actor may see. */
export function readUpdatesIn(
  tx: ActorTransaction,
  states: readonly UpdateState[],
): Promise<LineRecord[]> {
  return readRecords(
    tx,
    sql`select organisation_id, line_id, as_of from line_update where state = any(${[...states]})`,
  );
}

/** The latest date for which the organisation began an update that the actor may see. */
export async function readLatestAsOf(
  tx: ActorTransaction,
  organisationId: number,
): Promise<string | null> {
  const { rows } = await sql<{ as_of: string | null }>`
    select max(as_of) as as_of from line_update where organisation_id = ${organisationId}
  `.execute(tx);
  return rows[0]?.as_of ?? null;
}

/** Whether somebody validates the line for the organisation today. */
export async function readHasValidator(
  tx: ActorTransaction,
  { organisationId, line, asOf }: LineRecord,
): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select has_validator(${organisationId}, ${line.lineId}, ${asOf}::date) as has`.execute(tx);
  return rows[0]?.has ?? false;
}

/** What the policy asks about. */
export function targetOf(record: LineRecord, hasValidator: boolean): UpdateTarget {
  return {
    organisationId: record.organisationId,
    measureId: record.line.measure.id,
    branches: record.line.branches,
    state: record.update?.state ?? 'draft',
    hasValidator,
  };
}

/** The versions the actor may see, the latest first. */
export async function readVersions(
  tx: ActorTransaction,
  updateId: number,
): Promise<UpdateVersion[]> {
  const { rows } = await sql<
    Omit<UpdateVersion, 'recordedAt' | 'recordedBy'> & { recorded_at: Date; recorded_by: string }
  >`
    select version, figure, value, narrative, difficulty, recorded_at,
           actor_name(recorded_by) as recorded_by
      from line_update_version where update_id = ${updateId} order by version desc
  `.execute(tx);
  return rows.map(({ recorded_at, recorded_by, ...version }) => ({
    ...version,
    recordedAt: recorded_at.toISOString(),
    recordedBy: recorded_by,
  }));
}

/** The passages the actor may see, the latest first. */
export async function readSteps(tx: ActorTransaction, updateId: number): Promise<UpdateStep[]> {
  const { rows } = await sql<{
    action: UpdateAction;
    from_state: UpdateState;
    to_state: UpdateState;
    reason: string | null;
    recorded_at: Date;
    recorded_by: string;
  }>`
    select action, from_state, to_state, reason, recorded_at,
           -- An organisation does not see who is who at the coordination: that it was them is enough.
           case when from_state = 'validated' and actor_name(recorded_by) = 'Une personne'
                then 'La coordination' else actor_name(recorded_by) end as recorded_by
      from line_update_step where update_id = ${updateId} order by id desc
  `.execute(tx);
  return rows.map((row) => ({
    action: row.action,
    from: row.from_state,
    to: row.to_state,
    reason: row.reason,
    recordedAt: row.recorded_at.toISOString(),
    recordedBy: row.recorded_by,
  }));
}

function recordOf(row: LineRow): LineRecord {
  return {
    organisation: {
      key: row.organisation_key,
      name: row.organisation_name,
      acronym: row.acronym,
    },
    organisationId: row.organisation_id,
    asOf: row.as_of,
    line: {
      lineId: row.line_id,
      plan: { key: row.plan_key, title: row.plan_title },
      measure: { id: row.measure_id, number: row.number, name: row.measure_name },
      branches: row.branches,
      expected: row.expected,
      label: row.label,
      deadline: row.deadline,
      last:
        row.last_as_of === null || row.last_figure === null
          ? null
          : {
              asOf: row.last_as_of,
              figure: row.last_figure,
              value: row.last_value,
              narrative: row.last_narrative,
            },
    },
    updateId: row.update_id,
    update: summaryOf(row),
  };
}

/** Null where nothing is written yet, as where there is nothing at all. */
function summaryOf(row: LineRow): UpdateSummary | null {
  const { state, version, figure, recorded_at, recorded_by } = row;
  if (!state || !version || !figure || !recorded_at || !recorded_by) return null;
  return {
    state,
    version,
    notValidated: row.not_validated ?? false,
    figure,
    value: row.value,
    recordedAt: recorded_at.toISOString(),
    recordedBy: recorded_by,
  };
}
