import { personIdOf } from '#platform/actor/actor.ts';
import type { Change } from '#platform/audit/record-event.ts';
import type { Locale } from '#platform/i18n/locale.ts';
import type { RecordEntry, Who, Words } from '../record-entry.ts';
import type { Telling, Told } from './telling.ts';
import { valueInWords } from './value-in-words.ts';

/** More changes than this are too many for a sentence. */
const MOST_TOLD = 2;

/** What an event's sentence is made of, but for what changed. */
export function tell(locale: Locale, telling: Telling, entry: RecordEntry): Omit<Told, 'changed'> {
  const { about, changes, organisation } = entry;
  const ofOrganisation = organisation && textOf(locale, organisation.name);
  const nameOf = (who: Who) => nameIn(telling, who, ofOrganisation);
  const detail = (key: string) => {
    const value = entry.details[key];
    return typeof value === 'string' ? valueInWords(locale, key, value) : null;
  };
  return {
    who: nameOf(entry.actor),
    whom: about === null || isOwn(entry) ? null : nameOf(about),
    what:
      about !== null && entry.subject.kind === 'person'
        ? nameOf(about)
        : thingIn(locale, telling, entry, detail),
    entry,
    became: (field) => {
      const change = changes.find((candidate) => candidate.field === field);
      return change ? valueInWords(locale, field, change.after) : null;
    },
    detail,
  };
}

/** What changed, as a clause; null where nothing did, or too much. */
export function changesToldIn(
  locale: Locale,
  telling: Telling,
  { changes }: RecordEntry,
): string | null {
  if (changes.length === 0 || changes.length > MOST_TOLD) return null;
  return telling.and(
    changes.map((change) => {
      const { before, after } = quotedValues(locale, telling, change);
      return telling.change(telling.field(change.field), before, after);
    }),
  );
}

export function quotedValues(locale: Locale, telling: Telling, change: Change) {
  const inWords = (value: Change['before']) => {
    const words = valueInWords(locale, change.field, value);
    return words === null ? null : telling.quoted(words);
  };
  return { before: inWords(change.before), after: inWords(change.after) };
}

export function textOf(locale: Locale, { fr, en }: Words): string {
  return locale === 'en' ? (en ?? fr) : fr;
}

/** What an event was done to: an update by its measure, another thing by its kind and its name. */
function thingIn(
  locale: Locale,
  telling: Telling,
  { subject, details }: RecordEntry,
  detail: Told['detail'],
): string {
  const measure = detail('measure');
  if (subject.kind === 'update' && measure !== null) {
    const label = detail('label');
    return telling.updateOf({
      measure,
      label: label === null ? null : telling.quoted(label),
      asOf: detail('asOf'),
    });
  }
  const kinds = [details['kind'], subject.kind];
  const kind = kinds.find((name): name is string => Object.hasOwn(telling.kinds, String(name)));
  const name = subject.label ? textOf(locale, subject.label) : subject.key;
  return `${(kind && telling.kinds[kind]) ?? telling.thing} ${telling.quoted(name)}`;
}

function nameIn({ who: words }: Telling, who: Who, organisation: string | null): string {
  switch (who.kind) {
    case 'person':
      return who.name;
    case 'unseen':
      return words.unseen(organisation);
    default:
      return words[who.kind];
  }
}

/** Done by the very person it is about. */
function isOwn({ actorId, personId }: RecordEntry): boolean {
  return personId !== null && personIdOf(actorId) === personId;
}
