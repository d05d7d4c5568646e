import { type IsoDate, isoDate } from './iso-date.ts';

export type Season = 'spring' | 'summer' | 'autumn' | 'winter';

/** The codes by which ISO 8601-2 (EDTF) names the seasons after a year: 2023-24 is winter 2023. */
const EDTF_SEASON: Readonly<Record<Season, number>> = {
  spring: 21,
  summer: 22,
  autumn: 23,
  winter: 24,
};

/**
 * The one rule for season boundaries: spring runs from 21 March to 20 June, summer from 21 June to
 * 22 September, autumn from 23 September to 21 December, and winter from 22 December of the year
 * before to 20 March. "Winter 2023" is thus the one that ends in 2023.
 *
 * The days are fixed where those of astronomy move by one or two, and the standard leaves them to its
 * users: a deadline must fall on the same day for everyone.
 */
export function seasonBounds(season: Season, year: number): { earliest: IsoDate; latest: IsoDate } {
  switch (season) {
    case 'spring':
      return { earliest: isoDate(year, 3, 21), latest: isoDate(year, 6, 20) };
    case 'summer':
      return { earliest: isoDate(year, 6, 21), latest: isoDate(year, 9, 22) };
    case 'autumn':
      return { earliest: isoDate(year, 9, 23), latest: isoDate(year, 12, 21) };
    case 'winter':
      return { earliest: isoDate(year - 1, 12, 22), latest: isoDate(year, 3, 20) };
  }
}

/** The season of a year in EDTF: "2023-24". */
export function seasonEdtf(season: Season, year: number): string {
  return `${String(year).padStart(4, '0')}-${EDTF_SEASON[season]}`;
}
