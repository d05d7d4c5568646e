import type { IndicatorState } from '#modules/plan/index.ts';
import { formatPercent } from '#platform/i18n/numbers.ts';
import { plural } from '#platform/i18n/words.ts';
import { deadlineLabel } from '../../deadline-label.ts';
import type { Phrase } from '../../facts.ts';
import type { Figure } from '../../rows.ts';
import type { state as french } from '../fr/state.ts';

function late(months: number): string {
  if (months === 0) return 'overdue by less than a month';
  return `overdue by ${months} ${plural('en', months, 'month', 'months')}`;
}

function undated(label: string, start: string): Phrase {
  return { text: label === '' ? start : `${start}: “${label}”`, tone: 'plain' };
}

function deadline({ deadline, state, monthsLate }: IndicatorState): Phrase {
  if (deadline === null) return { text: 'no deadline', tone: 'plain' };
  const label = deadlineLabel('en', deadline);
  if (state === 'met') return { text: `${label}, met`, tone: 'done' };
  if (deadline.kind === 'undated') return undated(label, 'no date');
  switch (state) {
    case 'overdue':
      return { text: `${label}, ${late(monthsLate)}`, tone: 'late' };
    case 'not-met-on-the-day':
      return { text: `${label}, not met on the day`, tone: 'due' };
    case 'passed-without-figure':
      return { text: `${label}, passed, no figure`, tone: 'doubt' };
    default:
      return { text: label, tone: 'plain' };
  }
}

function deadlineSentence({ deadline, state, monthsLate }: IndicatorState): Phrase {
  if (deadline === null) return { text: 'No deadline', tone: 'plain' };
  const label = deadlineLabel('en', deadline);
  if (state === 'met') return { text: `Deadline met: ${label}`, tone: 'done' };
  if (deadline.kind === 'ongoing') return { text: 'Ongoing, no end date', tone: 'plain' };
  if (deadline.kind === 'undated') return undated(label, 'No date');
  switch (state) {
    case 'overdue':
      return { text: `Deadline ${late(monthsLate)}: ${label}`, tone: 'late' };
    case 'not-met-on-the-day':
      return { text: `Not met on the day of its deadline (${label})`, tone: 'due' };
    case 'passed-without-figure':
      return { text: `Deadline passed, no figure to judge by: ${label}`, tone: 'doubt' };
    default:
      return { text: `Deadline: ${label}`, tone: 'plain' };
  }
}

function figure({ kind }: Figure, points: number | null): string {
  switch (kind) {
    case 'stated':
      return formatPercent('en', points ?? 0);
    case 'not-applicable':
      return 'not applicable';
    case 'nothing-to-report':
      return 'nothing to report';
    case 'missing':
      return 'no data';
    case 'in-measure':
      return 'within the measure’s figure';
    case 'in-files':
      return 'figures by file';
    case 'not-expected':
      return 'no figure expected';
  }
}

export const state = {
  deadline,
  deadlineSentence,
  figure,
  shapes: {
    overdue: 'overdue',
    'not-met-on-the-day': 'not met on the day',
    'passed-without-figure': 'passed, no figure',
    met: 'met',
    upcoming: 'to come',
    ongoing: 'ongoing',
  },
  wholeMeasure: 'for the whole measure',
} satisfies typeof french;
