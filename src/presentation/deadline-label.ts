import type { Deadline } from '#modules/plan/rules/deadline.ts';
import { formatDate, formatMonth } from '#platform/i18n/dates.ts';
import type { Locale } from '#platform/i18n/locale.ts';
import { inSentence } from './in-sentence.ts';

const SEASONS: Readonly<Record<string, string>> = {
  '21': 'spring',
  '22': 'summer',
  '23': 'fall',
  '24': 'winter',
};

/**
 * A deadline as it goes inside a sentence. In French, the text as it was written, its first letter in
 * lower case; in English, what was understood of it ("winter 2023"), since plans are written in French.
 */
export function deadlineLabel(locale: Locale, deadline: Deadline): string {
  const written = inSentence(deadline.text.replace(/\s+/gu, ' ').trim());
  if (locale === 'fr' || deadline.kind === 'undated') return written;
  if (deadline.kind === 'ongoing') return 'ongoing';
  if (deadline.kind === 'recurring') {
    const day = `${formatMonth('en', deadline.month)} ${deadline.day}`;
    return `every year ${deadline.by ? 'by' : 'on'} ${day}`;
  }
  const period = englishPeriod(deadline.edtf);
  if (period === null) return written;
  return deadline.by ? `by ${period}` : period;
}

/** An EDTF period in English words; null for one written in a form that deadlines do not take. */
function englishPeriod(edtf: string): string | null {
  const [from, to, ...rest] = edtf.split('/').map(englishDate);
  if (!from || to === null || rest.length > 0) return null;
  return to === undefined ? from : `${from} to ${to}`;
}

function englishDate(edtf: string): string | null {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?([~?%]?)$/.exec(edtf);
  if (!match) return null;
  const [, year = '', middle, day, qualifier] = match;
  const about = qualifier ? 'about ' : '';
  if (middle === undefined) return `${about}${year}`;
  if (SEASONS[middle]) return `${about}${SEASONS[middle]} ${year}`;
  const month = formatMonth('en', Number(middle));
  if (day === undefined) return `${about}${month} ${year}`;
  return about + formatDate('en', `${year}-${middle}-${day}`);
}
