import { sql } from 'kysely';
import type { Database } from '#platform/database/database.ts';
import type { SearchHit } from './plan-reader.ts';
import { isPlanKey } from './rules/plan-key.ts';

const MOST_HITS = 100;

/** U+E000 and U+E001 stand around what matched: they are taken out of texts first, so pages can mark it safely. */
const MARKS = '\ue000\ue001';
const HEADLINE = 'StartSel=\ue000, StopSel=\ue001, MaxWords=30, MinWords=12, MaxFragments=1';

const LONGEST_QUERY = 500;

interface Row {
  kind: SearchHit['kind'];
  key: string;
  title: string;
  title_en: string | null;
  excerpt: string;
}

/**
 * Full-text search of what is in force on a date: French stems, accents ignored, the query written
 * as people write them ("stage -soins", "« formation d'appoint »"). A phrase is looked for with
 * either apostrophe, for texts have both, and they are not cut into words alike.
 */
export async function search(
  db: Database,
  planKey: string,
  query: string,
  asOf: string,
): Promise<SearchHit[]> {
  const words = searchable(query);
  if (!isPlanKey(planKey) || words === '') return [];
  const { rows } = await sql<Row>`
    with
    asked as (
      select websearch_to_tsquery('public.french_unaccented', ${words.replaceAll('’', "'")})
          || websearch_to_tsquery('public.french_unaccented', ${words.replaceAll("'", '’')}) as words
    ),
    chosen as (select id from plan where key = ${planKey}),
    measures as (
      select m.* from measure_version m, chosen where m.plan_id = chosen.id and m.valid @> ${asOf}::date
    ),
    found as (
      select 'measure' as kind, m.number as key, m.name as title, m.name_en as title_en,
             m.name as body, ts_rank(m.search, words) * 2 as rank
        from measures m, asked where m.search @@ words
      union all
      select 'indicator', m.number, i.label, i.label_en, i.label, ts_rank(i.search, words)
        from indicator_version i join measures m using (measure_id), asked
       where i.valid @> ${asOf}::date and i.search @@ words
      union all
      select 'narrative', m.number, m.name, m.name_en, s.narrative, ts_rank(s.search, words)
        from current_statement s
        join progress_line l on l.id = s.line_id
        join measures m using (measure_id), asked
       where s.search @@ words
         and s.as_of = (select max(d.as_of) from statement d where d.line_id = s.line_id and d.as_of <= ${asOf}::date)
      union all
      select 'organisation', o.key, v.name, v.name_en, coalesce(v.acronym || ' · ', '') || v.name,
             ts_rank(v.search, words)
        from organisation o join organisation_version v on v.organisation_id = o.id, asked
       where v.valid @> ${asOf}::date and v.search @@ words
      union all
      select t.kind, t.label, t.label, t.label_en, t.definition, ts_rank(t.search, words)
        from vocabulary_term t join chosen on t.plan_id = chosen.id, asked
       where t.search @@ words
    )
    select kind, key, title, title_en,
           ts_headline('public.french_unaccented', translate(body, ${MARKS}, ''), words, ${HEADLINE}) as excerpt
      from (select * from found order by rank desc, kind, key limit ${MOST_HITS}) best, asked
     order by rank desc, kind, key
  `.execute(db);
  return rows.map((row) => ({
    kind: row.kind,
    key: row.key,
    title: { fr: row.title, en: row.title_en },
    excerpt: row.excerpt,
  }));
}

/** Small words PostgreSQL's French list lacks, or does not know without their accents; phrases keep theirs. */
const SMALL_WORDS = /"[^"]*"|(?<![\p{L}\p{N}’'-])(?:les|à|a|cet|cette|leurs)(?![\p{L}\p{N}’'])/giu;

/** PostgreSQL refuses a text with a null character, and a word of more than 2,046 bytes. */
function searchable(query: string): string {
  return query
    .toWellFormed()
    .replaceAll('\0', ' ')
    .slice(0, LONGEST_QUERY)
    .replace(/[«»“”]/g, '"')
    .replace(SMALL_WORDS, (found) => (found.startsWith('"') ? found : ' '))
    .trim();
}
