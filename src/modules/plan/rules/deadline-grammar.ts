import { type Limit, readLimit, restOf } from './deadline-limit.ts';
import { normaliseDeadlineText } from './deadline-text.ts';
import { addDays, datePartsOf, type IsoDate } from './iso-date.ts';
import { readNamedPeriod } from './named-period.ts';
import { oneDay, type Span } from './span.ts';
import { readSpan } from './span-grammar.ts';

/** What the text of a deadline says, without the text itself. */
export type DeadlineReading =
  | { kind: 'dated'; edtf: string; by: boolean; earliest: IsoDate; latest: IsoDate }
  | { kind: 'recurring'; edtf: string; by: boolean; month: number; day: number }
  | { kind: 'ongoing' }
  | { kind: 'undated' };

/** Longer than any deadline; what goes beyond is prose. */
const LONGEST_TEXT = 200;

const ONGOING =
  /^(?:(?:en|de (?:facon|maniere)|sur une base|on an) )?(?:continu(?:e|s|es|el|elle|ellement|al|ally|ous|ously)?|permanen(?:ce|t|te|ts|tes|tly)|on-?going)(?: basis)?(?![a-z])[-,:; ]*(?<rest>.*)$/;
const SINCE = /^(?:des|depuis|a (?:partir|compter) d|since|from|starting|as of)\b/;

const YEARLY =
  '(?:chaque annee|tous les ans|annuellement|annuel(?:le)?|par an|par annee|every year|each year|annually|annual|yearly|per year)';
const YEARLY_FIRST = new RegExp(`^(?:a )?${YEARLY}[-,:; ]+(?<rest>.+)$`);
const YEARLY_LAST = new RegExp(`^(?<rest>.+?),?(?: de| of| in)? ${YEARLY}$`);
const EACH = /^(?:a )?(?:le )?(?:chaque|tous les|toutes les|every|each) (?<rest>.+)$/;

/** A leap year, so that 29 February can be every year's deadline. */
const ANY_YEAR = 2000;

/** Reads a deadline in French or English. */
export function readDeadline(text: string): DeadlineReading {
  if (text.length > LONGEST_TEXT) return { kind: 'undated' };
  const normalised = normaliseDeadlineText(text);
  const ongoing = ONGOING.exec(normalised)?.groups;
  if (ongoing) return readOngoing(ongoing['rest'] ?? '');
  return readDate(normalised) ?? { kind: 'undated' };
}

/** What never ends may still be given an end: "en continu jusqu'en 2024" is due in 2024. */
function readOngoing(rest: string): DeadlineReading {
  const date = readDate(rest);
  if (date) return date;
  return SINCE.test(rest) || !/\d/.test(rest) ? { kind: 'ongoing' } : { kind: 'undated' };
}

function readDate(text: string): DeadlineReading | null {
  return readRecurring(text) ?? readDated(text);
}

function readDated(text: string): DeadlineReading | null {
  const limit = readLimit(text);
  const span = readSpan(limit.rest);
  return span && { kind: 'dated', by: limit.kind !== 'none', ...within(limit, span) };
}

function readRecurring(text: string): DeadlineReading | null {
  const yearly = restOf(YEARLY_FIRST, text) ?? restOf(YEARLY_LAST, text);
  const limit = readLimit(yearly ?? text);
  const each = restOf(EACH, limit.rest);
  if (yearly === null && each === null) return null;
  const period = readNamedPeriod(each ?? limit.rest);
  const span = period?.year === null ? period.spanIn(ANY_YEAR) : null;
  if (span === null) return null;
  const { edtf, latest } = within(limit, span);
  const { month, day } = datePartsOf(latest);
  return {
    kind: 'recurring',
    edtf: everyYear(edtf, latest),
    by: limit.kind !== 'none',
    month,
    day,
  };
}

/** EDTF leaves the year of a month or a day open, but not that of a season or an interval. */
function everyYear(edtf: string, latest: IsoDate): string {
  const repeatable = /^\d{4}-(?:0\d|1[0-2])(?:-\d{2})?$/.test(edtf) ? edtf : latest;
  return `XXXX${repeatable.slice(4)}`;
}

/** "Before 2026" is by the day before 2026 begins. */
function within(limit: Limit, span: Span): Span {
  return limit.kind === 'before' ? oneDay(addDays(span.earliest, -1)) : span;
}
