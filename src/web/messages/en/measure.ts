import { formatDate, formatInstant } from '#platform/i18n/dates.ts';
import { formatNumber, formatPercent } from '#platform/i18n/numbers.ts';
import { plural } from '#platform/i18n/words.ts';
import type { Coverage } from '#presentation/facts.ts';
import type { measure as french } from '../fr/measure.ts';

const date = (isoDate: string) => formatDate('en', isoDate);
const number = (n: number) => formatNumber('en', n);

export const measure = {
  title: (n: string, name: string) => `Measure ${n} · ${name}`,
  lead: 'Lead',
  with: 'With',
  followUp: 'Followed up by',
  followUpUnknown: 'not specified in the source',
  nobody: 'not specified',

  wholeMeasure: 'This figure is for the whole measure.',
  lineLead: (name: string) => `Lead of this line: ${name}`,
  wholeLabel: 'The measure as a whole',
  noNarrative: 'No text provided.',
  source: {
    summary: (title: string, asOf: string) =>
      `Summary of the document “${title}”, as of ${date(asOf)}.`,
    summaryUntitled: (asOf: string) => `Summary of a published document, as of ${date(asOf)}.`,
    declared: (author: string, asOf: string) => `Stated by ${author}, as of ${date(asOf)}.`,
    declaredByLead: (asOf: string) => `Stated by the lead organisation, as of ${date(asOf)}.`,
  },

  aside: {
    progress: 'Progress of the measure',
    date: 'Date',
    figure: 'Figures',
    mean: (points: number) => formatPercent('en', points),
    coverage: ({ stated, expected }: Coverage) =>
      `${number(stated)} of ${number(expected)} ${plural('en', expected, 'line', 'lines')}`,
    noneExpected: 'no figure expected',
    noData: 'no data',
    computedNote: 'Average of the lines that have a figure, computed by Passerelle.',
    superseded: (n: number, asOf: string) =>
      `${number(n)} ${plural('en', n, 'superseded statement', 'superseded statements')} (${date(asOf)})`,
    recorded: (source: 'summary' | 'declared', author: string | null, instant: string) => {
      const who =
        source === 'summary' ? 'Summary' : `Stated${author === null ? '' : ` by ${author}`}`;
      return `${who}, recorded on ${formatInstant('en', instant)}`;
    },
    thread: 'Timeline',
    notes: 'Worth knowing',
  },

  thread: {
    deadline: (label: string) => `Deadline: ${label}`,
    stated: (n: number) => `${number(n)} ${plural('en', n, 'figure', 'figures')} given`,
    narratives: 'Texts only, no figure',
    states: {
      met: 'met',
      overdue: 'overdue',
      'not-met-on-the-day': 'not met that day',
      'passed-without-figure': 'passed, no figure',
      upcoming: '',
      undated: '',
    },
    here: 'date shown',
    shownDate: 'Date shown: no statement',
  },

  neighbours: 'Neighbouring measures',
} satisfies typeof french;
