import { sql } from 'kysely';
import type { Database } from '#platform/database/database.ts';
import { keepWhileUnchanged } from '#platform/database/keep.ts';
import { buildPlanState } from './build-state.ts';
import { readFigureAges } from './figure-ages.ts';
import { readHistory } from './history.ts';
import type { PlanReader, PlanStateResult, PlanSummary, Vocabulary } from './plan-reader.ts';
import type { OrganisationRef } from './plan-state.ts';
import {
  findPlanId,
  readDefinitions,
  readObservations,
  readOrganisationRefs,
  readPlanExtent,
  readStatementDates,
  readStatements,
} from './queries.ts';
import { search } from './search.ts';

export interface PlanReaderOptions {
  readonly db: Database;
  /** Names the state of the data; null when it cannot be known, and nothing is then kept. */
  readonly revision: () => string | null;
  /** Today in the site's time zone, ISO: the date shown where nothing was ever stated. */
  readonly today: () => string;
}

/** States kept in memory: some dates of a few plans. A state is immutable, and replaced with the revision. */
const KEPT_STATES = 32;

/** Reads plans, keeping the states that were just computed for as long as the data does not change. */
export function openPlanReader({ db, revision, today }: PlanReaderOptions): PlanReader {
  const kept = keepWhileUnchanged<PlanStateResult>(revision, KEPT_STATES);

  const state: PlanReader['state'] = (key, asOf) =>
    kept(`${key} ${asOf ?? `latest ${today()}`}`, () =>
      readPlanState(db, key, asOf ?? null, today()),
    );

  return {
    list: () => readPlanSummaries(db, today()),
    state,
    history: (key, number, asOf) => readHistory(db, state, key, number, asOf ?? null),
    search: (key, query, asOf) => search(db, key, query, asOf),
    vocabulary: (key) => readVocabulary(db, key, today()),
    figureAges: (key, asOf) => readFigureAges(db, key, asOf),
  };
}

/** A plan on a date, read anew. Without a date: the latest with statements, else today or the last day in force. */
async function readPlanState(
  db: Database,
  key: string,
  asked: string | null,
  today: string,
): Promise<PlanStateResult> {
  const planId = await findPlanId(db, key);
  if (planId === null) return { kind: 'unknown-plan' };
  const statementDates = await readStatementDates(db, planId);
  const asOf = asked ?? statementDates.at(-1) ?? today;
  const definitions = await readDefinitions(db, planId, asOf);
  if (!definitions) return { kind: 'not-in-force', ...(await readPlanExtent(db, planId)) };

  const previous = statementDates.includes(asOf)
    ? undefined
    : statementDates.findLast((date) => date < asOf);
  const [statements, observations, organisations, groups, earlier] = await Promise.all([
    readStatements(db, planId, asOf),
    readObservations(db, planId, asOf),
    readOrganisationRefs(db, organisationIds(definitions), asOf),
    db.selectFrom('organisation_group').select(['id', 'key', 'label', 'label_en']).execute(),
    previous === undefined ? null : readStatements(db, planId, previous),
  ]);
  return {
    kind: 'found',
    state: buildPlanState({
      asOf,
      definitions,
      statements,
      observations,
      statementDates,
      organisations,
      groups: new Map(
        groups.map((g) => [g.id, { key: g.key, label: { fr: g.label, en: g.label_en } }]),
      ),
      before: previous !== undefined && earlier ? { asOf: previous, statements: earlier } : null,
    }),
  };
}

function organisationIds(definitions: NonNullable<Awaited<ReturnType<typeof readDefinitions>>>) {
  const ids = new Set<number>();
  const add = (id: number | null) => id !== null && ids.add(id);
  add(definitions.plan.coordinator_id);
  for (const party of definitions.parties) add(party.organisation_id);
  for (const measure of definitions.measures) add(measure.follow_up_id);
  return [...ids];
}

async function readPlanSummaries(db: Database, today: string): Promise<PlanSummary[]> {
  const { rows } = await sql<{
    key: string;
    title: string;
    title_en: string | null;
    period_text: string | null;
    period_from: string | null;
    period_to: string | null;
    measures: number;
    latest: string | null;
  }>`
    select p.key, v.title, v.title_en, v.period_text,
           lower(v.period) as period_from, upper(v.period) - 1 as period_to,
           (select count(*) from measure_version m
             where m.plan_id = p.id and m.valid @> greatest(lower(v.valid), least(upper(v.valid) - 1, ${today}::date))) as measures,
           (select max(s.as_of) from statement s
              join progress_line l on l.id = s.line_id
              join measure m on m.id = l.measure_id where m.plan_id = p.id) as latest
      from plan p
      join lateral (
        select * from plan_version v where v.plan_id = p.id
         order by (v.valid @> ${today}::date) desc, v.valid desc limit 1
      ) v on true
     order by v.period desc nulls last, p.key
  `.execute(db);
  return rows.map((row) => ({
    key: row.key,
    title: { fr: row.title, en: row.title_en },
    period:
      row.period_text && row.period_from && row.period_to
        ? { text: row.period_text, from: row.period_from, to: row.period_to }
        : null,
    measureCount: Number(row.measures),
    latestStatementDate: row.latest,
  }));
}

async function readVocabulary(db: Database, key: string, asOf: string): Promise<Vocabulary | null> {
  const planId = await findPlanId(db, key);
  if (planId === null) return null;
  const rows = await db
    .selectFrom('vocabulary_term')
    .selectAll()
    .where('plan_id', '=', planId)
    .orderBy(sql`label collate "fr-x-icu"`)
    .execute();
  const ids = rows.flatMap((row) => (row.organisation_id === null ? [] : [row.organisation_id]));
  const organisations = await readOrganisationRefs(db, ids, asOf);
  const terms = rows.map((row) => ({
    kind: row.kind,
    label: { fr: row.label, en: row.label_en },
    definition: { fr: row.definition, en: row.definition_en },
    organisation: refOf(organisations, row.organisation_id),
  }));
  return {
    acronyms: terms.filter((term) => term.kind === 'acronym'),
    terms: terms.filter((term) => term.kind === 'term'),
  };
}

function refOf(refs: ReadonlyMap<number, OrganisationRef>, id: number | null) {
  return (id !== null && refs.get(id)) || null;
}
