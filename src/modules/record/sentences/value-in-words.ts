import type { Change } from '#platform/audit/record-event.ts';
import { formatDate } from '#platform/i18n/dates.ts';
import type { Locale } from '#platform/i18n/locale.ts';
import { formatNumber, formatPercent } from '#platform/i18n/numbers.ts';

type Codes = Readonly<Record<string, string>>;

const ROLES: Readonly<Record<Locale, Codes>> = {
  fr: {
    respondent: 'répondant',
    alternate: 'suppléant',
    validator: 'valideur',
    coordination: 'coordination',
    direction: 'direction',
    observation: 'observation',
    administration: 'administration',
  },
  en: {
    respondent: 'respondent',
    alternate: 'alternate',
    validator: 'validator',
    coordination: 'coordination',
    direction: 'steering',
    observation: 'observation',
    administration: 'administration',
  },
};

const STATES: Readonly<Record<Locale, Codes>> = {
  fr: {
    draft: 'en préparation',
    submitted: 'à valider',
    validated: 'validée',
    approved: 'approuvée',
    returned: 'retournée',
    published: 'remise au Pôle',
    withdrawn: 'retirée',
  },
  en: {
    draft: 'in preparation',
    submitted: 'to be validated',
    validated: 'validated',
    approved: 'approved',
    returned: 'returned',
    published: 'given to the Pôle',
    withdrawn: 'withdrawn',
  },
};

const FIGURES: Readonly<Record<Locale, Codes>> = {
  fr: {
    stated: 'déclaré',
    'not-applicable': 'sans objet',
    'nothing-to-report': 'rien à signaler',
    missing: 'aucun',
  },
  en: {
    stated: 'stated',
    'not-applicable': 'not applicable',
    'nothing-to-report': 'nothing to report',
    missing: 'none',
  },
};

const SOURCES: Readonly<Record<Locale, Codes>> = {
  fr: { summary: 'résumé d’un document', declared: 'déclaré' },
  en: { summary: 'summary of a document', declared: 'declared' },
};

const SCOPES: Readonly<Record<Locale, Codes>> = {
  fr: { measure: 'toute la mesure', indicator: 'l’indicateur', file: 'un dossier' },
  en: { measure: 'the whole measure', indicator: 'the indicator', file: 'a file' },
};

/** Fields whose values are codes of the program, in words. */
const CODED: Readonly<Record<string, Readonly<Record<Locale, Codes>>>> = {
  role: ROLES,
  state: STATES,
  status: STATES,
  figure: FIGURES,
  source: SOURCES,
  scope: SCOPES,
};

const YES_NO = { fr: { true: 'oui', false: 'non' }, en: { true: 'yes', false: 'no' } } as const;

/** Fields that are a share of one. */
const SHARES: ReadonlySet<string> = new Set(['value', 'stated']);

const DAY = /^\d{4}-\d\d-\d\d$/;

/** In characters: what is longer is cut. */
const LONGEST = 120;

/** What a field was or became, as one reads it; null is "nothing". */
export function valueInWords(
  locale: Locale,
  field: string,
  value: Change['before'],
): string | null {
  if (value === null || value === '') return null;
  const own = field.slice(field.lastIndexOf('.') + 1);
  if (typeof value === 'boolean') return YES_NO[locale][`${value}`];
  if (typeof value === 'number') {
    return SHARES.has(own) ? formatPercent(locale, value * 100) : formatNumber(locale, value);
  }
  const codes = Object.hasOwn(CODED, own) ? CODED[own]?.[locale] : undefined;
  if (codes && Object.hasOwn(codes, value)) return codes[value] ?? value;
  if (DAY.test(value) && !Number.isNaN(Date.parse(value))) return formatDate(locale, value);
  return value.length > LONGEST ? `${value.slice(0, LONGEST).trimEnd()}…` : value;
}
