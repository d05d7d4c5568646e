import {
  MONTH_WORD,
  monthOf,
  ORDINAL_WORD,
  PART_WORD,
  partOf,
  rankOf,
  SEASON_WORD,
  seasonOf,
} from './calendar-words.ts';
import { daySpan, monthsSpan, type Span, seasonSpan, thirdOf, yearSpan } from './span.ts';

/**
 * A stretch of time that a text names: "31 mars 2022", "Hiver", "Q2 2024". `year` is null when the text
 * leaves it to its context; `spanIn` gives the days in a year, null when that year has none such.
 */
export type NamedPeriod = {
  readonly form: 'day' | 'month' | 'season' | 'year' | 'part' | 'other';
  readonly year: number | null;
  readonly spanIn: (year: number) => Span | null;
};

type Groups = Readonly<Record<string, string | undefined>>;

const YEAR = '(?<year>(?:19|20|21)\\d\\d)';
const NEXT_YEAR = '(?<next>(?:19|20|21)?\\d\\d)';
const TWO_YEARS = `${YEAR} ?[-/] ?${NEXT_YEAR}`;
const IN_YEAR = `(?:[-., ]+(?:(?:de|of|en|in) )?(?:l'annee )?${YEAR})?`;
const MONTH = `(?<month>${MONTH_WORD})\\.?`;
const DAY = '(?<day>\\d{1,2})';
const RANK = `(?<rank>${ORDINAL_WORD})`;
const FISCAL_YEAR =
  '(?:exercices?(?: financiers?| budgetaires?)?|annee (?:financiere|budgetaire)|fiscal(?: year)?|financial year|fy)';

const LEADING_WORDS =
  /^(?:(?:les?|la|the|en|aux?|a|in|on|at|of|de|du|pour|for|during|courant|cours|mois|month|annee(?! (?:financiere|budgetaire|scolaire))|civile|calendar|year|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:mon|tues|wednes|thurs|fri|satur|sun)day),? |[dl]')+/;

const NAMED_PART = new RegExp(`^(?<part>${PART_WORD})[- ](?:(?:de|du|of) |d')?(?<rest>.+)$`);

/** Each way of naming a period, and how its words are read. The first that fits is used. */
const FORMS: readonly (readonly [pattern: RegExp, read: (groups: Groups) => NamedPeriod | null])[] =
  [
    [whole('(?<year>\\d{4})[-/.](?<month>\\d{1,2})[-/.](?<day>\\d{1,2})'), readNumericDay],
    [whole(`(?<a>\\d{1,2})[-/.](?<b>\\d{1,2})[-/.]${YEAR}`), readDayOrMonthFirst],
    [whole(`${DAY}(?:er|re|e|st|nd|rd|th)?[- ](?:(?:de|of) |d')?${MONTH}${IN_YEAR}`), readDay],
    [whole(`${MONTH} ${DAY}(?:st|nd|rd|th)?${IN_YEAR}`), readDay],
    [whole(`${MONTH}${IN_YEAR}`), readMonth],
    [whole(`(?<month>\\d{1,2})[-/]${YEAR}`), readNumericMonth],
    [whole(`${YEAR}[-/](?<month>\\d\\d)`), readNumericMonthOrYears],
    [whole(`(?<season>${SEASON_WORD})${IN_YEAR}`), readSeason],
    [whole(`(?:hiver|winter)(?: of| de)? ${TWO_YEARS}`), readWinterOfTwoYears],
    [whole(`[tq](?<rank>[1-4])${IN_YEAR}`), (groups) => readDivision(groups, 4)],
    [whole(`${YEAR}[- ]?[tq](?<rank>[1-4])`), (groups) => readDivision(groups, 4)],
    [whole(`${RANK} (?:trimestre|quarter)${IN_YEAR}`), (groups) => readDivision(groups, 4)],
    [whole(`[sh](?<rank>[12])${IN_YEAR}`), (groups) => readDivision(groups, 2)],
    [whole(`${RANK} (?:semestre|half|moitie)${IN_YEAR}`), (groups) => readDivision(groups, 2)],
    [whole(`${FISCAL_YEAR} ?${TWO_YEARS}`), readFiscalYear],
    [whole(`${TWO_YEARS} (?:fiscal|financial) year`), readFiscalYear],
    [whole(YEAR), readYear],
  ];

/** Reads the name of one period in a normalised text; null when it is not one. */
export function readNamedPeriod(text: string): NamedPeriod | null {
  const name = text.trim().replace(LEADING_WORDS, '');
  const part = NAMED_PART.exec(name)?.groups;
  if (part) return readPart(part);
  for (const [pattern, read] of FORMS) {
    const groups = pattern.exec(name)?.groups;
    if (groups) return read(groups);
  }
  return null;
}

