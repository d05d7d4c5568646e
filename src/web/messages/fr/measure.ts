import { formatDate, formatInstant } from '#platform/i18n/dates.ts';
import { formatNumber, formatPercent } from '#platform/i18n/numbers.ts';
import { plural } from '#platform/i18n/words.ts';
import type { Coverage } from '#presentation/facts.ts';

const date = (isoDate: string) => formatDate('fr', isoDate);
const number = (n: number) => formatNumber('fr', n);
const lines = (n: number) => plural('fr', n, 'ligne', 'lignes');

export const measure = {
  title: (n: string, name: string) => `Mesure ${n} · ${name}`,
  lead: 'En charge',
  with: 'Avec',
  followUp: 'Suivi assuré par',
  followUpUnknown: 'non précisé dans la source',
  nobody: 'non précisé',

  wholeMeasure: 'Ce chiffre vaut pour toute la mesure.',
  lineLead: (name: string) => `En charge de cette ligne\u00A0: ${name}`,
  wholeLabel: 'Ensemble de la mesure',
  noNarrative: 'Aucun texte fourni.',
  source: {
    summary: (title: string, asOf: string) =>
      `Résumé du document «\u00A0${title}\u00A0», au ${date(asOf)}.`,
    summaryUntitled: (asOf: string) => `Résumé d’un document publié, au ${date(asOf)}.`,
    declared: (author: string, asOf: string) => `Déclaré au ${date(asOf)}\u00A0: ${author}.`,
    declaredByLead: (asOf: string) => `Déclaré par l’organisation en charge, au ${date(asOf)}.`,
  },

  aside: {
    progress: 'Avancement de la mesure',
    date: 'Date',
    figure: 'Chiffres',
    mean: (points: number) => formatPercent('fr', points),
    coverage: ({ stated, expected }: Coverage) =>
      `${number(stated)} ${lines(stated)} sur ${number(expected)}`,
    noneExpected: 'aucun chiffre attendu',
    noData: 'pas de donnée',
    computedNote: 'Moyenne des lignes qui ont un chiffre, calculée par Passerelle.',
    superseded: (n: number, asOf: string) =>
      `${number(n)} ${plural('fr', n, 'énoncé remplacé', 'énoncés remplacés')} (${date(asOf)})`,
    recorded: (source: 'summary' | 'declared', author: string | null, instant: string) => {
      const who =
        source === 'summary' ? 'Résumé' : author === null ? 'Déclaré' : `Déclaré\u00A0: ${author}`;
      return `${who}, enregistré le ${formatInstant('fr', instant)}`;
    },
    thread: 'Fil',
    notes: 'À savoir',
  },

  thread: {
    deadline: (label: string) => `Échéance\u00A0: ${label}`,
    stated: (n: number) => `${number(n)} ${plural('fr', n, 'chiffre donné', 'chiffres donnés')}`,
    narratives: 'Textes seulement, sans chiffre',
    states: {
      met: 'atteinte',
      overdue: 'dépassée',
      'not-met-on-the-day': 'non atteinte ce jour-là',
      'passed-without-figure': 'passée, sans chiffre',
      upcoming: '',
      undated: '',
    },
    here: 'date affichée',
    shownDate: 'Date affichée\u00A0: aucun énoncé',
  },

  neighbours: 'Mesures voisines',
};
