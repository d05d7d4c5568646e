import { type Selectable, sql } from 'kysely';
import type { ActorTransaction, Database, DB } from '#platform/database/database.ts';
import { type ReportTemplate, reportTemplateSchema, type TextPart } from './report-template.ts';
import type { SignedVersion, TextVersion } from './report-texts-reader.ts';

type Reader = Database | ActorTransaction;

/** The latest template of a plan, or the default one where `planId` is null; null where none was set. */
export async function readOwnTemplate(
  db: Reader,
  planId: number | null,
): Promise<ReportTemplate | null> {
  const row = await db
    .selectFrom('report_template')
    .select('content')
    .where('plan_id', 'is not distinct from', planId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? reportTemplateSchema.parse(row.content) : null;
}

/** The template a plan's report follows: its own, else the default one. */
export async function readTemplateInForce(
  db: Reader,
  planId: number,
): Promise<ReportTemplate | null> {
  return (await readOwnTemplate(db, planId)) ?? (await readOwnTemplate(db, null));
}

/** Whether some version of the plan holds on the date. */
export async function isInForce(db: Reader, planId: number, asOf: string): Promise<boolean> {
  const row = await db
    .selectFrom('plan_version')
    .select('plan_id')
    .where('plan_id', '=', planId)
    .where(sql<boolean>`valid @> ${asOf}::date`)
    .executeTakeFirst();
  return row !== undefined;
}

/** The version of each text part that holds at a date, withdrawals included. */
export async function readHolding(
  db: Reader,
  planId: number,
  parts: readonly Pick<TextPart, 'key' | 'lasting'>[],
  asOf: string,
): Promise<Map<string, TextVersion>> {
  const { rows } = await sql<Selectable<DB['report_text']>>`
    select distinct on (t.key) t.*
      from report_text t
      join unnest(${parts.map(({ key }) => key)}::text[], ${parts.map(({ lasting }) => lasting)}::boolean[])
           as part(key, lasting) using (key)
     where t.plan_id = ${planId}
       and (t.as_of = ${asOf}::date or (part.lasting and t.as_of < ${asOf}::date))
     order by t.key, t.as_of desc, t.version desc
  `.execute(db);
  return new Map(rows.map((row) => [row.key, versionOf(row)]));
}

/** Every version of a text, the latest recorded first, with who wrote it as the actor may know them. */
export async function readVersions(
  tx: ActorTransaction,
  planId: number,
  key: string,
): Promise<SignedVersion[]> {
  const rows = await tx
    .selectFrom('report_text')
    .selectAll()
    .select(nameOfWriter)
    .where('plan_id', '=', planId)
    .where('key', '=', key)
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({ ...versionOf(row), recordedBy: row.writer }));
}

/** Who wrote a version, as the actor may know them. */
export async function readWriter(tx: ActorTransaction, versionId: number): Promise<string> {
  const { writer } = await tx
    .selectFrom('report_text')
    .select(nameOfWriter)
    .where('id', '=', versionId)
    .executeTakeFirstOrThrow();
  return writer;
}

const nameOfWriter = sql<string>`actor_name(recorded_by)`.as('writer');

function versionOf(row: Selectable<DB['report_text']>): TextVersion {
  return {
    versionId: row.id,
    key: row.key,
    body: row.body === null ? null : { fr: row.body, en: row.body_en },
    source: row.source === 'summary' ? 'summary' : 'declared',
    asOf: row.as_of,
    recordedAt: row.recorded_at.toISOString(),
  };
}
