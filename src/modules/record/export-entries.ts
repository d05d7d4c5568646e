import Papa from 'papaparse';
import type { ActorTransaction } from '#platform/database/database.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { neutralise } from '#platform/workbook/neutralise.ts';
import { type EntryFilter, readEntries } from './read-entries.ts';
import type { RecordEntry, Who } from './record-entry.ts';
import { sentenceOf } from './sentences.ts';

const RECORD_FORMATS = ['csv', 'json'] as const;
export type RecordFormat = (typeof RECORD_FORMATS)[number];

export function isRecordFormat(text: string): text is RecordFormat {
  return RECORD_FORMATS.some((format) => format === text);
}

const BATCH = 1000;

export interface ExportLimits {
  /** The last entry that goes in. */
  readonly until: number;
  /** More entries than this are refused; null for no limit. */
  readonly most: number | null;
  readonly seen: (entries: readonly RecordEntry[]) => void;
}

/**
 * The entries, the oldest first, as text in parts. In JSON an array of objects; in CSV for a
 * spreadsheet set to French, as the follow-up table is.
 *
 * @throws DomainError 'too-large' beyond `most`
 */
export async function* exportEntries(
  tx: ActorTransaction,
  filter: EntryFilter,
  format: RecordFormat,
  { until, most, seen }: ExportLimits,
): AsyncGenerator<string> {
  const { begin, part, end } = FORMATS[format];
  let count = 0;
  let after = 0;
  yield begin;
  for (;;) {
    const stretch = { after, before: until + 1, limit: BATCH, order: 'oldest' } as const;
    const entries = await readEntries(tx, filter, stretch);
    if (entries.length > 0) {
      seen(entries);
      if (most !== null && count + entries.length > most) throw tooLarge(most);
      yield part(entries, count === 0);
      count += entries.length;
    }
    const last = entries.at(-1);
    if (!last || entries.length < BATCH) break;
    after = last.id;
  }
  yield end(count);
}

function tooLarge(most: number): DomainError {
  return new DomainError(
    'too-large',
    `Plus de ${most.toLocaleString('fr-CA')} événements : choisissez une période plus courte, ou exportez par « passerelle audit export ».`,
  );
}

interface Writing {
  readonly begin: string;
  readonly part: (entries: readonly RecordEntry[], first: boolean) => string;
  readonly end: (count: number) => string;
}

const HEADINGS = [
  'Numéro',
  'Moment (UTC)',
  'Jour',
  'Ce qui a été fait',
  'Action',
  'Qui',
  'Compte',
  'Pour l’organisation',
  'Objet',
  'Clé',
  'Personne visée',
  'Changements',
  'Motif',
  'Requête',
  'Lu par',
  'Détails',
  'Maillon',
  'Empreinte',
];

const csv = (rows: readonly (readonly string[])[]) =>
  `${Papa.unparse(
    rows.map((row) => row.map(neutralise)),
    { delimiter: ';', newline: '\r\n' },
  )}\r\n`;

const FORMATS: Readonly<Record<RecordFormat, Writing>> = {
  csv: {
    begin: `\ufeff${csv([HEADINGS])}`,
    part: (entries) => csv(entries.map(cells)),
    end: () => '',
  },
  json: {
    begin: '[',
    part: (entries, first) =>
      entries
        .map(
          (entry, index) => `${first && index === 0 ? '' : ','}\n${JSON.stringify(present(entry))}`,
        )
        .join(''),
    end: (count) => (count === 0 ? ']\n' : '\n]\n'),
  },
};

function cells(entry: RecordEntry): string[] {
  return [
    String(entry.id),
    entry.occurredAt,
    entry.day,
    sentenceOf('fr', entry),
    entry.action,
    nameOf(entry.actor) ?? '',
    entry.actorId,
    entry.organisation?.key ?? '',
    entry.subject.kind,
    entry.subject.key,
    entry.personId ?? '',
    entry.changes.length === 0 ? '' : JSON.stringify(entry.changes),
    entry.reason ?? '',
    entry.requestId ?? '',
    entry.audience,
    JSON.stringify(entry.details),
    entry.link === null ? '' : String(entry.link.position),
    entry.link?.hash ?? '',
  ];
}

/** What leaves of an entry, and nothing else. */
function present(entry: RecordEntry) {
  const { id, occurredAt, day, action, actorId, subject, organisation, changes, reason } = entry;
  return {
    id,
    occurredAt,
    day,
    sentence: sentenceOf('fr', entry),
    action,
    actor: { id: actorId, name: nameOf(entry.actor) },
    organisation: organisation?.key ?? null,
    subject: { kind: subject.kind, key: subject.key },
    person: entry.personId,
    changes,
    reason,
    request: entry.requestId,
    audience: entry.audience,
    details: entry.details,
    link: entry.link,
  };
}

function nameOf(who: Who): string | null {
  return who.kind === 'person' ? who.name : null;
}
