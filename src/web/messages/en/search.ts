import type { SearchHit } from '#modules/plan/index.ts';
import { formatDate } from '#platform/i18n/dates.ts';
import { formatNumber } from '#platform/i18n/numbers.ts';
import { plural } from '#platform/i18n/words.ts';
import type { search as french } from '../fr/search.ts';

const kinds: Readonly<Record<SearchHit['kind'], string>> = {
  measure: 'Measure',
  indicator: 'Indicator',
  narrative: 'Progress',
  organisation: 'Organisation',
  acronym: 'Acronym',
  term: 'Term',
};

export const search = {
  title: 'Search',
  titleFor: (query: string) => `Search: ${query}`,
  field: 'Words to search for',
  submit: 'Search',
  hint: 'The plan is written in French: search in French. Accents, plurals and capitals do not matter. Put a phrase in quotation marks; put a hyphen before a word to leave it out.',
  found: (n: number, query: string, asOf: string) =>
    `${formatNumber('en', n)} ${plural('en', n, 'result', 'results')} for “${query}”, in the plan as of ${formatDate('en', asOf)}.`,
  first: (n: number) => `Only the best ${formatNumber('en', n)} are shown.`,
  nothing: (query: string) => `Nothing matches “${query}”.`,
  help: [
    'Try a single word, or a shorter one.',
    'Try the full name rather than the acronym, or the other way round.',
    'Search on another date: the plan may have changed.',
  ],
  elsewhere: 'Browse',
  kinds,
} satisfies typeof french;
