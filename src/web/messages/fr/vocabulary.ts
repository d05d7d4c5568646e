import { formatNumber } from '#platform/i18n/numbers.ts';
import { plural } from '#platform/i18n/words.ts';

export const vocabulary = {
  title: 'Sigles et glossaire',
  lede: (acronyms: number, terms: number) =>
    `${formatNumber('fr', acronyms)} ${plural('fr', acronyms, 'sigle', 'sigles')} et ${formatNumber('fr', terms)} ${plural('fr', terms, 'terme', 'termes')} du plan, en mots simples.`,
  empty: 'Ce plan n’a encore ni sigles ni termes expliqués.',
  acronyms: 'Sigles',
  terms: 'Termes',
};
