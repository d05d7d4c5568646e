import { formatDate } from '#platform/i18n/dates.ts';
import { formatNumber, formatPercent } from '#platform/i18n/numbers.ts';
import { plural } from '#platform/i18n/words.ts';
import type { ReportMessages } from './fr.ts';

const date = (isoDate: string) => formatDate('en', isoDate);
const number = (n: number) => formatNumber('en', n);

/** The same in English. */
export const en: ReportMessages = {
  dateline: (asOf) => `As of ${date(asOf)}`,
  draft: 'Draft',
  missing: (heading, asOf) =>
    `To be written: ${heading}, as of ${date(asOf)}. While it is missing, this report is a draft.`,
  percent: (points) => formatPercent('en', points),
  number,

  colophon: {
    summary: (title, publisher) =>
      `Figures and texts: summary of the document “${title}” (${publisher}).`,
    both: (title) => `Some of the figures and texts summarise the document “${title}”.`,
    online: 'Online and in other formats: ',
  },

  words: {
    contents: 'Contents',
    page: 'Page {page} of {pages}',
    figure: 'Figure {number}',
    table: 'Table {number}',
    figureData: 'The figure’s data',
    notes: 'Notes',
    about: 'About',
    noteBack: 'Back to where note {number} is called',
  },

  acronyms: {
    caption: 'Acronyms used in this report',
    label: 'Acronym',
    meaning: 'Meaning',
    none: 'This report uses no acronym.',
    sheet: 'Acronyms',
  },

  objectives: {
    objective: 'General objective',
    caption: 'The plan’s themes and their objectives',
    theme: 'Theme',
    themeObjective: 'Objective',
    none: 'no objective of its own',
    sheet: 'Themes and objectives',
  },

  criteria: {
    lede: 'Each measure must be:',
    none: 'This plan sets no criteria for its measures.',
  },

  theme: (n, name) => `${n}. ${name}`,

  sheet: {
    caption: (plan) => `All measures: ${plan}`,
    themesCaption: (plan) => `The themes: ${plan}`,
    measure: 'Measure, lead',
    time: 'Deadlines over time',
    progress: 'Stated progress',
    summarised: 'Progress (summary)',
    mean: (points, { stated, expected }) =>
      `${formatPercent('en', points)} on average (computed; ${number(stated)} of ${number(expected)})`,
    coverage: ({ stated, expected }) => `${number(stated)} of ${number(expected)} with a figure`,
    theme: 'Theme',
    measures: 'Measures',
    late: 'Overdue',
    meanHeading: 'Mean (computed)',
    ongoing: 'ongoing',
    noDeadline: 'no dated deadline',
    with: (n) => `with ${number(n)} ${plural('en', n, 'collaborator', 'collaborators')}`,
    withNames: (names) => `with ${names}`,
    noLead: 'no lead named',
  },

  followUp: {
    legend: 'Followed up by:',
    unknown: 'unknown (the source does not say)',
    aside: (name) => `follow-up: ${name}`,
    asideUnknown: 'follow-up: unknown',
    lead: 'Lead',
    collaborators: 'Collaborators',
    nobody: 'not specified',
    columns: {
      indicator: 'Indicator, target',
      deadline: 'Deadline',
      progress: 'Progress',
      account: (asOf) => `Progress as of ${date(asOf)}`,
    },
    sheet: {
      name: 'Follow-up',
      number: 'Number',
      measure: 'Measure',
      lead: 'Lead',
      collaborators: 'Collaborators',
      followUp: 'Followed up by',
      indicator: 'Indicators, targets',
      deadline: 'Deadlines',
      state: 'Where it stands',
      percent: '%',
      account: (asOf) => `Progress of the measures as of ${date(asOf)}`,
      computed: 'Computed by Passerelle',
      scope: 'Scope of the line',
      words: {
        notApplicable: 'N/A',
        nothingToReport: 'Nothing to report',
        missing: 'Not available',
      },
    },
    whole: 'The whole measure',
    noLine: 'This measure has no indicator.',
    noNarrative: 'No text provided.',
    lineLead: (name) => `Lead for this line: ${name}`,
    emptyTheme: 'No measure in this theme on this date.',
    empty: 'This plan has no measure on this date.',
    withoutTheme: 'Measures without a theme',
  },

  charts: {
    progress: {
      caption: 'Progress by theme',
      plan: 'The whole plan',
      bar: (name, { stated, expected }) =>
        `${name} · ${number(stated)} of ${number(expected)} ${plural('en', expected, 'measure', 'measures')}`,
      alt: (parts) => `Computed means: ${parts.join('; ')}.`,
      data: 'Mean progress of each theme, computed',
      theme: 'Theme',
      mean: 'Mean',
      coverage: 'Measures with a figure',
      of: ({ stated, expected }) => `${number(stated)} of ${number(expected)}`,
      withheld: 'This plan shows no means.',
    },
    overdue: {
      caption: 'Overdue deadlines',
      none: (asOf) => `As of ${date(asOf)}, no deadline is overdue.`,
      unknown: (n) =>
        `For ${number(n)} other ${plural('en', n, 'deadline that has passed, no figure says whether it was met.', 'deadlines that have passed, no figure says whether they were met.')}`,
      alt: (parts) => `Delays, the longest first: ${parts.join('; ')}.`,
      data: 'Overdue deadlines, the oldest first',
      measure: 'Measure',
      indicator: 'Indicator',
      deadline: 'Deadline',
      delay: 'Delay',
      months: (n) =>
        n === 0 ? 'less than a month' : `${number(n)} ${plural('en', n, 'month', 'months')}`,
      cut: (shown, total) =>
        `The ${number(shown)} longest delays of ${number(total)}; all are in the follow-up table.`,
    },
    age: {
      caption: 'Age of the figures',
      classes: {
        current: 'on the report’s date',
        recent: 'less than a year before',
        old: 'a year or more before',
        never: 'never given',
      },
      figure: (n) => `${number(n)} ${plural('en', n, 'figure', 'figures')}`,
      alt: (parts) => `Expected figures, by the age of the last one given: ${parts.join('; ')}.`,
      data: 'Expected figures, by the age of the last one given',
      age: 'Last figure',
      count: 'Count',
      none: 'No figure is expected on this date.',
    },
  },

  notes: {
    about: 'Good to know',
    reading: 'How to read the figures',
    rules: (asOf) => [
      `Figures hold as of ${date(asOf)}: what was said for another date is not carried over.`,
      'A percentage is given as it was stated. What Passerelle computes (a mean, a ratio) says so.',
      'Zero, “not applicable”, “nothing to report” and “no data” are four different answers.',
      'A deadline is overdue once its last day has passed and progress is not 100%.',
    ],
    source: 'Source',
  },
};
