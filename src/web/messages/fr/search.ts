import type { SearchHit } from '#modules/plan/index.ts';
import { formatDate } from '#platform/i18n/dates.ts';
import { formatNumber } from '#platform/i18n/numbers.ts';
import { plural } from '#platform/i18n/words.ts';

const kinds: Readonly<Record<SearchHit['kind'], string>> = {
  measure: 'Mesure',
  indicator: 'Indicateur',
  narrative: 'État d’avancement',
  organisation: 'Organisation',
  acronym: 'Sigle',
  term: 'Terme',
};

export const search = {
  title: 'Recherche',
  titleFor: (query: string) => `Recherche\u00A0: ${query}`,
  field: 'Mots à chercher',
  submit: 'Chercher',
  hint: 'Les accents, les pluriels et les majuscules ne comptent pas. Entre guillemets, une suite de mots; précédé d’un tiret, un mot à écarter.',
  found: (n: number, query: string, asOf: string) =>
    `${formatNumber('fr', n)} ${plural('fr', n, 'résultat', 'résultats')} pour «\u00A0${query}\u00A0», dans le plan au ${formatDate('fr', asOf)}.`,
  first: (n: number) => `Seuls les ${formatNumber('fr', n)} meilleurs sont montrés.`,
  nothing: (query: string) => `Rien ne correspond à «\u00A0${query}\u00A0».`,
  help: [
    'Essayez un seul mot, ou un mot plus court.',
    'Essayez le nom en entier plutôt que le sigle, ou l’inverse.',
    'Cherchez à une autre date\u00A0: le plan a pu changer.',
  ],
  elsewhere: 'Parcourir',
  kinds,
};
