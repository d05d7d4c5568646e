import { formatDate } from '#platform/i18n/dates.ts';
import { formatNumber } from '#platform/i18n/numbers.ts';
import { plural } from '#platform/i18n/words.ts';
import type { report as french } from '../fr/report.ts';

export const report = {
  title: 'Annual report',
  lede: (asOf: string) =>
    `The state of the plan as of ${formatDate('en', asOf)}, to read here or download. Every format says the same.`,
  draft: 'This is a draft: some texts are still to be written, and their places are marked.',
  files: {
    heading: 'Download',
    names: {
      pdf: 'PDF',
      docx: 'Word',
      xlsx: 'Excel',
      html: 'HTML page',
      json: 'JSON',
    },
    uses: {
      pdf: 'to read and print, accessible to screen readers',
      docx: 'to edit',
      xlsx: 'the follow-up table, to sort',
      html: 'one file, to keep',
      json: 'for a program, with its schema',
    },
  },
  ready: {
    title: 'The file is ready',
    opens: 'It opens or is saved by itself.',
    open: 'If not, open it',
    back: 'Back to the report',
  },
  waiting: {
    title: 'The file is being prepared',
    lede: (name: string, asOf: string) => `${name}, as of ${formatDate('en', asOf)}.`,
    ahead: (n: number) =>
      n === 0
        ? 'It is next.'
        : `${formatNumber('en', n)} ${plural('en', n, 'document goes', 'documents go')} first.`,
    rendering: 'It is being composed.',
    again: (seconds: number) =>
      `This page refreshes itself in ${formatNumber('en', seconds)} seconds, and the file opens once it is ready.`,
    hold: 'Stop refreshing',
    held: 'This page no longer refreshes itself.',
    look: 'See how far it is',
    leave: 'Stop waiting and go back to the report',
  },
} satisfies typeof french;
