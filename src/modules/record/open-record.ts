import { sql } from 'kysely';
import type { Actor } from '#platform/actor/actor.ts';
import { recordEvent } from '#platform/audit/record-event.ts';
import { type ActorTransaction, type Database, transact } from '#platform/database/database.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { checkQuery } from './check-query.ts';
import { exportEntries, type RecordFormat } from './export-entries.ts';
import { overPlatform, recordPolicy } from './policy.ts';
import { type EntryFilter, readEntries } from './read-entries.ts';
import type { RecordEntry } from './record-entry.ts';
import type { RecordQuery, RecordReader } from './record-reader.ts';
import { peopleToldOf, recordReadings } from './record-readings.ts';

const PAGE = 50;
const LONGEST_PAGE = 200;

/** Reads the record, each time as whoever asks: the database leaves out what they may not see. */
export function openRecord(db: Database): RecordReader {
  return {
    history: (actor, { before = null, limit = PAGE, ...query }) =>
      transact(db, actor, async (tx) => {
        const asked = await demandFilter(tx, actor, query, 'read-record');
        const filter = { ...asked, withoutReadings: isGeneral(query) };
        const size = Math.min(limit, LONGEST_PAGE);
        const found = await readEntries(tx, filter, { before, limit: size + 1, order: 'newest' });
        const entries = found.slice(0, size);
        await recordReadings(tx, actor, peopleToldOf(actor, entries), 'page');
        return { entries, next: found.length > size ? (entries.at(-1)?.id ?? null) : null };
      }),

    export: async (actor, query, format, write, most) => {
      // On the record before anything leaves, whatever becomes of it.
      const { filter, until } = await transact(db, actor, async (tx) => {
        const asked = await demandFilter(tx, actor, query, 'export-record');
        const last = await lastEntry(tx);
        await recordExport(tx, query, format, asked);
        return { filter: asked, until: last };
      });
      await transact(db, actor, async (tx) => {
        const people = new Set<string>();
        const seen = (entries: readonly RecordEntry[]) => {
          for (const id of peopleToldOf(actor, entries)) people.add(id);
        };
        await write(exportEntries(tx, filter, format, { until, most: most ?? null, seen }));
        await recordReadings(tx, actor, [...people], 'export');
      });
    },

    organisations: (actor) =>
      transact(db, actor, async (tx) => {
        const own = overPlatform(actor) ? null : actor.seats.map((seat) => seat.organisationId);
        const { rows } = await sql<{ key: string; name: string; name_en: string | null }>`
          select o.key, v.name, v.name_en
            from organisation o
            join lateral (
              select n.name, n.name_en from organisation_version n
               where n.organisation_id = o.id order by upper(n.valid) desc nulls first limit 1
            ) v on true
           where ${own}::integer[] is null or o.id = any (${own}::integer[])
           order by v.name collate "fr-x-icu", o.key
        `.execute(tx);
        return rows.map(({ key, name, name_en: en }) => ({ key, name: { fr: name, en } }));
      }),
  };
}

/** Nothing tells that readings are wanted. */
function isGeneral({ action, subject, personId }: RecordQuery): boolean {
  return !action && !subject && !personId;
}

async function recordExport(
  tx: ActorTransaction,
  { from, to, action, personId }: RecordQuery,
  format: RecordFormat,
  { organisationIds = [] }: EntryFilter,
): Promise<void> {
  await recordEvent(tx, {
    action: 'export-record',
    subject: { kind: 'record', key: '*' },
    organisationId: organisationIds.length === 1 ? (organisationIds[0] ?? null) : null,
    audience: personId ? 'people' : 'platform',
    personId: personId ?? null,
    details: { format, from: from ?? null, to: to ?? null, action: action ?? null },
  });
}

/** What of the record is read for a query, once the actor may ask for it. */
async function demandFilter(
  tx: ActorTransaction,
  actor: Actor,
  query: RecordQuery,
  action: 'read-record' | 'export-record',
): Promise<EntryFilter> {
  const { organisationKey, ...filter } = query;
  checkQuery(query);
  const organisationId = organisationKey ? await findOrganisation(tx, organisationKey) : null;
  const organisationIds = organisationId === null ? [] : [organisationId];
  if (filter.personId) {
    recordPolicy.demand(actor, 'read-person-record', filter.personId);
    return { ...filter, organisationIds };
  }
  if (filter.subject && action === 'read-record') {
    recordPolicy.demand(actor, 'read-history');
    return { ...filter, organisationIds };
  }
  const own = overPlatform(actor) ? [] : actor.seats.map((seat) => seat.organisationId);
  const scope = organisationId === null ? own : organisationIds;
  for (const id of scope.length === 0 ? [null] : scope) {
    recordPolicy.demand(actor, action, { organisationId: id });
  }
  return { ...filter, organisationIds: scope };
}

async function findOrganisation(tx: ActorTransaction, key: string): Promise<number> {
  const found = await tx
    .selectFrom('organisation')
    .select('id')
    .where('key', '=', key)
    .executeTakeFirst();
  if (found) return found.id;
  throw new DomainError('not-found', `Aucune organisation n’a la clé « ${key} ».`);
}

async function lastEntry(tx: ActorTransaction): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select coalesce(max(id), 0) as id from audit_event`.execute(tx);
  return rows[0]?.id ?? 0;
}
