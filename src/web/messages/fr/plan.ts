import { formatDate } from '#platform/i18n/dates.ts';
import { formatCount, formatNumber, formatPercent } from '#platform/i18n/numbers.ts';
import { capitalised, joinList, plural } from '#platform/i18n/words.ts';
import { link, mark, type Prose, type Run } from '../../prose.ts';
import type { Coverage, NamedMeasures } from '../facts.ts';

/** Beyond this, numbers one after the other are no longer a sentence. */
const MOST_NAMED = 6;

const count = (n: number) => formatCount('fr', n);
const date = (isoDate: string) => formatDate('fr', isoDate);
const measures = (n: number) => plural('fr', n, 'mesure', 'mesures');

function named({ numbers, address }: NamedMeasures): Run[] {
  return joinList<Run>(
    'fr',
    numbers.map((number) => link(`la\u00A0${number}`, address(number))),
  );
}

function reported(asOf: string, { stated, expected }: Coverage, total: number): Prose {
  const day = `Au ${date(asOf)}`;
  if (expected === 0) return [`${day}, aucun chiffre n’était attendu.`];
  if (stated === 0) return [`${day}, aucune mesure n’a donné de chiffre.`];
  const some = `${formatNumber('fr', stated)} ${measures(stated)} sur ${formatNumber('fr', expected)}`;
  if (stated < expected)
    return [`${day}, ${some} ${plural('fr', stated, 'a', 'ont')} fait rapport.`];
  if (expected === 1) return [`${day}, la seule mesure attendue a fait rapport.`];
  const which = expected < total ? ' dont un chiffre est attendu' : '';
  return [`${day}, les ${formatNumber('fr', expected)} mesures${which} ont fait rapport.`];
}

function overdue(late: NamedMeasures): Prose {
  const { length } = late.numbers;
  const have = plural('fr', length, 'a', 'ont');
  const said = mark(
    'late',
    `${capitalised('fr', count(length))} ${measures(length)} ${have} une échéance dépassée`,
  );
  return length > MOST_NAMED
    ? [said, ' (', link('les voir', late.list), ')']
    : [said, ', ', ...named(late)];
}

function notMet(missed: NamedMeasures): Prose {
  const { length } = missed.numbers;
  const verb = plural('fr', length, 'n’a pas atteint sa', 'n’ont pas atteint leur');
  const end = `${verb} cible à l’échéance de ce jour`;
  return length > MOST_NAMED
    ? [`${formatNumber('fr', length)} mesures ${end} (`, link('les voir', missed.list), ')']
    : [...named(missed), ` ${end}`];
}

export const plan = {
  reported,

  mean: (points: number, { stated, expected }: Coverage): Prose => [
    'L’avancement est de ',
    mark('num', formatPercent('fr', points)),
    ` en moyenne (calculé; ${formatNumber('fr', stated)} ${measures(stated)} sur ${formatNumber('fr', expected)}).`,
  ],

  /** What is late, then what was not met on the very day: "Deux mesures…, la 2 et la 6; la 11 n’a pas…". */
  lateness: (late: NamedMeasures, onTheDay: NamedMeasures): Prose => {
    const first = late.numbers.length === 0 ? ['Aucune échéance n’est dépassée'] : overdue(late);
    return onTheDay.numbers.length === 0
      ? [...first, '.']
      : [...first, '; ', ...notMet(onTheDay), '.'];
  },

  silent: (unknown: NamedMeasures): Prose => {
    const { length } = unknown.numbers;
    const which =
      length > MOST_NAMED
        ? [' (', link('les voir', unknown.list), ')']
        : ['\u00A0: ', ...named(unknown)];
    return [
      `Pour ${count(length)} ${measures(length)}, une échéance est passée sans qu’un chiffre dise si elle a été tenue`,
      ...which,
      '.',
    ];
  },

  noneLater: (asOf: string, latest: string, href: string): Prose => [
    `Aucune donnée au ${date(asOf)}; les dernières sont `,
    link(`au ${date(latest)}`, href),
    '.',
  ],
  noneEarlier: (asOf: string, first: string, href: string): Prose => [
    `Aucune donnée au ${date(asOf)}; les premières sont `,
    link(`au ${date(first)}`, href),
    '.',
  ],
  noneEver: (asOf: string): Prose => [
    `Au ${date(asOf)}, rien n’a encore été déclaré pour ce plan.`,
  ],
  passedSince: (n: number): Prose =>
    n === 0
      ? ['Aucune échéance n’est passée depuis.']
      : [
          `Depuis, ${count(n)} ${plural('fr', n, 'échéance est passée', 'échéances sont passées')} sans nouvelle.`,
        ],

  origin: {
    summary: (title: string, publisher: string) =>
      `Chiffres et textes\u00A0: résumé du document «\u00A0${title}\u00A0» (${publisher}).`,
    both: (title: string) =>
      `Une partie des chiffres et des textes est un résumé du document «\u00A0${title}\u00A0»; chaque page de mesure dit lesquels.`,
    declared: 'Chiffres et textes déclarés par les organisations en charge.',
  },

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
