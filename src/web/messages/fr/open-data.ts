import { formatDate } from '#platform/i18n/dates.ts';

export const openData = {
  title: 'Données ouvertes',
  lede: 'Tout ce que ces pages montrent se télécharge, à la date de votre choix.',
  files: (title: string) => `Fichiers\u00A0: ${title}`,
  at: (asOf: string) => `au ${formatDate('fr', asOf)}`,
  what: 'Tableau de suivi',
  format: 'Format',
  use: 'Pour',
  formats: {
    xlsx: 'lire et remplir dans un tableur; c’est le tableau de suivi tel que la coordination le tient',
    csv: 'traiter dans un tableur ou un logiciel statistique (UTF-8)',
    json: 'traiter dans un programme',
    ics: 'suivre les échéances dans un agenda',
  },
  api: {
    heading: 'Interface de programmation',
    text: 'Les plans, les mesures, les échéances et les organisations se lisent aussi par une interface HTTP, sans clé ni inscription.',
    reference: 'Référence de l’interface',
    description: 'Description OpenAPI 3.1',
  },
  reading: {
    heading: 'Bien lire ces données',
    items: [
      'Un chiffre déclaré est gardé tel quel. Ce que Passerelle calcule est rangé à part et porte son nom.',
      'Zéro, sans objet, rien à signaler et pas de donnée sont quatre valeurs différentes.',
      'Un chiffre ne vaut que pour sa date\u00A0: il n’est jamais reporté sur une date plus tardive.',
      'Les moyennes donnent leur couverture\u00A0: combien de mesures ont un chiffre, sur combien.',
    ],
  },
  licence: {
    heading: 'Licence',
    text: 'Les faits (noms, dates, chiffres) sont libres. Les résumés écrits pour Passerelle suivent la licence du logiciel, Apache-2.0. Les textes que les organisations déclarent restent les leurs\u00A0: citez-les, avec leur source et leur date.',
  },
};
