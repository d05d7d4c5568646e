import { MONTH_WORD, monthOf } from '../../rules/calendar-words.ts';
import { fold } from '../text.ts';

interface DayParts {
  year: number;
  month: number;
  day: number;
}

/** Day first (`31 mars 2022`, `1er avril 2022`), month first (`March 31, 2022`), ISO, numeric. */
const FORMS: readonly { pattern: RegExp; read: (m: RegExpExecArray) => DayParts | null }[] = [
  {
    pattern: new RegExp(`\\b(\\d{1,2})(?:er|st|nd|rd|th)? (?:of |de )?(${MONTH_WORD}) (\\d{4})\\b`),
    read: (m) => ({ year: Number(m[3]), month: monthOf(m[2]) ?? 0, day: Number(m[1]) }),
  },
  {
    pattern: new RegExp(`\\b(${MONTH_WORD}) (\\d{1,2})(?:st|nd|rd|th)? (\\d{4})\\b`),
    read: (m) => ({ year: Number(m[3]), month: monthOf(m[1]) ?? 0, day: Number(m[2]) }),
  },
  {
    pattern: /\b(\d{4}) (\d{2}) (\d{2})\b/,
    read: (m) => ({ year: Number(m[1]), month: Number(m[2]), day: Number(m[3]) }),
  },
  {
    pattern: /\b(\d{1,2}) (\d{1,2}) ((?:19|20)\d{2})\b/,
    read: (m) => dayOrMonthFirst(Number(m[1]), Number(m[2]), Number(m[3])),
  },
];

/**
 * Finds the day a text says it holds for: "au 31 mars 2022", "as of March 31, 2022",
 * "2022-03-31", "31/03/2022".
 *
 * @returns an ISO day, or null when the text names none that exists, or one that can be read two
 *   ways ("03/04/2022").
 */
export function findDay(text: string): string | null {
  const words = fold(text);
  for (const { pattern, read } of FORMS) {
    const match = pattern.exec(words);
    const parts = match && read(match);
    const iso = parts && toIso(parts);
    if (iso) return iso;
  }
  return null;
}

function dayOrMonthFirst(a: number, b: number, year: number): DayParts | null {
  if (a <= 12 && b <= 12 && a !== b) return null;
  return a > 12 ? { year, month: b, day: a } : { year, month: a, day: b };
}

function toIso({ year, month, day }: DayParts): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : null;
}
