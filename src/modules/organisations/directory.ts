import { sql } from 'kysely';
import type { ActorTransaction, Database } from '#platform/database/database.ts';
import { foldName } from './rules.ts';

/** What a name in a table stands for. */
export type NameMatch =
  | { readonly kind: 'organisation'; readonly id: number; readonly key: string }
  | { readonly kind: 'group'; readonly id: number; readonly key: string }
  /** Several organisations are written so ("OAQ"): only a person can say which. */
  | { readonly kind: 'ambiguous'; readonly names: readonly string[] };

/** Every way an organisation or a group is written, at any date: an old table uses old names. */
export interface Directory {
  match(name: string): NameMatch | null;
  /** For the nearest-name proposal and for splitting lists. */
  readonly names: readonly {
    readonly key: string;
    readonly name: string;
    readonly acronym: string | null;
  }[];
  /** Every spelling known, aliases and groups included. */
  readonly spellings: readonly string[];
}

interface OrganisationRow {
  id: number;
  key: string;
  name: string;
  name_en: string | null;
  acronym: string | null;
  aliases: string[];
}

export async function loadDirectory(db: Database | ActorTransaction): Promise<Directory> {
  const { rows } = await sql<OrganisationRow>`
    select o.id, o.key, v.name, v.name_en, v.acronym,
           array(select alias from organisation_alias a where a.organisation_id = o.id) as aliases
      from organisation o join organisation_version v on v.organisation_id = o.id
     order by o.id, v.valid
  `.execute(db);
  const groups = await db
    .selectFrom('organisation_group')
    .select(['id', 'key', 'label', 'label_en', 'patterns'])
    .execute();

  const organisations = new Map<string, Map<number, OrganisationRow>>();
  const spellings = new Set<string>();
  for (const row of rows) {
    for (const spelling of [row.name, row.name_en, row.acronym, ...row.aliases]) {
      if (!spelling) continue;
      spellings.add(spelling);
      const folded = foldName(spelling);
      const known = organisations.get(folded) ?? new Map<number, OrganisationRow>();
      organisations.set(folded, known.set(row.id, row));
    }
  }
  const groupBySpelling = new Map<string, NameMatch>();
  for (const group of groups) {
    for (const spelling of [group.label, group.label_en, ...group.patterns]) {
      if (!spelling) continue;
      spellings.add(spelling);
      groupBySpelling.set(foldName(spelling), { kind: 'group', id: group.id, key: group.key });
    }
  }

  return {
    names: rows,
    spellings: [...spellings],
    match(name) {
      const folded = foldName(name);
      const candidates = [...(organisations.get(folded)?.values() ?? [])];
      const [only] = candidates;
      if (only && candidates.length === 1) {
        return { kind: 'organisation', id: only.id, key: only.key };
      }
      if (candidates.length > 1) {
        return { kind: 'ambiguous', names: candidates.map((candidate) => candidate.name) };
      }
      return groupBySpelling.get(folded) ?? null;
    },
  };
}
