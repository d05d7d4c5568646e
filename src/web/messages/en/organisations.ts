import type { OrganisationKind } from '#modules/organisations/index.ts';
import { formatDate } from '#platform/i18n/dates.ts';
import { formatCount, formatNumber } from '#platform/i18n/numbers.ts';
import { capitalised, plural } from '#platform/i18n/words.ts';
import type { organisations as french } from '../fr/organisations.ts';

const kinds: Readonly<Record<OrganisationKind, { readonly one: string; readonly many: string }>> = {
  ministry: { one: 'Ministry', many: 'Ministries' },
  body: { one: 'Public body', many: 'Public bodies' },
  federation: { one: 'Federation or association', many: 'Federations and associations' },
  order: { one: 'Professional order', many: 'Professional orders' },
  establishment: { one: 'Establishment', many: 'Establishments' },
  other: { one: 'Other organisation', many: 'Other organisations' },
};

const date = (isoDate: string) => formatDate('en', isoDate);
const count = (n: number) => formatCount('en', n);
const measures = (n: number) => plural('en', n, 'measure', 'measures');

export const organisations = {
  title: 'Organisations',
  lede: (total: number, involved: number, asOf: string) =>
    `${formatNumber('en', total)} ${plural('en', total, 'organisation', 'organisations')}, under the names they had on ${date(asOf)}; ${count(involved)} ${plural('en', involved, 'is', 'are')} named in a plan.`,
  involved: 'Named in a plan',
  kinds,
  leads: (n: number) => `leads ${formatNumber('en', n)}`,
  helps: (n: number) => `helps with ${formatNumber('en', n)}`,

  one: {
    lede: (leads: number, helps: number) => {
      if (leads === 0 && helps === 0) return 'This organisation is named in no measure.';
      if (helps === 0) return `This organisation leads ${count(leads)} ${measures(leads)}.`;
      if (leads === 0) return `This organisation helps with ${count(helps)} ${measures(helps)}.`;
      return `This organisation leads ${count(leads)} ${measures(leads)} and helps with ${count(helps)} ${plural('en', helps, 'other', 'others')}.`;
    },
    late: (n: number) =>
      n === 0
        ? ''
        : `${capitalised('en', count(n))} of those it leads ${plural('en', n, 'has', 'have')} an overdue deadline.`,
    leads: 'Leads',
    helps: 'Helps with',
    facts: { kind: 'Kind', sector: 'Sector', parent: 'Part of', website: 'Site' },
    names: 'Its names over time',
    name: 'Name',
    acronym: 'Acronym',
    period: 'Period',
    noAcronym: 'none',
    between: (from: string | null, until: string | null) => {
      if (from === null && until === null) return 'always';
      if (from === null) return `until ${date(until ?? '')}`;
      return until === null ? `since ${date(from)}` : `from ${date(from)} to ${date(until)}`;
    },
    notInPlan: 'This organisation has no measure in this plan on this date.',
    notInForce: 'This plan is not in force on this date.',
  },
} satisfies typeof french;
