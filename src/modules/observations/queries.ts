import { type RawBuilder, sql } from 'kysely';
import type { ActorTransaction, Database } from '#platform/database/database.ts';
import type {
  ObservationStep,
  ObservationSubject,
  ObservationSummary,
  ObservationVersion,
  PublishedObservation,
} from './observations-reader.ts';
import type { ObservationKind, ObservationState } from './rules.ts';

interface Row {
  id: number;
  kind: ObservationKind;
  plan_key: string | null;
  plan_title: string | null;
  plan_title_en: string | null;
  number: string | null;
  measure_name: string | null;
  measure_name_en: string | null;
  version: number;
  published_version: number | null;
  published_at: Date | null;
  withdrawn_at: Date | null;
  title: string;
  title_en: string | null;
  body: string;
  body_en: string | null;
  addressed_to: string | null;
  revised_at: Date | null;
  withdrawal: string | null;
  recorded_at: Date;
}

/** Texts with what they are about, under its latest name. @param version which version says it */
async function readTexts(
  db: Database | ActorTransaction,
  version: RawBuilder<unknown>,
  which: RawBuilder<unknown>,
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select t.id, t.kind, p.key as plan_key, pv.title as plan_title, pv.title_en as plan_title_en,
           mv.number, mv.name as measure_name, mv.name_en as measure_name_en,
           t.version, t.published_version, t.published_at, t.withdrawn_at,
           v.title, v.title_en, v.body, v.body_en, v.addressed_to, v.recorded_at,
           (select max(s.recorded_at) from observer_text_step s
             where s.text_id = t.id and s.action = 'publish') as revised_at,
           (select s.reason from observer_text_step s
             where s.text_id = t.id and s.action = 'withdraw') as withdrawal
      from observer_text t
      join observer_text_version v on v.text_id = t.id and v.version = ${version}
      left join plan p on p.id = t.plan_id
      left join lateral (select n.title, n.title_en from plan_version n
                          where n.plan_id = p.id order by n.valid desc limit 1) pv on true
      left join lateral (select n.number, n.name, n.name_en from measure_version n
                          where n.measure_id = t.measure_id order by n.valid desc limit 1) mv on true
     where ${which}
     order by coalesce(t.published_at, v.recorded_at) desc, t.id desc
  `.execute(db);
  return rows;
}

/** What everyone may read. */
export async function readPublished(db: Database): Promise<PublishedObservation[]> {
  const rows = await readTexts(db, sql`t.published_version`, sql`t.published_at is not null`);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    about: subjectOf(row),
    title: { fr: row.title, en: row.title_en },
    body: row.withdrawn_at === null ? { fr: row.body, en: row.body_en } : null,
    addressedTo: row.addressed_to,
    publishedAt: instantOf(row.published_at),
    revisedAt:
      row.revised_at?.getTime() === row.published_at?.getTime() ? null : instantOf(row.revised_at),
    withdrawn:
      row.withdrawn_at === null
        ? null
        : { at: instantOf(row.withdrawn_at), reason: row.withdrawal ?? '' },
  }));
}

/** The observer's own texts, drafts included; to anybody else the database gives what is published. */
export async function readSummaries(
  tx: ActorTransaction,
  id: number | null = null,
): Promise<ObservationSummary[]> {
  const which = id === null ? sql`true` : sql`t.id = ${id}`;
  return (await readTexts(tx, sql`t.version`, which)).map((row) => ({
    id: row.id,
    kind: row.kind,
    about: subjectOf(row),
    state: stateOf(row),
    title: row.title,
    version: row.version,
    publishedVersion: row.published_version,
    recordedAt: instantOf(row.recorded_at),
  }));
}

/** Every version, the latest first. */
export async function readVersions(
  tx: ActorTransaction,
  id: number,
): Promise<ObservationVersion[]> {
  const { rows } = await sql<Omit<ObservationVersion, 'recordedAt'> & { recordedAt: Date }>`
    select version, title, title_en as "titleEn", body, body_en as "bodyEn",
           addressed_to as "addressedTo", recorded_at as "recordedAt",
           actor_name(recorded_by) as "recordedBy"
      from observer_text_version where text_id = ${id} order by version desc
  `.execute(tx);
  return rows.map((row) => ({ ...row, recordedAt: instantOf(row.recordedAt) }));
}

/** Publications and the withdrawal, the latest first. */
export async function readSteps(tx: ActorTransaction, id: number): Promise<ObservationStep[]> {
  const { rows } = await sql<Omit<ObservationStep, 'recordedAt'> & { recordedAt: Date }>`
    select action, version, reason, recorded_at as "recordedAt",
           actor_name(recorded_by) as "recordedBy"
      from observer_text_step where text_id = ${id} order by id desc
  `.execute(tx);
  return rows.map((row) => ({ ...row, recordedAt: instantOf(row.recordedAt) }));
}

function stateOf({ published_at, withdrawn_at }: Row): ObservationState {
  if (withdrawn_at !== null) return 'withdrawn';
  return published_at === null ? 'draft' : 'published';
}

function subjectOf(row: Row): ObservationSubject {
  const { plan_key, plan_title, number, measure_name } = row;
  if (plan_key === null || plan_title === null) return null;
  return {
    plan: { key: plan_key, title: { fr: plan_title, en: row.plan_title_en } },
    measure:
      number === null || measure_name === null
        ? null
        : { number, name: { fr: measure_name, en: row.measure_name_en } },
  };
}

function instantOf(date: Date | null): string {
  return date?.toISOString() ?? '';
}
