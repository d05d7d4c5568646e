import { formatDate } from '#platform/i18n/dates.ts';
import { formatCount, formatNumber, formatPercent } from '#platform/i18n/numbers.ts';
import { capitalised, plural } from '#platform/i18n/words.ts';
import type { Coverage } from '#presentation/facts.ts';
import type { plan as french } from '../fr/plan.ts';

const count = (n: number) => formatCount('en', n);
const date = (isoDate: string) => formatDate('en', isoDate);
const measures = (n: number) => plural('en', n, 'measure', 'measures');

export const plan = {
  first: {
    heading: 'To look at first',
    passedHeading: (since: string) => `Deadlines passed since ${date(since)}`,
    more: (n: number) =>
      `${plural('en', n, 'and one other measure', `and ${formatNumber('en', n)} other measures`)}, on the deadlines page`,
    lastKnown: (points: number, asOf: string) =>
      `last figure: ${formatPercent('en', points)}, as of ${date(asOf)}`,
    neverKnown: 'no figure given until then',
    due: (isoDate: string) => `due ${date(isoDate)}`,
  },

  sheet: {
    label: (plan: string) => `Measures: ${plan}`,
    columns: {
      measure: 'Measure, lead',
      indicator: 'Indicator, deadline',
      time: 'Deadlines in time',
      progress: 'Stated progress',
    },
    summarised: 'Progress (summary)',
    legend: 'Shapes',
    themes: 'Themes of the plan',
    mean: (points: number) => `${formatPercent('en', points)} on average`,
    coverage: ({ stated, expected }: Coverage) =>
      `computed; ${formatNumber('en', stated)} of ${formatNumber('en', expected)} ${measures(expected)}`,
    reported: ({ stated, expected }: Coverage) =>
      `${formatNumber('en', stated)} of ${formatNumber('en', expected)} ${measures(expected)} with a figure`,
    with: (n: number) =>
      `with ${formatNumber('en', n)} ${plural('en', n, 'collaborator', 'collaborators')}`,
    withOne: (name: string) => `with ${name}`,
    noLead: 'lead not specified',
    seeTheme: (n: number) => `See the ${formatNumber('en', n)} measures of this theme`,
    themeCounts: (total: number, late: number) =>
      late === 0
        ? `${formatNumber('en', total)} ${measures(total)}, none late`
        : `${formatNumber('en', total)} ${measures(total)}, of which ${formatNumber('en', late)} late`,
    pages: 'Pages of the list',
    range: (from: string, to: string) => `Measures ${from} to ${to}`,
  },

  about: {
    heading: 'About this plan',
    objective: 'Objective',
    period: 'Period',
    coordinator: 'Coordination',
    criteria: 'Each measure must be',
    notes: 'Worth knowing',
    noteLink: 'source',
  },

  list: {
    title: 'Action plans',
    lede: (n: number) =>
      n === 0
        ? 'No plan is published here yet.'
        : `${capitalised('en', count(n))} ${plural('en', n, 'plan is', 'plans are')} published here.`,
    measures: (n: number) => `${formatNumber('en', n)} ${measures(n)}`,
    latest: (asOf: string | null) =>
      asOf === null ? 'no data' : `latest data as of ${date(asOf)}`,
  },
} satisfies typeof french;
