import type { Field } from './table.ts';

/** What each field is called where a person settles the columns. */
export const FIELD_LABELS: Readonly<Record<Field, string>> = {
  number: 'Numéro de la mesure',
  theme: 'Thème',
  objective: 'Objectif du thème',
  name: 'Nom de la mesure',
  lead: 'M/O en charge',
  collaborators: 'M/O collaborateurs',
  'lead-and-collaborators': 'M/O en charge et M/O collaborateurs',
  indicator: 'Indicateur, cible',
  'indicator-target': 'Cible, à part de l’indicateur',
  deadline: 'Échéance',
  'indicator-and-deadline': 'Indicateur et échéance',
  percent: 'Pourcentage d’avancement',
  narrative: 'État d’avancement (texte)',
  'follow-up': 'Suivi assuré par',
  scope: 'Portée de la ligne',
};
