import { type NamedPeriod, readNamedPeriod, spanOf } from './named-period.ts';
import { approximately, type Span, spanBetween } from './span.ts';

const APPROXIMATE =
  /^(?:vers|environ|circa|ca\.?|around|about|approximately|approx\.?|autour de|aux environs de|aux alentours de|~) ?(?<rest>.+)$/;
const BETWEEN = /^(?:entre|between) (?<left>.+?) (?:et|and) (?<right>.+)$/;
const START = /^(?:from|de|du|des) |^d'/;
const FROM = /^from /;
const SEPARATOR =
  /(?<word> (?:aux?|a|to|through|thru|until|till|jusqu'(?:a|au|en)) )|(?<sign> ?[-/] ?)/g;

/** Reads a period, an interval ("de 2025 à 2028") or an approximate period ("vers 2025"); null when it is none. */
export function readSpan(text: string): Span | null {
  const rest = APPROXIMATE.exec(text)?.groups?.['rest'];
  if (rest !== undefined) {
    const span = spanOf(readNamedPeriod(rest));
    return span && approximately(span);
  }
  // A start is not a deadline: "de 2025", without its end, names none.
  if (START.test(text)) return readInterval(text);
  return spanOf(readNamedPeriod(text)) ?? readInterval(text);
}

function readInterval(text: string): Span | null {
  const between = BETWEEN.exec(text)?.groups;
  if (between) return readEnds(between['left'] ?? '', between['right'] ?? '', 'word');
  for (const separator of text.matchAll(SEPARATOR)) {
    const left = text.slice(0, separator.index).replace(FROM, '');
    const right = text.slice(separator.index + separator[0].length);
    const span = readEnds(left, right, separator.groups?.['sign'] ? 'sign' : 'word');
    if (span) return span;
  }
  return null;
}

function readEnds(left: string, right: string, separator: 'word' | 'sign'): Span | null {
  const start = readNamedPeriod(withMonthOf(right, left));
  const end = readNamedPeriod(right);
  const last = spanOf(end);
  if (!start || !end || !last) return null;
  // "Automne 2022-2023" may be one autumn or all that follows it: only a word settles it.
  if (separator === 'sign' && end.form === 'year' && start.form !== 'year') return null;
  const first = spanOf(start) ?? firstWithoutYear(start, end, last);
  if (!first || first.earliest > last.latest || first.latest > last.latest) return null;
  return spanBetween(first, last);
}

/** "Novembre à février 2023" begins in 2022; two seasons around one year leave it open which winter is meant. */
function firstWithoutYear(start: NamedPeriod, end: NamedPeriod, last: Span): Span | null {
  if (start.year !== null || end.year === null) return null;
  const sameYear = start.spanIn(end.year);
  if (sameYear && sameYear.earliest <= last.earliest) return sameYear;
  return end.form === 'season' ? null : start.spanIn(end.year - 1);
}

/** "Du 1er au 15 mars 2023": a day standing alone takes its month and year from the end. */
function withMonthOf(end: string, start: string): string {
  const day = /^(?:(?:de|du) )?(?:le )?(\d{1,2})(?:er|st|nd|rd|th)?$/.exec(start)?.[1];
  const monthAndYear = /^(?:le )?\d{1,2}(?:er|st|nd|rd|th)?(?<rest> .+)$/.exec(end)?.groups?.[
    'rest'
  ];
  return day && monthAndYear ? `${day}${monthAndYear}` : start;
}
