import { formatPercent } from '#platform/i18n/numbers.ts';
import type { FieldChange } from '../change/difference.ts';

/** What changes, in words; what is missing here is followed without a word (a rank, a rule of coverage). */
const FIELDS: Readonly<Partial<Record<string, string>>> = {
  number: 'numéro',
  name: 'nom',
  'name-en': 'nom en anglais',
  'short-name': 'nom court',
  'short-name-en': 'nom court en anglais',
  theme: 'thème',
  lead: 'organisation en charge',
  'line-lead': 'organisation en charge de la ligne',
  collaborators: 'collaborateurs',
  'follow-up': 'suivi assuré par',
  objective: 'objectif',
  'objective-en': 'objectif en anglais',
  indicator: 'indicateur',
  'indicator-en': 'indicateur en anglais',
  deadline: 'échéance',
  label: 'dossier',
  scope: 'portée',
  expected: 'chiffre attendu',
  figure: 'chiffre',
  stated: 'pourcentage',
  narrative: 'texte',
  source: 'provenance',
};

const VALUES: Readonly<Partial<Record<string, Readonly<Partial<Record<string, string>>>>>> = {
  scope: { measure: 'toute la mesure', indicator: 'l’indicateur', file: 'un dossier' },
  expected: { true: 'oui', false: 'non' },
  figure: {
    stated: 'déclaré',
    missing: 'aucun',
    'not-applicable': 'sans objet',
    'nothing-to-report': 'rien à signaler',
  },
  source: { summary: 'résumé d’un document', declared: 'déclaré' },
};

/** A change in the words of the person who keeps the table. */
export function describeChange({ field, before, after }: FieldChange): FieldChange[] {
  const name = FIELDS[field];
  if (name === undefined) return [];
  return [{ field: name, before: inWords(field, before), after: inWords(field, after) }];
}

function inWords(field: string, value: string | null): string | null {
  if (value === null) return null;
  if (field === 'stated') return formatPercent('fr', Number(value) * 100);
  return VALUES[field]?.[value] ?? value;
}
