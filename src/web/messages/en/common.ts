import { formatDate } from '#platform/i18n/dates.ts';
import { formatPercent } from '#platform/i18n/numbers.ts';
import type { common as french } from '../fr/common.ts';

export const common = {
  brand: 'Passerelle',
  skip: 'Skip to content',
  mainNavigation: 'Main',
  trail: 'Breadcrumb',
  nav: {
    plan: 'Plan',
    plans: 'Plans',
    deadlines: 'Deadlines',
    organisations: 'Organisations',
    report: 'Report',
    vocabulary: 'Acronyms',
    data: 'Data',
  },
  search: { label: 'Search the plan', placeholder: 'Search', submit: 'Search' },
  asOf: {
    label: 'The plan as of',
    submit: 'Show',
    dates: 'Dates with data:',
    datesNav: 'Dates with data',
  },
  demo: 'Demonstration: accounts, passwords and entries are not real.',
  workspace: 'Sign in',
  footer: {
    asOf: (asOf: string) => `As of ${formatDate('en', asOf)}.`,
    accessibility: 'Accessibility',
    privacy: 'Privacy',
    openData: 'Open data',
    vocabulary: 'Acronyms and glossary',
    plans: 'All plans',
  },
  date: (isoDate: string) => formatDate('en', isoDate),
  percent: (points: number) => formatPercent('en', points),
  measure: (number: string) => `Measure ${number}`,
  theme: (number: string, name: string) => `${number}. ${name}`,
} satisfies typeof french;
