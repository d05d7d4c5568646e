import { formatDate } from '#platform/i18n/dates.ts';
import { formatNumber, formatPercent } from '#platform/i18n/numbers.ts';
import { capitalised, plural } from '#platform/i18n/words.ts';
import type { Coverage } from '#presentation/facts.ts';

const date = (isoDate: string) => formatDate('fr', isoDate);
const measures = (n: number) => plural('fr', n, 'mesure', 'mesures');

export const plan = {
  first: {
    heading: 'À regarder d’abord',
    passedHeading: (since: string) => `Échéances passées depuis le ${date(since)}`,
    more: (n: number) =>
      `${plural('fr', n, 'et une autre mesure', `et ${formatNumber('fr', n)} autres mesures`)}, à la page des échéances`,
    lastKnown: (points: number, asOf: string) =>
      `dernier chiffre\u00A0: ${formatPercent('fr', points)}, au ${date(asOf)}`,
    neverKnown: 'aucun chiffre donné jusque-là',
    due: (isoDate: string) => `échéance du ${date(isoDate)}`,
  },

  sheet: {
    label: (plan: string) => `Mesures\u00A0: ${plan}`,
    columns: {
      measure: 'Mesure, en charge',
      indicator: 'Indicateur, échéance',
      time: 'Échéances dans le temps',
      progress: 'Avancement déclaré',
    },
    summarised: 'Avancement (résumé)',
    legend: 'Formes',
    themes: 'Thèmes du plan',
    mean: (points: number) => `${formatPercent('fr', points)} en moyenne`,
    coverage: ({ stated, expected }: Coverage) =>
      `calculé; ${formatNumber('fr', stated)} ${measures(stated)} sur ${formatNumber('fr', expected)}`,
    reported: ({ stated, expected }: Coverage) =>
      `${formatNumber('fr', stated)} ${measures(stated)} sur ${formatNumber('fr', expected)} avec un chiffre`,
    with: (n: number) =>
      `avec ${formatNumber('fr', n)} ${plural('fr', n, 'collaborateur', 'collaborateurs')}`,
    withOne: (name: string) => `avec ${name}`,
    noLead: 'responsable non précisé',
    seeTheme: (n: number) => `Voir les ${formatNumber('fr', n)} mesures de ce thème`,
    themeCounts: (total: number, late: number) =>
      late === 0
        ? `${formatNumber('fr', total)} ${measures(total)}, aucune en retard`
        : `${formatNumber('fr', total)} ${measures(total)}, dont ${formatNumber('fr', late)} en retard`,
    pages: 'Pages de la liste',
    range: (from: string, to: string) => `Mesures ${from} à ${to}`,
  },

  about: {
    heading: 'À propos de ce plan',
    objective: 'Objectif',
    period: 'Période',
    coordinator: 'Coordination',
    criteria: 'Chaque mesure doit être',
    notes: 'À savoir',
    noteLink: 'source',
  },

  list: {
    title: 'Plans d’action',
    lede: (n: number) =>
      n === 0
        ? 'Aucun plan n’est encore publié ici.'
        : `${capitalised('fr', formatNumber('fr', n))} ${plural('fr', n, 'plan est publié', 'plans sont publiés')} ici.`,
    measures: (n: number) => `${formatNumber('fr', n)} ${measures(n)}`,
    latest: (asOf: string | null) =>
      asOf === null ? 'aucune donnée' : `dernières données au ${date(asOf)}`,
  },
};
