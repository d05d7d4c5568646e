import type { Locale } from '#platform/i18n/locale.ts';
import type { RecordEntry } from './record-entry.ts';
import { en } from './sentences/en.ts';
import { fr } from './sentences/fr.ts';
import { changesToldIn, quotedValues, tell, textOf } from './sentences/tell.ts';
import { ACTIONS, type Action, type Telling } from './sentences/telling.ts';

export { ACTIONS, type Action };

const TELLINGS: Readonly<Record<Locale, Telling>> = { fr, en };

/** An event as one person tells it to another: "Le 3 mars 2025, Camille Roy a porté l’échéance de…" */
export function sentenceOf(locale: Locale, entry: RecordEntry): string {
  const telling = TELLINGS[locale];
  const sentence = isKnown(entry.action) ? telling.sentences[entry.action] : telling.unknown;
  const clause = sentence({
    ...tell(locale, telling, entry),
    changed: changesToldIn(locale, telling, entry),
  });
  const { organisation, actor } = entry;
  // Somebody unseen is already told by their organisation.
  const unsaid = organisation !== null && actor.kind !== 'unseen';
  return telling.dated(
    entry.day,
    unsaid ? `${clause}${telling.organisation(textOf(locale, organisation.name))}` : clause,
  );
}

/** Each thing that changed, a line each: "Échéance : « été 2024 » → « hiver 2025 »". */
export function changesOf(locale: Locale, { changes }: RecordEntry): string[] {
  const telling = TELLINGS[locale];
  return changes.map((change) => {
    const { before, after } = quotedValues(locale, telling, change);
    return telling.changeLine(telling.field(change.field), before, after);
  });
}

function isKnown(action: string): action is Action {
  return ACTIONS.some((known) => known === action);
}
