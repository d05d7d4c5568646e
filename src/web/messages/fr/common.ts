import { formatDate } from '#platform/i18n/dates.ts';
import { formatPercent } from '#platform/i18n/numbers.ts';

export const common = {
  brand: 'Passerelle',
  skip: 'Aller au contenu',
  mainNavigation: 'Principale',
  trail: 'Fil d’Ariane',
  nav: {
    plan: 'Plan',
    plans: 'Plans',
    deadlines: 'Échéances',
    organisations: 'Organisations',
    report: 'Rapport',
    vocabulary: 'Sigles',
    data: 'Données',
  },
  search: { label: 'Chercher dans le plan', placeholder: 'Chercher', submit: 'Chercher' },
  asOf: {
    label: 'État du plan au',
    submit: 'Afficher',
    dates: 'Dates qui ont des données\u00A0:',
    datesNav: 'Dates qui ont des données',
  },
  demo: 'Démonstration\u00A0: comptes, mots de passe et saisies ne sont pas réels.',
  workspace: 'Connexion',
  footer: {
    asOf: (asOf: string) => `État au ${formatDate('fr', asOf)}.`,
    accessibility: 'Accessibilité',
    privacy: 'Confidentialité',
    openData: 'Données ouvertes',
    vocabulary: 'Sigles et glossaire',
    plans: 'Tous les plans',
  },
  date: (isoDate: string) => formatDate('fr', isoDate),
  percent: (points: number) => formatPercent('fr', points),
  measure: (number: string) => `Mesure ${number}`,
  theme: (number: string, name: string) => `${number}. ${name}`,
};