/** The period as a span, when its name says the year and the calendar has it. */
export function spanOf(period: NamedPeriod | null): Span | null {
  return period && period.year !== null ? period.spanIn(period.year) : null;
}

function readPart(groups: Groups): NamedPeriod | null {
  const part = partOf(groups['part']);
  const period = readNamedPeriod(groups['rest'] ?? '');
  if (part === null || period === null) return null;
  if (period.form === 'day' || period.form === 'part') return null;
  const spanIn = (year: number) => {
    const span = period.spanIn(year);
    return span && thirdOf(span, part);
  };
  return { form: 'part', year: period.year, spanIn };
}

function readDay(groups: Groups): NamedPeriod | null {
  const month = monthOf(groups['month']);
  return month === null ? null : dayPeriod(yearIn(groups), month, Number(groups['day']));
}

function readNumericDay(groups: Groups): NamedPeriod {
  return dayPeriod(yearIn(groups), Number(groups['month']), Number(groups['day']));
}

/** "31/03/2022" has one reading and "03/04/2022" two: an ambiguous date is not read. */
function readDayOrMonthFirst(groups: Groups): NamedPeriod | null {
  const a = Number(groups['a']);
  const b = Number(groups['b']);
  if (a <= 12 && b <= 12 && a !== b) return null;
  return a > 12 ? dayPeriod(yearIn(groups), b, a) : dayPeriod(yearIn(groups), a, b);
}

function dayPeriod(year: number | null, month: number, day: number): NamedPeriod {
  return { form: 'day', year, spanIn: (inYear) => daySpan(inYear, month, day) };
}

function readMonth(groups: Groups): NamedPeriod | null {
  const month = monthOf(groups['month']);
  return month === null ? null : monthPeriod(yearIn(groups), month);
}

function readNumericMonth(groups: Groups): NamedPeriod | null {
  const month = Number(groups['month']);
  return month >= 1 && month <= 12 ? monthPeriod(yearIn(groups), month) : null;
}

/** "2022-03" is a month and "2022-23" two years; "2011-12" may be either and is not read. */
function readNumericMonthOrYears(groups: Groups): NamedPeriod | null {
  const year = Number(groups['year']);
  if (Number(groups['month']) !== (year + 1) % 100) return readNumericMonth(groups);
  if (year % 100 < 12) return null;
  return fixedPeriod(year, { ...monthsSpan(year, 1, 12, year + 1), edtf: `${year}/${year + 1}` });
}

function monthPeriod(year: number | null, month: number): NamedPeriod {
  return { form: 'month', year, spanIn: (inYear) => monthsSpan(inYear, month, month) };
}

function readSeason(groups: Groups): NamedPeriod | null {
  const season = seasonOf(groups['season']);
  return (
    season && {
      form: 'season',
      year: yearIn(groups),
      spanIn: (year) => seasonSpan(season, year),
    }
  );
}

/** "Hiver 2022-2023" straddles both years: it is winter 2023. */
function readWinterOfTwoYears(groups: Groups): NamedPeriod | null {
  const year = secondOfTwoYears(groups);
  return year === null ? null : fixedPeriod(year, seasonSpan('winter', year));
}

/** A quarter (4 a year) or a half (2 a year) of the calendar year. */
function readDivision(groups: Groups, perYear: 2 | 4): NamedPeriod | null {
  const rank = rankOf(groups['rank']) ?? Number(groups['rank']);
  if (rank > perYear) return null;
  const months = 12 / perYear;
  const spanIn = (year: number) => monthsSpan(year, (rank - 1) * months + 1, rank * months);
  return { form: 'other', year: yearIn(groups), spanIn };
}

/** The financial year of the Government of Québec, from 1 April to 31 March. */
function readFiscalYear(groups: Groups): NamedPeriod | null {
  const year = secondOfTwoYears(groups);
  return year === null ? null : fixedPeriod(year - 1, monthsSpan(year - 1, 4, 3, year));
}

function readYear(groups: Groups): NamedPeriod {
  return { form: 'year', year: yearIn(groups), spanIn: yearSpan };
}

function fixedPeriod(year: number, span: Span): NamedPeriod {
  return { form: 'other', year, spanIn: () => span };
}

function yearIn(groups: Groups): number | null {
  return groups['year'] === undefined ? null : Number(groups['year']);
}

/** The second of "2022-2023" or "2022-23"; null when the years do not follow each other. */
function secondOfTwoYears(groups: Groups): number | null {
  const year = Number(groups['year']) + 1;
  const next = groups['next'] ?? '';
  return String(year).endsWith(next) ? year : null;
}

function whole(pattern: string): RegExp {
  return new RegExp(`^${pattern}$`);
}
