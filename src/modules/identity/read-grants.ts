import { type RawBuilder, sql } from 'kysely';
import type { Role } from '#platform/actor/actor.ts';
import type { ActorTransaction } from '#platform/database/database.ts';
import type { Absence, Grant, NamedOrganisation } from './people-reader.ts';
import { type When, whenOf } from './rules/period.ts';

/** What one reads the roles or absences of: some people, an organisation, or everybody. */
export interface About {
  readonly personIds?: readonly string[];
  readonly organisationId?: number;
}

interface OrganisationColumns {
  readonly key: string | null;
  readonly name: string | null;
  readonly name_en: string | null;
  readonly acronym: string | null;
}

interface GrantRow extends OrganisationColumns {
  readonly person_id: string;
  readonly id: number;
  readonly role: Role;
  readonly branch: string | null;
  readonly measures: readonly string[];
  readonly from: string | null;
  readonly until: string | null;
  readonly stands_in: boolean;
}

/** Roles, by person: those that hold on `today` first, then those to come, then the others. */
export async function readGrants(
  tx: ActorTransaction,
  about: About,
  today: string,
): Promise<ReadonlyMap<string, readonly Grant[]>> {
  const { rows } = await sql<GrantRow>`
    select g.person_id, g.id, g.role, ${organisationColumns}, g.branch,
           array(select v.number
                   from role_grant_measure m
                   join measure_version v on v.measure_id = m.measure_id and v.valid @> ${today}::date
                  where m.grant_id = g.id) as measures,
           lower(g.valid) as "from", upper(g.valid) as "until",
           coalesce(f.stands_in, false) as stands_in
      from role_grant g
      left join grant_in_force f on f.grant_id = g.id
      left join organisation o on o.id = g.organisation_id
      left join organisation_version v on v.organisation_id = o.id and v.valid @> ${today}::date
     where ${whichRows(about, 'g')}
     order by g.organisation_id is null desc, v.name collate "fr-x-icu", g.role, g.id`.execute(tx);
  return byPerson(rows, (row) => ({
    id: row.id,
    role: row.role,
    organisation: organisationOf(row),
    branch: row.branch,
    measures: row.measures.toSorted((a, b) => a.localeCompare(b, 'fr', { numeric: true })),
    from: row.from,
    until: row.until,
    when: whenOf(row, today),
    standsIn: row.stands_in,
  }));
}

interface AbsenceRow extends OrganisationColumns {
  readonly person_id: string;
  readonly id: number;
  readonly from: string | null;
  readonly until: string | null;
}

/** Absences, by person, in the same order. */
export async function readAbsences(
  tx: ActorTransaction,
  about: About,
  today: string,
): Promise<ReadonlyMap<string, readonly Absence[]>> {
  const { rows } = await sql<AbsenceRow>`
    select a.person_id, a.id, ${organisationColumns}, lower(a.valid) as "from", upper(a.valid) as "until"
      from absence a
      join organisation o on o.id = a.organisation_id
      left join organisation_version v on v.organisation_id = o.id and v.valid @> ${today}::date
     where ${whichRows(about, 'a')}
     order by lower(a.valid) desc, a.id`.execute(tx);
  return byPerson(rows, (row) => {
    const organisation = organisationOf(row) ?? { key: '', name: NO_NAME, acronym: null };
    return { id: row.id, organisation, from: row.from, until: row.until, when: whenOf(row, today) };
  });
}

const NO_NAME = { fr: '', en: null };
const organisationColumns = sql`o.key, coalesce(v.name, o.key) as name, v.name_en, v.acronym`;

function whichRows({ personIds, organisationId }: About, table: string): RawBuilder<unknown> {
  const person = sql.ref(`${table}.person_id`);
  const organisation = sql.ref(`${table}.organisation_id`);
  return sql`${personIds === undefined ? sql`true` : sql`${person} = any(${[...personIds]}::uuid[])`}
     and ${organisationId === undefined ? sql`true` : sql`${organisation} = ${organisationId}`}`;
}

function organisationOf(row: OrganisationColumns): NamedOrganisation | null {
  if (row.key === null) return null;
  return {
    key: row.key,
    name: { fr: row.name ?? row.key, en: row.name_en },
    acronym: row.acronym,
  };
}

const RANK: Readonly<Record<When, number>> = { now: 0, future: 1, past: 2, withdrawn: 3 };

function byPerson<Row extends { readonly person_id: string }, T extends { readonly when: When }>(
  rows: readonly Row[],
  read: (row: Row) => T,
): ReadonlyMap<string, readonly T[]> {
  const found = Map.groupBy(rows, (row) => row.person_id);
  return new Map(
    [...found].map(([person, own]) => [
      person,
      own.map(read).toSorted((a, b) => RANK[a.when] - RANK[b.when]),
    ]),
  );
}
