import { sql } from 'kysely';
import type { Database } from '#platform/database/database.ts';
import type { Organisation, OrganisationKind, OrganisationReader } from './organisation-reader.ts';
import { isOrganisationKey } from './rules.ts';

/** Reads organisations as they were called on a date: one query, names over time included. */
export function openOrganisationReader(db: Database): OrganisationReader {
  return {
    list: (asOf) => read(db, asOf, null),
    find: async (key, asOf) =>
      isOrganisationKey(key) ? ((await read(db, asOf, key))[0] ?? null) : null,
  };
}

interface Row {
  key: string;
  kind: OrganisationKind;
  name: string;
  name_en: string | null;
  acronym: string | null;
  sector: string | null;
  website: string | null;
  parent_key: string | null;
  parent_name: string | null;
  parent_name_en: string | null;
  names: Organisation['names'];
}

async function read(db: Database, asOf: string, key: string | null): Promise<Organisation[]> {
  const { rows } = await sql<Row>`
    select o.key, v.kind, v.name, v.name_en, v.acronym, v.sector, v.website,
           p.key as parent_key, pv.name as parent_name, pv.name_en as parent_name_en,
           (select json_agg(json_build_object(
                     'name', n.name, 'acronym', n.acronym,
                     'from', lower(n.valid), 'until', upper(n.valid)) order by n.valid)
              from organisation_version n where n.organisation_id = o.id) as names
      from organisation o
      join organisation_version v on v.organisation_id = o.id and v.valid @> ${asOf}::date
      left join organisation p on p.id = v.parent_id
      left join organisation_version pv on pv.organisation_id = p.id and pv.valid @> ${asOf}::date
     where ${key}::text is null or o.key = ${key}
     order by v.name collate "fr-x-icu", o.key
  `.execute(db);
  return rows.map((row) => ({
    key: row.key,
    kind: row.kind,
    name: { fr: row.name, en: row.name_en },
    acronym: row.acronym,
    sector: row.sector,
    website: row.website,
    parent:
      row.parent_key && row.parent_name
        ? { key: row.parent_key, name: { fr: row.parent_name, en: row.parent_name_en } }
        : null,
    names: row.names,
  }));
}
