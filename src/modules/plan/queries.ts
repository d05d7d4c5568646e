import { type Selectable, sql } from 'kysely';
import type { ActorTransaction, Database, DB } from '#platform/database/database.ts';
import type { OrganisationRef } from './plan-state.ts';
import { isPlanKey } from './rules/plan-key.ts';

type Reader = Database | ActorTransaction;
type Without<Row> = Omit<Row, 'valid' | 'search'>;

export type PlanRow = Without<Selectable<DB['plan_version']>> & {
  key: string;
  period_from: string | null;
  /** Included. */
  period_to: string | null;
};
export type ThemeRow = Without<Selectable<DB['theme_version']>>;
export type MeasureRow = Without<Selectable<DB['measure_version']>>;
export type PartyRow = Without<Selectable<DB['measure_party']>>;
export type IndicatorRow = Without<Selectable<DB['indicator_version']>>;
export type LineRow = Without<Selectable<DB['progress_line_version']>>;
export type StatementRow = Omit<Without<Selectable<DB['statement']>>, 'recorded_by'>;
export type ObservationRow = Selectable<DB['observation']>;

/** The definitions of a plan in force on a date, as rows. */
export interface PlanDefinitions {
  readonly plan: PlanRow;
  readonly themes: readonly ThemeRow[];
  readonly measures: readonly MeasureRow[];
  readonly parties: readonly PartyRow[];
  readonly indicators: readonly IndicatorRow[];
  readonly lines: readonly LineRow[];
}

/** Null when no version of the plan is in force on the date. */
export async function readDefinitions(
  db: Reader,
  planId: number,
  asOf: string,
): Promise<PlanDefinitions | null> {
  const inForce = sql<boolean>`valid @> ${asOf}::date`;
  const plan = await db
    .selectFrom('plan_version')
    .innerJoin('plan', 'plan.id', 'plan_version.plan_id')
    .selectAll('plan_version')
    .select([
      'plan.key',
      sql<string | null>`lower(period)`.as('period_from'),
      sql<string | null>`upper(period) - 1`.as('period_to'),
    ])
    .where('plan_id', '=', planId)
    .where(inForce)
    .executeTakeFirst();
  if (!plan) return null;
  const ofPlan = sql<boolean>`measure_id in (select id from measure where plan_id = ${planId})`;
  // One after the other: a transaction has one connection, which takes one query at a time.
  const themes = await db
    .selectFrom('theme_version')
    .selectAll()
    .where('plan_id', '=', planId)
    .where(inForce)
    .execute();
  const measures = await db
    .selectFrom('measure_version')
    .select([
      'measure_id',
      'plan_id',
      'theme_id',
      'number',
      'name',
      'name_en',
      'short_name',
      'short_name_en',
      'lead_text',
      'collaborator_text',
      'follow_up_id',
      'follow_up_text',
    ])
    .where('plan_id', '=', planId)
    .where(inForce)
    .execute();
  const parties = await db
    .selectFrom('measure_party')
    .selectAll()
    .where(ofPlan)
    .where(inForce)
    .orderBy('position')
    .execute();
  const indicators = await db
    .selectFrom('indicator_version')
    .select([
      'indicator_id',
      'measure_id',
      'position',
      'label',
      'label_en',
      'deadline_text',
      'deadline_edtf',
      'computation',
    ])
    .where(ofPlan)
    .where(inForce)
    .orderBy('position')
    .execute();
  const lines = await db
    .selectFrom('progress_line_version')
    .selectAll()
    .where(ofPlan)
    .where(inForce)
    .orderBy('position')
    .execute();
  return { plan, themes, measures, parties, indicators, lines };
}

/** The statements that hold for a date: the latest recorded, a declaration before a summary. */
export async function readStatements(
  db: Reader,
  planId: number,
  asOf: string,
): Promise<StatementRow[]> {
  const { rows } = await sql<StatementRow>`
    select s.id, s.line_id, s.as_of, s.figure, s.value, s.narrative, s.narrative_en, s.source,
           s.author, s.import_id, s.recorded_at
      from current_statement s
      join progress_line l on l.id = s.line_id
      join measure m on m.id = l.measure_id
     where m.plan_id = ${planId} and s.as_of = ${asOf}::date
  `.execute(db);
  return rows;
}

