import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './iso-date.ts';
import { seasonBounds, seasonEdtf } from './seasons.ts';

describe('seasonBounds', () => {
  it('places the winter of a year at its beginning', () => {
    expect(seasonBounds('winter', 2023)).toEqual({ earliest: '2022-12-22', latest: '2023-03-20' });
    expect(seasonBounds('autumn', 2020)).toEqual({ earliest: '2020-09-23', latest: '2020-12-21' });
  });

  it('gives every day to exactly one season', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2198 }), (year) => {
        const round = [
          seasonBounds('winter', year),
          seasonBounds('spring', year),
          seasonBounds('summer', year),
          seasonBounds('autumn', year),
          seasonBounds('winter', year + 1),
        ];
        const ends = round.slice(0, -1).map(({ latest }) => addDays(latest, 1));
        expect(ends).toEqual(round.slice(1).map(({ earliest }) => earliest));
      }),
    );
  });
});

describe('seasonEdtf', () => {
  it('uses the codes of the standard', () => {
    expect(
      (['spring', 'summer', 'autumn', 'winter'] as const).map((s) => seasonEdtf(s, 2023)),
    ).toEqual(['2023-21', '2023-22', '2023-23', '2023-24']);
  });
});
