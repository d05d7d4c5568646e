import { formatDate } from '#platform/i18n/dates.ts';

export const problems = {
  notFound: {
    title: 'Page introuvable',
    text: 'Cette adresse ne mène à rien ici. Elle a peut-être été mal copiée.',
  },
  unknownPlan: {
    title: 'Plan introuvable',
    text: (key: string) => `Aucun plan n’a la clé «\u00A0${key}\u00A0».`,
  },
  unknownTheme: {
    title: 'Thème introuvable',
    text: (number: string) => `Ce plan n’a pas de thème ${number} à cette date.`,
  },
  unknownMeasure: {
    title: 'Mesure introuvable',
    text: (number: string) => `Ce plan n’a pas de mesure ${number} à cette date.`,
  },
  unknownOrganisation: {
    title: 'Organisation introuvable',
    text: (key: string) => `Aucune organisation n’a la clé «\u00A0${key}\u00A0» à cette date.`,
  },
  invalidAsOf: {
    title: 'Date non reconnue',
    text: (given: string) =>
      `«\u00A0${given}\u00A0» n’est pas une date. Il faut l’année, le mois et le jour, par exemple 2022-03-31.`,
  },
  notInForce: {
    title: 'Pas de plan à cette date',
    text: (from: string | null, until: string | null) => {
      if (from === null) return 'Ce plan n’est en vigueur à aucune date.';
      const since = `Ce plan est en vigueur depuis le ${formatDate('fr', from)}`;
      return until === null
        ? `${since}.`
        : `${since}, et l’était jusqu’au ${formatDate('fr', until)}, exclu.`;
    },
    see: (from: string) => `Voir le plan au ${formatDate('fr', from)}`,
    latest: 'Voir le plan à la date la plus récente',
  },
  broken: {
    title: 'Quelque chose a cassé',
    text: 'La page n’a pas pu être faite. Ce n’est pas votre faute. Réessayez dans un moment.',
    reference: (reference: string) =>
      `Si cela continue, signalez-le avec cette référence\u00A0: ${reference}`,
  },
  refused: 'Ce n’est pas possible',
  seePlan: 'Voir le plan',
  home: 'Aller à l’accueil',
  search: 'Ou cherchez ce qui vous amène\u00A0:',
};
