import { formatDate } from '#platform/i18n/dates.ts';
import type { problems as french } from '../fr/problems.ts';

export const problems = {
  notFound: {
    title: 'Page not found',
    text: 'This address leads nowhere here. It may have been copied wrongly.',
  },
  unknownPlan: {
    title: 'Plan not found',
    text: (key: string) => `No plan has the key “${key}”.`,
  },
  unknownTheme: {
    title: 'Theme not found',
    text: (number: string) => `This plan has no theme ${number} on this date.`,
  },
  unknownMeasure: {
    title: 'Measure not found',
    text: (number: string) => `This plan has no measure ${number} on this date.`,
  },
  unknownOrganisation: {
    title: 'Organisation not found',
    text: (key: string) => `No organisation has the key “${key}” on this date.`,
  },
  invalidAsOf: {
    title: 'Not a date',
    text: (given: string) =>
      `“${given}” is not a date. A year, a month and a day are needed, for example 2022-03-31.`,
  },
  notInForce: {
    title: 'No plan on this date',
    text: (from: string | null, until: string | null) => {
      if (from === null) return 'This plan is in force on no date.';
      const since = `This plan is in force from ${formatDate('en', from)}`;
      return until === null
        ? `${since} on.`
        : `${since} until ${formatDate('en', until)}, excluded.`;
    },
    see: (from: string) => `See the plan as of ${formatDate('en', from)}`,
    latest: 'See the plan on the latest date',
  },
  broken: {
    title: 'Something broke',
    text: 'The page could not be made. It is not your fault. Try again in a moment.',
    reference: (reference: string) => `If it goes on, report it with this reference: ${reference}`,
  },
  refused: 'This cannot be done',
  seePlan: 'See the plan',
  home: 'Go to the home page',
  search: 'Or search for what brings you here:',
} satisfies typeof french;
