import { formatDate } from '#platform/i18n/dates.ts';
import { formatNumber } from '#platform/i18n/numbers.ts';
import { plural } from '#platform/i18n/words.ts';

export const report = {
  title: 'Rapport annuel',
  lede: (asOf: string) =>
    `L’état du plan au ${formatDate('fr', asOf)}, à lire ici ou à télécharger. Tous les formats disent la même chose.`,
  draft: 'C’est un projet\u00A0: des textes restent à écrire; leur place est marquée.',
  files: {
    heading: 'Télécharger',
    names: {
      pdf: 'PDF',
      docx: 'Word',
      xlsx: 'Excel',
      html: 'Page HTML',
      json: 'JSON',
    },
    uses: {
      pdf: 'à lire et à imprimer, accessible aux lecteurs d’écran',
      docx: 'à modifier',
      xlsx: 'le tableau de suivi, à trier et à réimporter',
      html: 'un seul fichier, à conserver',
      json: 'pour un programme, avec son schéma',
    },
  },
  ready: {
    title: 'Le fichier est prêt',
    opens: 'Il s’ouvre ou s’enregistre de lui-même.',
    open: 'Sinon, l’ouvrir',
    back: 'Revenir au rapport',
  },
  waiting: {
    title: 'Le fichier se prépare',
    lede: (name: string, asOf: string) => `${name}, au ${formatDate('fr', asOf)}.`,
    ahead: (n: number) =>
      n === 0
        ? 'C’est le prochain.'
        : `${formatNumber('fr', n)} ${plural('fr', n, 'document passe', 'documents passent')} avant.`,
    rendering: 'Il est en cours de composition.',
    again: (seconds: number) =>
      `Cette page s’actualise d’elle-même dans ${formatNumber('fr', seconds)} secondes, et le fichier s’ouvre dès qu’il est prêt.`,
    hold: 'Ne plus actualiser',
    held: 'Cette page ne s’actualise plus d’elle-même.',
    look: 'Voir où il en est',
    leave: 'Ne plus attendre et revenir au rapport',
  },
};
