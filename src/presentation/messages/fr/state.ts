import type { IndicatorState } from '#modules/plan/index.ts';
import { formatPercent } from '#platform/i18n/numbers.ts';
import { deadlineLabel } from '../../deadline-label.ts';
import type { Phrase } from '../../facts.ts';
import type { Figure } from '../../rows.ts';

function lateBy(months: number): string {
  if (months === 0) return 'depuis moins d’un mois';
  return `de ${months} mois`;
}

/** The deadline and where it stands: "décembre 2020, dépassée de 15 mois". */
function deadline({ deadline, state, monthsLate }: IndicatorState): Phrase {
  if (deadline === null) return { text: 'sans échéance', tone: 'plain' };
  const label = deadlineLabel('fr', deadline);
  if (state === 'met') return { text: `${label}, atteinte`, tone: 'done' };
  if (deadline.kind === 'undated') {
    return {
      text: label === '' ? 'sans date' : `sans date\u00A0: «\u00A0${label}\u00A0»`,
      tone: 'plain',
    };
  }
  switch (state) {
    case 'overdue':
      return { text: `${label}, dépassée ${lateBy(monthsLate)}`, tone: 'late' };
    case 'not-met-on-the-day':
      return { text: `${label}, non atteinte à l’échéance`, tone: 'due' };
    case 'passed-without-figure':
      return { text: `${label}, passée, sans chiffre`, tone: 'doubt' };
    default:
      return { text: label, tone: 'plain' };
  }
}

/** The same as a sentence: "Échéance dépassée de 15 mois : décembre 2020". */
function deadlineSentence({ deadline, state, monthsLate }: IndicatorState): Phrase {
  if (deadline === null) return { text: 'Sans échéance', tone: 'plain' };
  const label = deadlineLabel('fr', deadline);
  if (state === 'met') return { text: `Échéance atteinte\u00A0: ${label}`, tone: 'done' };
  if (deadline.kind === 'ongoing') return { text: 'En continu, sans date de fin', tone: 'plain' };
  if (deadline.kind === 'undated') {
    return {
      text: label === '' ? 'Sans date' : `Sans date\u00A0: «\u00A0${label}\u00A0»`,
      tone: 'plain',
    };
  }
  switch (state) {
    case 'overdue':
      return { text: `Échéance dépassée ${lateBy(monthsLate)}\u00A0: ${label}`, tone: 'late' };
    case 'not-met-on-the-day':
      return { text: `Non atteinte à l’échéance (${label})`, tone: 'due' };
    case 'passed-without-figure':
      return { text: `Échéance passée, sans chiffre pour en juger\u00A0: ${label}`, tone: 'doubt' };
    default:
      return { text: `Échéance\u00A0: ${label}`, tone: 'plain' };
  }
}

/** What stands where a figure goes; `points` are whole percentage points. */
function figure({ kind }: Figure, points: number | null): string {
  switch (kind) {
    case 'stated':
      return formatPercent('fr', points ?? 0);
    case 'not-applicable':
      return 'sans objet';
    case 'nothing-to-report':
      return 'rien à signaler';
    case 'missing':
      return 'pas de donnée';
    case 'in-measure':
      return 'compris dans le chiffre de la mesure';
    case 'in-files':
      return 'chiffres par dossier';
    case 'not-expected':
      return 'aucun chiffre attendu';
  }
}

export const state = {
  deadline,
  deadlineSentence,
  figure,
  shapes: {
    overdue: 'dépassée',
    'not-met-on-the-day': 'non atteinte le jour même',
    'passed-without-figure': 'passée, sans chiffre',
    met: 'atteinte',
    upcoming: 'à venir',
    ongoing: 'en continu',
  },
  wholeMeasure: 'pour toute la mesure',
};
