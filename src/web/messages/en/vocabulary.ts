import { formatNumber } from '#platform/i18n/numbers.ts';
import { plural } from '#platform/i18n/words.ts';
import type { vocabulary as french } from '../fr/vocabulary.ts';

export const vocabulary = {
  title: 'Acronyms and glossary',
  lede: (acronyms: number, terms: number) =>
    `${formatNumber('en', acronyms)} ${plural('en', acronyms, 'acronym', 'acronyms')} and ${formatNumber('en', terms)} ${plural('en', terms, 'term', 'terms')} of the plan, in plain words.`,
  empty: 'This plan has no acronyms or terms explained yet.',
  acronyms: 'Acronyms',
  terms: 'Terms',
} satisfies typeof french;