/** Every statement about one measure's lines, whatever its date, the latest recorded first. */
export async function readMeasureStatements(
  db: Reader,
  measureId: number,
): Promise<StatementRow[]> {
  return db
    .selectFrom('statement')
    .innerJoin('progress_line', 'progress_line.id', 'statement.line_id')
    .select([
      'statement.id',
      'line_id',
      'as_of',
      'figure',
      'value',
      'narrative',
      'narrative_en',
      'source',
      'author',
      'import_id',
      'recorded_at',
    ])
    .where('progress_line.measure_id', '=', measureId)
    .orderBy('as_of', 'desc')
    .orderBy(sql`(source = 'declared')`, 'desc')
    .orderBy('statement.id', 'desc')
    .execute();
}

/** For each indicator, what was last observed for exactly this date. */
export async function readObservations(
  db: Reader,
  planId: number,
  asOf: string,
): Promise<ObservationRow[]> {
  const { rows } = await sql<ObservationRow>`
    select distinct on (o.indicator_id) o.*
      from observation o
      join indicator i on i.id = o.indicator_id
      join measure m on m.id = i.measure_id
     where m.plan_id = ${planId} and o.as_of = ${asOf}::date
     order by o.indicator_id, o.id desc
  `.execute(db);
  return rows;
}

/** The dates for which something was stated, oldest first. */
export async function readStatementDates(db: Reader, planId: number): Promise<string[]> {
  const { rows } = await sql<{ as_of: string }>`
    select distinct s.as_of
      from statement s
      join progress_line l on l.id = s.line_id
      join measure m on m.id = l.measure_id
     where m.plan_id = ${planId}
     order by s.as_of
  `.execute(db);
  return rows.map((row) => row.as_of);
}

/**
 * The first day after `day` on which a definition of the plan begins or ends: of its texts (the plan,
 * its themes and measures), or of its lines too. Null when nothing changes any more.
 */
export async function readNextAmendment(
  db: Reader,
  planId: number,
  day: string,
  depth: 'texts' | 'lines',
): Promise<string | null> {
  const ofPlan = sql`measure_id in (select id from measure where plan_id = ${planId})`;
  const lines = sql`
    union all select valid from measure_party where ${ofPlan}
    union all select valid from indicator_version where ${ofPlan}
    union all select valid from progress_line_version where ${ofPlan}`;
  const { rows } = await sql<{ next: string | null }>`
    select min(edge) as next
      from (select valid from plan_version where plan_id = ${planId}
            union all select valid from theme_version where plan_id = ${planId}
            union all select valid from measure_version where plan_id = ${planId}
            ${depth === 'lines' ? lines : sql``}) versions,
           unnest(array[lower(valid), upper(valid)]) as edge
     where edge > ${day}::date
  `.execute(db);
  return rows[0]?.next ?? null;
}

/** The first and last days on which some version of the plan is in force; the last is excluded. */
export async function readPlanExtent(
  db: Reader,
  planId: number,
): Promise<{ from: string | null; until: string | null }> {
  const { rows } = await sql<{ from: string | null; until: string | null }>`
    select lower(range_agg(valid)) as "from", upper(range_agg(valid)) as until
      from plan_version where plan_id = ${planId}
  `.execute(db);
  return rows[0] ?? { from: null, until: null };
}

/** The organisations a plan's page names, as they were called on the date. */
export async function readOrganisationRefs(
  db: Reader,
  ids: readonly number[],
  asOf: string,
): Promise<Map<number, OrganisationRef>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{
    id: number;
    key: string;
    name: string;
    name_en: string | null;
    acronym: string | null;
  }>`
    select distinct on (o.id) o.id, o.key, v.name, v.name_en, v.acronym
      from organisation o join organisation_version v on v.organisation_id = o.id
     where o.id = any(${[...ids]})
     order by o.id, (v.valid @> ${asOf}::date) desc, v.valid desc
  `.execute(db);
  return new Map(
    rows.map((row) => [
      row.id,
      { key: row.key, name: { fr: row.name, en: row.name_en }, acronym: row.acronym },
    ]),
  );
}

export async function findPlanId(db: Reader, key: string): Promise<number | null> {
  if (!isPlanKey(key)) return null;
  const plan = await db.selectFrom('plan').select('id').where('key', '=', key).executeTakeFirst();
  return plan?.id ?? null;
}
