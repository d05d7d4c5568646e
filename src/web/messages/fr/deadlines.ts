import { formatDate, formatMonth } from '#platform/i18n/dates.ts';
import { formatCount, formatNumber } from '#platform/i18n/numbers.ts';
import { capitalised, plural } from '#platform/i18n/words.ts';
import type { Prose } from '#presentation/prose.ts';

export const deadlines = {
  title: 'Échéances',
  lede: (counts: { late: number; onTheDay: number; silent: number; upcoming: number }): Prose => {
    const { late, onTheDay, silent, upcoming } = counts;
    const parts = [
      late > 0
        ? `${formatCount('fr', late)} ${plural('fr', late, 'échéance est dépassée', 'échéances sont dépassées')}`
        : 'aucune échéance n’est dépassée',
      ...(onTheDay > 0
        ? [
            `${formatCount('fr', onTheDay)} ${plural('fr', onTheDay, 'n’est pas atteinte', 'ne sont pas atteintes')} le jour même`,
          ]
        : []),
      ...(silent > 0
        ? [
            `${formatCount('fr', silent)} ${plural('fr', silent, 'est passée', 'sont passées')} sans chiffre`,
          ]
        : []),
      `${formatCount('fr', upcoming)} ${plural('fr', upcoming, 'est à venir', 'sont à venir')}`,
    ];
    return [parts.join('; '), '.'];
  },
  at: (asOf: string): string => `Au ${formatDate('fr', asOf)}, `,
  late: 'En retard',
  onTheDay: 'Non atteintes le jour même',
  silent: 'Passées sans chiffre',
  oldest: (n: number, total: number) =>
    `Les ${formatNumber('fr', n)} plus anciennes, sur ${formatNumber('fr', total)}; les autres sont au calendrier.`,
  calendar: 'Calendrier',
  ongoing: 'En continu',
  undated: 'Sans date',
  undatedWhy:
    'Ces échéances ont un texte dont on ne peut pas tirer une date sûre, ou n’en ont pas.',
  everyYear: 'chaque année',
  month: (month: number) => capitalised('fr', formatMonth('fr', month)),
  asOfHere: (asOf: string) => `Date affichée\u00A0: ${formatDate('fr', asOf)}`,
  years: 'Années',
  yearCount: (n: number) => `${formatNumber('fr', n)} ${plural('fr', n, 'échéance', 'échéances')}`,
  feed: {
    heading: 'Dans votre agenda',
    text: 'Copiez cette adresse dans votre agenda (Outlook, Google Agenda, Calendrier d’Apple\u00A0: «\u00A0s’abonner à un calendrier\u00A0»). Les échéances s’y mettront à jour d’elles-mêmes.',
    download: 'Télécharger le fichier .ics',
  },
  day: (isoDate: string) => formatDate('fr', isoDate),
  none: 'Ce plan n’a aucune échéance datée.',
};
