const DAY = 86_400_000;

/**
 * A spreadsheet's serial day as ISO text, as precise as its format shows: `2023-03-01`,
 * `2023-03-01T14:30`, `2023-03` under `mmm-yy`, `2023` under `yyyy`, `14:30` under `hh:mm`.
 *
 * Serial 60 is the 29 February 1900 that never was: days before it are one off (ECMA-376 part 1,
 * 18.17.4.1).
 *
 * @returns null when the serial lies outside the years 1900 to 9999.
 */
export function serialToIso(serial: number, from1904: boolean, format: string): string | null {
  const days = from1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  if (!(days >= 0 && days < 2_958_466)) return null;
  const iso = new Date(Date.UTC(1899, 11, 30) + Math.round(days * 1440) * 60_000).toISOString();
  const shown = dateParts(format);
  if (!shown.year && !shown.month && !shown.day) return iso.slice(11, 16);
  if (shown.year && !shown.month && !shown.day) return iso.slice(0, 4);
  if (shown.year && shown.month && !shown.day) return iso.slice(0, 7);
  return shown.time && (days * DAY) % DAY !== 0 ? iso.slice(0, 16) : iso.slice(0, 10);
}

/** @returns whether a number format shows a date or a time. */
export function isDateFormat(format: string): boolean {
  const parts = dateParts(format);
  return parts.year || parts.month || parts.day || parts.time;
}

interface DateParts {
  year: boolean;
  month: boolean;
  day: boolean;
  time: boolean;
}

const NOT_A_DATE: DateParts = { year: false, month: false, day: false, time: false };

function dateParts(format: string): DateParts {
  const bare = (format.split(';')[0] ?? '')
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .toLowerCase()
    .replace(/am\/pm|a\/p/g, '');
  const time = /[hs]/.test(bare);
  // Digits in a date format are only fractions of a second.
  if (/general|[#?]/.test(bare) || (bare.includes('0') && !time)) return NOT_A_DATE;
  // `m` means minutes next to hours or seconds, months everywhere else.
  const withoutMinutes = bare.replace(/(h+\]?[^a-z0-9]*)m+|m+(?=\]?[^a-z0-9]*s)/g, '$1');
  return {
    year: /[ye]/.test(bare),
    month: withoutMinutes.includes('m'),
    day: bare.includes('d'),
    time,
  };
}
