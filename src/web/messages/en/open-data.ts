import { formatDate } from '#platform/i18n/dates.ts';
import type { openData as french } from '../fr/open-data.ts';

export const openData = {
  title: 'Open data',
  lede: 'Everything these pages show can be downloaded, on the date you choose.',
  files: (title: string) => `Files: ${title}`,
  at: (asOf: string) => `as of ${formatDate('en', asOf)}`,
  what: 'Follow-up table',
  format: 'Format',
  use: 'For',
  formats: {
    xlsx: 'reading and filling in with a spreadsheet; it is the follow-up table as the coordination keeps it (in French)',
    csv: 'processing in a spreadsheet or statistical software (UTF-8)',
    json: 'processing in a program',
    ics: 'following the deadlines in a calendar',
  },
  api: {
    heading: 'Programming interface',
    text: 'Plans, measures, deadlines and organisations can also be read over HTTP, without a key or registration.',
    reference: 'Reference of the interface',
    description: 'OpenAPI 3.1 description',
  },
  reading: {
    heading: 'Reading these data well',
    items: [
      'A stated figure is kept as it is. What Passerelle computes is kept apart and is named so.',
      'Zero, not applicable, nothing to report and no data are four different values.',
      'A figure holds for its date only: it is never carried over to a later one.',
      'Averages give their coverage: how many measures have a figure, out of how many.',
    ],
  },
  licence: {
    heading: 'Licence',
    text: 'Facts (names, dates, figures) are free. The summaries written for Passerelle follow the licence of the software, Apache-2.0. The texts that organisations declare remain theirs: quote them with their source and their date.',
  },
} satisfies typeof french;
