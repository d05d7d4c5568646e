import { formatDate } from '#platform/i18n/dates.ts';
import { formatCount, formatNumber, formatPercent } from '#platform/i18n/numbers.ts';
import { capitalised, joinList, plural } from '#platform/i18n/words.ts';
import type { Coverage, NamedMeasures } from '../../facts.ts';
import { link, mark, type Prose, type Run } from '../../prose.ts';
import type { summary as french } from '../fr/summary.ts';

/** Beyond this, numbers one after the other are no longer a sentence. */
const MOST_NAMED = 6;

const count = (n: number) => formatCount('en', n);
const date = (isoDate: string) => formatDate('en', isoDate);
const measures = (n: number) => plural('en', n, 'measure', 'measures');

function linked({ numbers, address }: NamedMeasures): Run[] {
  return joinList<Run>(
    'en',
    numbers.map((number) => link(number, address(number))),
  );
}

function named(measured: NamedMeasures): Run[] {
  return [`${measures(measured.numbers.length)} `, ...linked(measured)];
}

function reported(asOf: string, { stated, expected }: Coverage, total: number): Prose {
  const day = `As of ${date(asOf)}`;
  if (expected === 0) return [`${day}, no figure was expected.`];
  if (stated === 0) return [`${day}, no measure gave a figure.`];
  if (stated < expected) {
    return [
      `${day}, ${formatNumber('en', stated)} of ${formatNumber('en', expected)} measures ${plural('en', stated, 'has', 'have')} reported.`,
    ];
  }
  if (expected === 1) return [`${day}, the only measure expected to has reported.`];
  const which = expected < total ? ' from which a figure is expected' : '';
  return [`${day}, all ${formatNumber('en', expected)} measures${which} have reported.`];
}

/** Where the whole list is; nothing where nobody can go there. */
function seeAll({ list }: NamedMeasures): Run[] {
  return list === null ? [] : [' (', link('see them', list), ')'];
}

function overdue(late: NamedMeasures): Prose {
  const { length } = late.numbers;
  const said = mark(
    'late',
    `${capitalised('en', count(length))} ${measures(length)} ${plural('en', length, 'has', 'have')} an overdue deadline`,
  );
  return length > MOST_NAMED ? [said, ...seeAll(late)] : [said, ' (', ...linked(late), ')'];
}

function notMet(missed: NamedMeasures): Prose {
  const { length } = missed.numbers;
  const end = `had not met ${plural('en', length, 'its', 'their')} target by the deadline that day`;
  return length > MOST_NAMED
    ? [`${formatNumber('en', length)} measures ${end}`, ...seeAll(missed)]
    : [...named(missed), ` ${end}`];
}

export const summary = {
  reported,

  mean: (points: number, { stated, expected }: Coverage): Prose => [
    'Progress is ',
    mark('num', formatPercent('en', points)),
    ` on average (computed; ${formatNumber('en', stated)} of ${formatNumber('en', expected)} ${measures(expected)}).`,
  ],

  lateness: (late: NamedMeasures, onTheDay: NamedMeasures): Prose => {
    const first = late.numbers.length === 0 ? ['No deadline is overdue'] : overdue(late);
    return onTheDay.numbers.length === 0
      ? [...first, '.']
      : [...first, '; ', ...notMet(onTheDay), '.'];
  },

  silent: (unknown: NamedMeasures): Prose => {
    const { length } = unknown.numbers;
    const which = length > MOST_NAMED ? seeAll(unknown) : [': ', ...named(unknown)];
    return [
      `For ${count(length)} ${measures(length)}, a deadline has passed and no figure says whether it was met`,
      ...which,
      '.',
    ];
  },

  noneLater: (asOf: string, latest: string, href: string): Prose => [
    `No data as of ${date(asOf)}; the latest is `,
    link(`as of ${date(latest)}`, href),
    '.',
  ],
  noneEarlier: (asOf: string, first: string, href: string): Prose => [
    `No data as of ${date(asOf)}; the first is `,
    link(`as of ${date(first)}`, href),
    '.',
  ],
  noneEver: (asOf: string): Prose => [
    `As of ${date(asOf)}, nothing has been stated for this plan yet.`,
  ],
  passedSince: (n: number): Prose =>
    n === 0
      ? ['No deadline has passed since.']
      : [
          `Since then, ${count(n)} ${plural('en', n, 'deadline has', 'deadlines have')} passed without news.`,
        ],

  origin: {
    summary: (title: string, publisher: string) =>
      `Figures and texts: summary of the document “${title}” (${publisher}).`,
    both: (title: string) =>
      `Some of the figures and texts are a summary of the document “${title}”; each measure’s page says which.`,
    declared: 'Figures and texts stated by the lead organisations.',
  },
} satisfies typeof french;
