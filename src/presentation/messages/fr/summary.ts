import { formatDate } from '#platform/i18n/dates.ts';
import { formatCount, formatNumber, formatPercent } from '#platform/i18n/numbers.ts';
import { capitalised, joinList, plural } from '#platform/i18n/words.ts';
import type { Coverage, NamedMeasures } from '../../facts.ts';
import { link, mark, type Prose, type Run } from '../../prose.ts';

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

/** Where the whole list is; nothing where nobody can go there. */
function seeAll({ list }: NamedMeasures): Run[] {
  return list === null ? [] : [' (', link('les voir', list), ')'];
}

function overdue(late: NamedMeasures): Prose {
  const { length } = late.numbers;
  const have = plural('fr', length, 'a', 'ont');
  const said = mark(
    'late',
    `${capitalised('fr', count(length))} ${measures(length)} ${have} une échéance dépassée`,
  );
  return length > MOST_NAMED ? [said, ...seeAll(late)] : [said, ', ', ...named(late)];
}

function notMet(missed: NamedMeasures): Prose {
  const { length } = missed.numbers;
  const verb = plural('fr', length, 'n’a pas atteint sa', 'n’ont pas atteint leur');
  const end = `${verb} cible à l’échéance de ce jour`;
  return length > MOST_NAMED
    ? [`${formatNumber('fr', length)} mesures ${end}`, ...seeAll(missed)]
    : [...named(missed), ` ${end}`];
}

export const summary = {
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
    const which = length > MOST_NAMED ? seeAll(unknown) : ['\u00A0: ', ...named(unknown)];
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
};
