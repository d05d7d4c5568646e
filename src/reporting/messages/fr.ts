import { formatDate } from '#platform/i18n/dates.ts';
import { formatNumber, formatPercent } from '#platform/i18n/numbers.ts';
import { plural } from '#platform/i18n/words.ts';
import type { Coverage } from '#presentation/facts.ts';

const date = (isoDate: string) => formatDate('fr', isoDate);
const number = (n: number) => formatNumber('fr', n);
const figures = (n: number) => `${number(n)} ${plural('fr', n, 'chiffre', 'chiffres')}`;

/** What a report says of itself, in French; what it says of the plan is in `presentation`. */
export const fr = {
  dateline: (asOf: string) => `Au ${date(asOf)}`,
  draft: 'Projet',
  missing: (heading: string, asOf: string) =>
    `Texte à écrire\u00A0: ${heading}, au ${date(asOf)}. Tant qu’il manque, ce rapport est un projet.`,
  percent: (points: number) => formatPercent('fr', points),
  number,

  colophon: {
    summary: (title: string, publisher: string) =>
      `Chiffres et textes\u00A0: résumé du document «\u00A0${title}\u00A0» (${publisher}).`,
    both: (title: string) =>
      `Une partie des chiffres et des textes résume le document «\u00A0${title}\u00A0».`,
    online: 'En ligne et dans d’autres formats\u00A0: ',
  },

  words: {
    contents: 'Table des matières',
    page: 'Page {page} de {pages}',
    figure: 'Figure {number}',
    table: 'Tableau {number}',
    figureData: 'Les chiffres de la figure',
    notes: 'Notes',
    about: 'À propos',
    noteBack: 'Retour à l’appel de la note {number}',
  },

  acronyms: {
    caption: 'Sigles employés dans ce rapport',
    label: 'Sigle',
    meaning: 'Signification',
    none: 'Ce rapport n’emploie aucun sigle.',
    sheet: 'Sigles',
  },

  objectives: {
    objective: 'Objectif général',
    caption: 'Thèmes du plan et leurs objectifs',
    theme: 'Thème',
    themeObjective: 'Objectif',
    none: 'sans objectif propre',
    sheet: 'Thèmes et objectifs',
  },

  criteria: {
    lede: 'Chaque mesure doit être\u00A0:',
    none: 'Ce plan ne fixe pas de critères à ses mesures.',
  },

  theme: (n: string, name: string) => `${n}. ${name}`,

  sheet: {
    caption: (plan: string) => `Toutes les mesures\u00A0: ${plan}`,
    themesCaption: (plan: string) => `Les thèmes\u00A0: ${plan}`,
    measure: 'Mesure, en charge',
    time: 'Échéances dans le temps',
    progress: 'Avancement déclaré',
    summarised: 'Avancement (résumé)',
    mean: (points: number, { stated, expected }: Coverage) =>
      `${formatPercent('fr', points)} en moyenne (calculé; ${number(stated)} sur ${number(expected)})`,
    coverage: ({ stated, expected }: Coverage) =>
      `${number(stated)} sur ${number(expected)} avec un chiffre`,
    theme: 'Thème',
    measures: 'Mesures',
    late: 'En retard',
    meanHeading: 'Moyenne (calculée)',
    ongoing: 'en continu',
    noDeadline: 'sans échéance datée',
    with: (n: number) => `avec ${number(n)} ${plural('fr', n, 'collaborateur', 'collaborateurs')}`,
    withNames: (names: string) => `avec ${names}`,
    noLead: 'responsable non précisé',
  },

  followUp: {
    legend: 'Suivi assuré par\u00A0:',
    unknown: 'inconnu (la source ne le dit pas)',
    aside: (name: string) => `suivi\u00A0: ${name}`,
    asideUnknown: 'suivi\u00A0: inconnu',
    lead: 'En charge',
    collaborators: 'Collaboration',
    nobody: 'non précisé',
    columns: {
      indicator: 'Indicateur, cible',
      deadline: 'Échéance',
      progress: 'Avancement',
      account: (asOf: string) => `État d’avancement au ${date(asOf)}`,
    },
    sheet: {
      name: 'Suivi',
      number: 'Numéro',
      measure: 'Nom de la mesure',
      lead: 'M/O en charge',
      collaborators: 'M/O collaborateurs',
      followUp: 'Suivi assuré par',
      indicator: 'Indicateurs, cibles',
      deadline: 'Échéances',
      state: 'Où on en est',
      percent: '%',
      account: (asOf: string) => `État d’avancement des mesures au ${date(asOf)}`,
      computed: 'Calcul de Passerelle',
      scope: 'Portée de la ligne',
      /** As an imported table has them: they are read back as what they are. */
      words: { notApplicable: 's. o.', nothingToReport: 'Rien à signaler', missing: 'n. d.' },
    },
    whole: 'Ensemble de la mesure',
    noLine: 'Cette mesure n’a pas d’indicateur.',
    noNarrative: 'Aucun texte fourni.',
    lineLead: (name: string) => `En charge de cette ligne\u00A0: ${name}`,
    emptyTheme: 'Aucune mesure dans ce thème à cette date.',
    empty: 'Ce plan n’a aucune mesure à cette date.',
    withoutTheme: 'Mesures sans thème',
  },

  charts: {
    progress: {
      caption: 'Avancement par thème',
      plan: 'Tout le plan',
      bar: (name: string, { stated, expected }: Coverage) =>
        `${name} · ${number(stated)} ${plural('fr', stated, 'mesure', 'mesures')} sur ${number(expected)}`,
      alt: (parts: readonly string[]) => `Moyennes calculées\u00A0: ${parts.join('; ')}.`,
      data: 'Avancement moyen de chaque thème, calculé',
      theme: 'Thème',
      mean: 'Moyenne',
      coverage: 'Mesures avec un chiffre',
      of: ({ stated, expected }: Coverage) => `${number(stated)} sur ${number(expected)}`,
      withheld: 'Ce plan ne montre pas de moyennes.',
    },
    overdue: {
      caption: 'Échéances dépassées',
      none: (asOf: string) => `Au ${date(asOf)}, aucune échéance n’est dépassée.`,
      unknown: (n: number) =>
        `Pour ${number(n)} ${plural('fr', n, 'autre échéance passée', 'autres échéances passées')}, aucun chiffre ne dit si ${plural('fr', n, 'elle a été tenue', 'elles ont été tenues')}.`,
      alt: (parts: readonly string[]) =>
        `Retards, du plus long au plus court\u00A0: ${parts.join('; ')}.`,
      data: 'Échéances dépassées, de la plus ancienne à la plus récente',
      measure: 'Mesure',
      indicator: 'Indicateur',
      deadline: 'Échéance',
      delay: 'Retard',
      months: (n: number) => (n === 0 ? 'moins d’un mois' : `${number(n)} mois`),
      cut: (shown: number, total: number) =>
        `Les ${number(shown)} plus longs retards sur ${number(total)}; tous sont au tableau de suivi.`,
    },
    age: {
      caption: 'Âge des chiffres',
      classes: {
        current: 'à la date du rapport',
        recent: 'il y a moins d’un an',
        old: 'il y a un an ou plus',
        never: 'jamais donné',
      },
      figure: (n: number) => figures(n),
      alt: (parts: readonly string[]) =>
        `Chiffres attendus, selon l’âge du dernier donné\u00A0: ${parts.join('; ')}.`,
      data: 'Chiffres attendus, selon l’âge du dernier donné',
      age: 'Dernier chiffre',
      count: 'Nombre',
      none: 'Aucun chiffre n’est attendu à cette date.',
    },
  },

  notes: {
    about: 'À savoir',
    reading: 'Lire les chiffres',
    rules: (asOf: string): readonly string[] => [
      `Les chiffres valent au ${date(asOf)}\u00A0: ce qui a été dit pour une autre date n’y est pas reporté.`,
      'Un pourcentage est donné tel que déclaré. Ce que Passerelle calcule (une moyenne, un rapport) le dit.',
      'Zéro, «\u00A0sans objet\u00A0», «\u00A0rien à signaler\u00A0» et «\u00A0pas de donnée\u00A0» sont quatre réponses différentes.',
      'Une échéance est dépassée quand son dernier jour est passé et que l’avancement n’est pas de 100\u00A0%.',
    ],
    source: 'Source',
  },
};

export type ReportMessages = typeof fr;
