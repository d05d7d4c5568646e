import { formatDate, formatMonth } from '#platform/i18n/dates.ts';
import { formatCount, formatNumber } from '#platform/i18n/numbers.ts';
import { plural } from '#platform/i18n/words.ts';
import type { Prose } from '#presentation/prose.ts';
import type { deadlines as french } from '../fr/deadlines.ts';

const count = (n: number) => formatCount('en', n);
const are = (n: number) => plural('en', n, 'is', 'are');

export const deadlines = {
  title: 'Deadlines',
  lede: (counts: { late: number; onTheDay: number; silent: number; upcoming: number }): Prose => {
    const { late, onTheDay, silent, upcoming } = counts;
    const parts = [
      late > 0
        ? `${count(late)} ${plural('en', late, 'deadline is', 'deadlines are')} overdue`
        : 'no deadline is overdue',
      ...(onTheDay > 0 ? [`${count(onTheDay)} ${are(onTheDay)} not met on the day`] : []),
      ...(silent > 0
        ? [`${count(silent)} ${plural('en', silent, 'has', 'have')} passed without a figure`]
        : []),
      `${count(upcoming)} ${are(upcoming)} to come`,
    ];
    return [parts.join('; '), '.'];
  },
  at: (asOf: string): string => `As of ${formatDate('en', asOf)}, `,
  late: 'Late',
  onTheDay: 'Not met on the day',
  silent: 'Passed without a figure',
  oldest: (n: number, total: number) =>
    `The oldest ${formatNumber('en', n)}, of ${formatNumber('en', total)}; the others are in the calendar.`,
  calendar: 'Calendar',
  ongoing: 'Ongoing',
  undated: 'Undated',
  undatedWhy: 'These deadlines have a text from which no certain date can be read, or have none.',
  everyYear: 'every year',
  month: (month: number) => formatMonth('en', month),
  asOfHere: (asOf: string) => `Date shown: ${formatDate('en', asOf)}`,
  years: 'Years',
  yearCount: (n: number) => `${formatNumber('en', n)} ${plural('en', n, 'deadline', 'deadlines')}`,
  feed: {
    heading: 'In your calendar',
    text: 'Copy this address into your calendar (Outlook, Google Calendar, Apple Calendar: “subscribe to a calendar”). The deadlines will keep themselves up to date there.',
    download: 'Download the .ics file',
  },
  day: (isoDate: string) => formatDate('en', isoDate),
  none: 'This plan has no dated deadline.',
} satisfies typeof french;
